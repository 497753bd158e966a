import type { Draft } from '../draft.ts';
import type { Section } from '../reading.ts';
import type { ProjectItem } from './project-items.ts';

const trade =
  /([\u4e00-\u9fff、和及]{2,20}?(?:产业|工业|农业|服务业|制造业|加工业|物流业|业))(?:$|集群|发展|重[点大]|项目|。)/u;
const verb =
  /^(?:做[强优大精实深细活]|发展|壮大|提升|培育|打造|加快|重点|大力|积极|推进|推动|促进|突出|“[^”]*”期间|期间|现代化?的?)+/u;

/** The industry that a project's box, group or heading names. */
export function industryOf(
  draft: Draft,
  { group, list, block }: Pick<ProjectItem, 'group' | 'list' | 'block'>,
): string | null {
  const section = draft.sectionOf[block] ?? null;
  for (const title of [group, list, ...titlesOf(section)]) {
    const found = trade.exec((title ?? '').replace(verb, '').replace(/^.*期间/u, ''))?.[1];
    if (found !== undefined) return found.replace(verb, '');
  }
  return group;
}

const titlesOf = (section: Section | null): string[] =>
  section === null ? [] : [section.title, ...titlesOf(section.parent)];

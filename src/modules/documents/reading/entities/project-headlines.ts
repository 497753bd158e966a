import type { Span } from '../../../../core/document.ts';
import { verbStartingAt } from './boundaries.ts';
import { organisationsIn } from './organisations.ts';
import type { Passage } from './passages.ts';

const headline =
  /^([^，。：；:;]{3,50}?(?:项目|工程|基地|生产线|产业园)(?:（(?![^（）]*(?:投资|元|开工|建成))[^（）]{1,14}）)?)(?=[。：，:,（]|已|正在|计划|预计|拟|于|将|总投资)/u;
const bare = /^([^，。：；:;]{4,50}(?:项目|工程))[。；]?$/u;
/** What could be a park as well is a project when money is put into it. */
const placed = /^[^，。：；:;]{4,50}(?:基地|生产线|中心|产业园|平台)[。；]?$/u;
/** A park or works into which money is put: “云河冷链物流园：总投资3亿元”. */
const funded =
  /^([^，。：；:;、]{4,40}?(?:园|园区|中心|平台|厂|城|小镇|码头|市场|基地))(?=[，。：:]\s*(?:项目|计划)?总投资)/u;
const facts =
  /总投资|投资约|投资额|计划投资|建设规模|建设内容|占地|建筑面积|位于|选址|年产|达产|建设年限|建设工期|开工|该项目|建设单位/u;
const notAName =
  /^(?:专栏|附?[表图件])\s*[\d一二三四五六七八九十]|位于|成立于|坐落|^(?:该|本|此|各|其|一批|重点|重大|全部|上述|这些|目前|加强|全市|全县|全省|全区|以|对|在|为|把|将|按)|(?:是|已|被|的).*(?:项目|工程)$/u;

/**
 * A passage that is about one project and says so first: “云河冷链物流中心项目。总投资5亿元，…”.
 * In a section of projects the name alone is enough.
 */
export function headlineEnd({ prose: { text } }: Passage, inProjectSection: boolean): Span | null {
  const lead = /^\s*(?:[（(]?\d{1,3}[）)、.．]\s*)?/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const match = funded.exec(rest) ?? headline.exec(rest) ?? (inProjectSection ? bare.exec(rest) : null);
  const name = match?.[1];
  if (name === undefined || notAName.test(name) || verbStartingAt(name, 0) > 0) return null;
  const said = rest.slice(name.length, name.length + 160);
  if (!facts.test(said) && !inProjectSection) return null;
  return { start: lead, end: lead + name.length };
}

const makes = /(?:项目)?(年(?:产|处理|加工)\s*\d[^，。；、]{2,24})/u;

/** “恒远机械有限公司位于……。该项目2012年开工，年产4万套轴承。”: a firm's passage that tells of its project. */
export function firmProject(text: string): Span | null {
  const [firm] = organisationsIn(text.slice(0, 60));
  if (firm?.start !== 0 || !/该项目|项目(?:总投资|占地|达产)/u.test(text)) return null;
  const made = makes.exec(text);
  if (made === null) return null;
  const end = made.index + made[0].length;
  return { start: end - (made[1] as string).length, end };
}

/** Whether a heading names one project: its form, and the facts in what follows. */
export const isProjectTitle = (title: string, next: string): boolean =>
  (bare.test(title) || (placed.test(title) && /总?投资/u.test(next.slice(0, 80)))) &&
  !notAName.test(title) &&
  verbStartingAt(title, 0) === 0 &&
  facts.test(next.slice(0, 80));

const built =
  /^由([\u4e00-\u9fff（）]{4,30}?)(?:投资建设|投资兴建|承建|建设|投资|实施)的([^，。；]{3,40}?(?:项目|工程|基地|生产线))/u;

/** “由恒远机械有限公司投资建设的精密轴承项目，占地……”. */
export function builtBy(text: string): { readonly owner: string; readonly name: Span } | null {
  const match = built.exec(text);
  if (match === null) return null;
  const [all, owner, name] = match as unknown as [string, string, string];
  return { owner, name: { start: all.length - name.length, end: all.length } };
}

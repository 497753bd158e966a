import { blockIndexAt } from './blocks.ts';
import type { Figure } from './figures.ts';

/** Names that say nothing without their subject: every park has an area, every project an investment. */
const general =
  /^(规划|用地|占地|建筑|总)?(面积|用地|占地)$|^规划用地面积|范围用地面积|^(总|计划|规划|计划总|规划总|完成|年度|项目)?投资(额|规模)?$|^(项目|企业)$|^(年)?(产能|产量|产值)$|增速$|^年产|公司/;

const clauseBefore = ({ fact, reading }: Figure): string => {
  const { text } = reading.document;
  const start = Math.max(0, fact.source.start - 120);
  const before = text.slice(start, fact.source.end).replace(/\s/g, '');
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
};

/** Whether a figure surely speaks of its subject as a whole, so that another of the same name must agree with it. */
export function speaksForSubject(figure: Figure): boolean {
  const { key, fact, reading, subject } = figure;
  if (general.test(key) || general.test(fact.name)) return false;
  const block = blockIndexAt(reading, fact.source.start);
  const section = reading.sectionOf[block];
  if (
    /项目|工程|企业|专栏/.test(`${section?.title ?? ''}${fact.table ?? ''}`) ||
    /全国|全球|世界|我国|全省/.test(subject)
  )
    return false;
  const clause = clauseBefore(figure);
  if (fact.table === null && /其中|分别|每(?:个|家|户|年)|第[一二三]产业|新增/.test(clause)) return false;
  // What shall be is no baseline, whatever the reader of the text made of it.
  return !(
    fact.kind === 'baseline' &&
    fact.table === null &&
    (/到20\d\d年|力争|目标/.test(clause) || /目标/.test(section?.title ?? ''))
  );
}

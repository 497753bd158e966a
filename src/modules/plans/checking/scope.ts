import { blockIndexAt } from './blocks.ts';
import type { Figure } from './figures.ts';

/** Names that say nothing without their subject: every park has an area, every project an investment. */
const general =
  /^(规划|用地|占地|建筑|总)?(面积|用地|占地)$|^规划用地面积|范围用地面积|^(总|计划|规划|计划总|规划总|完成|年度|项目)?投资(额|规模)?$|^(项目|企业|产业|园区|基地|平台|集群|产品|品牌)$|^产|^(年)?(产能|产量|产值)$|增速$|^年产|公司/;

const reviews = /评估|总结|(?:完成|实施|执行|进展|落实)情况|公报|通报/;

/** A review sets what was reached beside aims that an earlier plan had set: to have passed them is no mistake. */
export const isReviewed = ({ fact, reading }: Figure): boolean =>
  reviews.test(`${reading.facts.document.title ?? ''} ${fact.table ?? ''}`);

const ownWords = /(?:全|我|本)(?:[省市县区旗州盟园镇]|开发区|园区|新区|高新区|经开区|域)/;

/**
 * Whether the text says whose figure it is. What only the document's own place stands for by default — “产值达到80亿元”
 * in a paragraph on one branch — may belong to something narrower, and no other figure has to agree with it.
 */
export function saysItsSubject({ fact, reading, subject }: Figure): boolean {
  if (fact.table !== null || subject !== (reading.facts.document.regions.at(-1) ?? '')) return true;
  const block = reading.document.blocks[blockIndexAt(reading, fact.source.start)];
  const from = block?.start ?? fact.source.start;
  const said = reading.document.text.slice(from, fact.source.end).replace(/\s/g, '');
  return ownWords.test(said) || (subject !== '' && said.includes(subject));
}

/** Whether a figure's name means the same only beside a subject: 产值, 总投资, 面积. */
export const needsSubject = ({ key, fact }: Figure): boolean => general.test(key) || general.test(fact.name);

/** Whether two figures of one name in different paragraphs may be set against each other. */
export function comparable(a: Figure, b: Figure): boolean {
  const places = [a, b].map(({ fact, reading }) => blockIndexAt(reading, fact.source.start));
  const together = a.reading === b.reading && places[0] === places[1];
  return together || !needsSubject(a) || !needsSubject(b) || (saysItsSubject(a) && saysItsSubject(b));
}

const clauseBefore = ({ fact, reading }: Figure): string => {
  const { text } = reading.document;
  const start = Math.max(0, fact.source.start - 120);
  const before = text.slice(start, fact.source.end).replace(/\s/g, '');
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
};

/** “东泉工业园。依托……”: the paragraph is about the park that it opens with. */
function opensWithAnother({ reading, subject }: Figure, index: number): boolean {
  const block = reading.document.blocks[index];
  if (block?.kind !== 'paragraph') return false;
  const [, name] =
    block.prose.text.match(/^([\p{Script=Han}（）]{2,20}(?:开发区|园区|园|基地|集聚区|示范区|新城|产业))[。：:]/u) ??
    [];
  return name !== undefined && name !== subject;
}

/** Whether a figure surely speaks of its subject as a whole, so that another of the same name must agree with it. */
export function speaksForSubject(figure: Figure): boolean {
  const { key, fact, reading, subject } = figure;
  if (general.test(key) || general.test(fact.name)) return false;
  const block = blockIndexAt(reading, fact.source.start);
  const section = reading.sectionOf[block];
  const clause = clauseBefore(figure);
  if (
    /项目|工程|企业|专栏/.test(`${section?.title ?? ''}${fact.table ?? ''}`) ||
    /全国|全球|世界|我国|全省/.test(subject)
  )
    return false;
  // Entry conditions are set for each project, not reached by the zone.
  if (/准入|条件|门槛|管控/.test(section?.title ?? '') || /入园项目|入园企业应|新建项目|新供地|准入|凡/.test(clause))
    return false;
  if (opensWithAnother(figure, block)) return false;
  if (
    fact.table === null &&
    (/其中|分别/.test(clause) ||
      /每(?:个|家|户|年)|第[一二三]产业|新增/.test(clause.slice(clause.lastIndexOf('，') + 1)))
  )
    return false;
  // What shall be is no baseline, whatever the reader of the text made of it.
  return !(
    fact.kind === 'baseline' &&
    fact.table === null &&
    (/到20\d\d年|力争|目标/.test(clause) || /目标/.test(section?.title ?? ''))
  );
}

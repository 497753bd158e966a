import type { Label } from '../../core/text.ts';

interface AskedBy {
  readonly title: Label;
  /** First and last year that the document plans for. */
  readonly years: readonly [number, number];
}

/** The five documents that ask for mechanisms, and the years that each of them speaks of. */
export const documents = {
  '000': { title: { zh: '鸡东经济开发区产业发展规划', en: 'Jidong zone industry plan' }, years: [2021, 2025] },
  '001': { title: { zh: '鸡西市“十四五”生物经济发展规划', en: 'Jixi bio-economy plan' }, years: [2021, 2025] },
  '002': {
    title: { zh: '产业项目建设年活动实施方案（黑龙江）', en: 'Heilongjiang year of industrial projects' },
    years: [2011, 2013],
  },
  '003': {
    title: { zh: '哈尔滨市重点产业园区“十三五”发展规划', en: 'Harbin parks plan' },
    years: [2016, 2020],
  },
  '004': { title: { zh: '山东阳谷经济开发区产业发展规划', en: 'Yanggu zone industry plan' }, years: [2021, 2025] },
} as const satisfies Record<string, AskedBy>;
type DocumentId = keyof typeof documents;

/** What a document asks, for its own years. */
export const setBy = (document: DocumentId) => ({ document, years: documents[document].years });

export const titleOf = (document: string): Label =>
  documents[document as DocumentId]?.title ?? { zh: document, en: document };

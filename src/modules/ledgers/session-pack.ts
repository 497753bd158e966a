import type { Day } from '../../core/day.ts';
import {
  type DocumentBlock,
  emptyDocument,
  type OfficialDocument,
  spelledDay,
} from '../../core/publication/document.ts';
import type { AgendaItem } from './session-operations.ts';

export interface Session {
  readonly name: string;
  readonly on: Day | null;
  readonly place: string | null;
  readonly chair: string | null;
  readonly present: string | null;
}

const said = (text: string | null): string => text ?? '未填';

function overview(items: readonly AgendaItem[]): DocumentBlock {
  const heads = ['序号', '项目', '问题', '类别', '责任单位', '已历天数'];
  return {
    kind: 'table',
    title: '议题一览',
    unit: null,
    columns: heads.map((head, i) => ({ head, align: i === 0 || i === 5 ? 'center' : 'left' })),
    rows: items.map(({ project, name, category, assigned, daysOpen }, i) =>
      [
        String(i + 1),
        said(project),
        name,
        said(category),
        said(assigned),
        daysOpen === null ? '—' : String(daysOpen),
      ].map((text) => [text]),
    ),
    notes: [],
  };
}

const paragraph = (head: string, text: string): DocumentBlock => ({ kind: 'paragraph', content: [`${head}：${text}`] });

function blocksOf(item: AgendaItem): DocumentBlock[] {
  const { code, name, project, projectStage, assigned, raisedOn, daysOpen, content, request, decision } = item;
  const stage = projectStage === null ? '' : `（${projectStage.zh}阶段）`;
  const since = raisedOn === null ? '提出日期未填' : `${spelledDay(raisedOn)}提出，已历${daysOpen ?? 0}天`;
  return [
    { kind: 'heading', level: 2, content: [name] },
    paragraph('项目', `${said(project)}${stage}`),
    paragraph('编号和时间', `${code}，${since}`),
    paragraph('责任单位', said(assigned)),
    paragraph('具体情况', said(content)),
    paragraph('需协调事项', said(request)),
    paragraph('会办意见', decision ?? '（会上填写）'),
  ];
}

const detailed: DocumentBlock = { kind: 'heading', level: 1, content: ['逐项情况'] };

/** 会办材料: who meets when, all problems on one page, then each with its facts and room for the decision. */
export function packOf({ name, on, place, chair, present }: Session, items: readonly AgendaItem[]): OfficialDocument {
  return {
    ...emptyDocument,
    title: `${name}材料`,
    date: on,
    blocks: [
      { kind: 'heading', level: 1, content: ['会议安排'] },
      paragraph('时间', on === null ? '未定' : spelledDay(on)),
      paragraph('地点', said(place)),
      paragraph('主持', said(chair)),
      paragraph('参会单位', said(present)),
      { kind: 'heading', level: 1, content: ['议题一览'] },
      items.length === 0 ? paragraph('议题', '尚未选定') : overview(items),
      ...items.flatMap((item, i) => [...(i === 0 ? [detailed] : []), ...blocksOf(item)]),
    ],
  };
}

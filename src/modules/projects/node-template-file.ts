/** A template as offices pass it on: a sheet of rows, or YAML. */
import { parse, stringify } from 'yaml';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { items } from './checklist.ts';
import { readAfter, sayAfter } from './node-after.ts';
import { dayCounts, NodeId, type NodeKind, type NodeSpec, nodeKinds } from './node-plan.ts';
import { NodeTemplate } from './node-templates.ts';

type Rows = readonly (readonly string[])[];

const heads = {
  id: ['模板编号', 'Template'],
  zh: ['模板名称', 'Name'],
  en: ['英文名称', 'English name'],
  source: ['依据', 'Source'],
} as const;
const columns = [
  '序号',
  '节点',
  '类别',
  '工期',
  '计日',
  '前置（行号，隔几天写 3+5）',
  '责任人或单位',
  '审批事项',
  '编号',
] as const;

const refused = (zh: string, en: string) => new Problem('invalid-input', { count: 1, issues: `${zh} (${en})` });

/** The words of a table of labels, back to their keys; the key itself counts, too. */
const keyOf = <Key extends string>(labels: Readonly<Record<Key, Label>>, text: string): Key | undefined =>
  (Object.keys(labels) as Key[]).find((key) => [key, labels[key].zh, labels[key].en].includes(text.trim()));
const itemLabels: Readonly<Record<string, Label>> = Object.fromEntries(items.map(({ id, label }) => [id, label]));

/** Four lines that name the template, a line of headings, and a line for each node. */
export function rowsOf({ id, label, source, nodes }: NodeTemplate): Rows {
  const ids = nodes.map((node) => node.id);
  return [
    [heads.id[0], id],
    [heads.zh[0], label.zh],
    [heads.en[0], label.en],
    [heads.source[0], source ?? ''],
    columns,
    ...nodes.map(({ name, kind, days, counts, after, owner, item, id: node }, i) => [
      String(i + 1),
      name,
      nodeKinds[kind].zh,
      String(days),
      dayCounts[counts].zh,
      sayAfter(after, ids),
      owner ?? '',
      item === null ? '' : (itemLabels[item]?.zh ?? item),
      node,
    ]),
  ];
}

function nodeOf(cells: readonly string[], line: number, ids: readonly string[], own: number): NodeSpec {
  const [, name = '', kindText = '', daysText = '', countsText = '', afterText = '', owner = '', itemText = ''] = cells;
  const at = (zh: string, en: string) => refused(`第 ${line} 行：${zh}`, `row ${line}: ${en}`);
  const kind: NodeKind | undefined = kindText.trim() === '' ? 'preparation' : keyOf(nodeKinds, kindText);
  const counts = countsText.trim() === '' ? 'working' : keyOf(dayCounts, countsText);
  const item = itemText.trim() === '' ? null : keyOf(itemLabels, itemText);
  const days = Number(daysText);
  const { after, issue } = readAfter(afterText, ids, own);
  if (kind === undefined) throw at(`没有类别“${kindText}”`, `no kind ${kindText}`);
  if (counts === undefined)
    throw at(`计日写工作日或自然日，不是“${countsText}”`, 'counted in working or calendar days');
  if (!Number.isInteger(days) || days < 1) throw at(`工期“${daysText}”须是正整数`, 'the days are a whole number');
  if (item === undefined) throw at(`没有审批事项“${itemText}”`, `no approval ${itemText}`);
  if (issue !== null) throw at(issue.zh, issue.en);
  const id = ids[own] as string;
  return { id, name: name.trim(), kind, days, counts, after, owner: owner.trim() === '' ? null : owner.trim(), item };
}

/** The number of a node as it stands in the last column, or one of its place. */
const idsIn = (lines: Rows): string[] => {
  const ids: string[] = [];
  for (const [i, cells] of lines.entries()) {
    const given = (cells[8] ?? '').trim();
    ids.push(NodeId.safeParse(given).success && !ids.includes(given) ? given : `n${i + 1}`);
  }
  return ids;
};

/** Reads what `rowsOf` writes, and a sheet of nodes without the lines above. Problems: invalid-input, with the row. */
export function templateOfRows(rows: Rows): NodeTemplate {
  const heading = rows.findIndex((cells) => cells.some((cell) => cell.trim() === columns[1]));
  if (heading < 0)
    throw refused(`没有找到表头“${columns[1]}”，请用导出的表格填写`, 'no line of headings: fill in an exported sheet');
  const above = new Map(rows.slice(0, heading).map(([name = '', value = '']) => [name.trim(), value.trim()]));
  const head = (key: keyof typeof heads) => above.get(heads[key][0]) ?? above.get(heads[key][1]) ?? '';
  const lines = rows.slice(heading + 1).filter((cells) => (cells[1] ?? '').trim() !== '');
  const ids = idsIn(lines);
  const nodes = lines.map((cells, i) => nodeOf(cells, heading + 2 + i, ids, i));
  const zh = head('zh') || '导入的模板';
  return asTemplate({
    id: NodeId.safeParse(head('id')).success ? head('id') : 'imported',
    label: { zh, en: head('en') || zh },
    source: head('source') || null,
    nodes,
  });
}

export const yamlOf = ({ id, label, source, nodes }: NodeTemplate): string => stringify({ id, label, source, nodes });

/** Problems: invalid-input, with the place in the file. */
export function templateOfYaml(text: string): NodeTemplate {
  try {
    return asTemplate(parse(text));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw refused(`不是可读的 YAML：${(error as Error).message}`, 'not YAML');
  }
}

function asTemplate(raw: unknown): NodeTemplate {
  const { data, error } = NodeTemplate.safeParse(raw);
  if (data !== undefined) return data;
  const issues = error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')} ${message}`);
  throw refused(`模板内容不完整：${issues.join('；')}`, 'the template is not complete');
}

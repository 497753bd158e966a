/** A land-use balance sheet after GB 50137: subclasses, classes, a total, and shares of it. */
import { figure, type Writing, writeTable } from '../writing.ts';

interface Use {
  readonly code: string;
  readonly name: string;
  readonly parts?: readonly Use[];
}

const planned: readonly Use[] = [
  { code: 'R', name: '居住用地', parts: [{ code: 'R2', name: '二类居住用地' }] },
  {
    code: 'A',
    name: '公共管理与公共服务设施用地',
    parts: [
      { code: 'A1', name: '行政办公用地' },
      { code: 'A3', name: '教育科研用地' },
    ],
  },
  {
    code: 'B',
    name: '商业服务业设施用地',
    parts: [
      { code: 'B1', name: '商业用地' },
      { code: 'B4', name: '公用设施营业网点用地' },
    ],
  },
  {
    code: 'M',
    name: '工业用地',
    parts: [
      { code: 'M1', name: '一类工业用地' },
      { code: 'M2', name: '二类工业用地' },
      { code: 'M3', name: '三类工业用地' },
    ],
  },
  { code: 'W', name: '物流仓储用地', parts: [{ code: 'W1', name: '一类物流仓储用地' }] },
  {
    code: 'S',
    name: '道路与交通设施用地',
    parts: [
      { code: 'S1', name: '城市道路用地' },
      { code: 'S4', name: '交通场站用地' },
    ],
  },
  {
    code: 'U',
    name: '公用设施用地',
    parts: [
      { code: 'U1', name: '供应设施用地' },
      { code: 'U2', name: '环境设施用地' },
    ],
  },
  {
    code: 'G',
    name: '绿地与广场用地',
    parts: [
      { code: 'G1', name: '公园绿地' },
      { code: 'G2', name: '防护绿地' },
    ],
  },
];

interface Row {
  readonly code: string;
  readonly name: string;
  readonly area: number;
  readonly level: 1 | 2 | 0;
}

const brokenHead: readonly (readonly string[])[] = [
  ['用地代码'],
  ['用地名称', '用地面积（公顷）'],
  ['占城市建设用地'],
  ['比例（%）', '大类', '中类'],
];

const cents = (value: number): number => Math.round(value * 100) / 100;

export function writeLand(writing: Writing): void {
  const { dice, world } = writing;
  writing.heading(2, dice.pick(['用地布局', '土地利用规划', '用地规模与结构']));
  const park = dice.pick(world.parks);
  const list: Row[] = [];
  for (const use of planned) {
    if (use.code !== 'M' && dice.chance(0.15)) continue;
    const kept = (use.parts ?? []).filter(() => dice.chance(0.85));
    const parts = (kept.length > 0 ? kept : (use.parts ?? [])).map(
      ({ code, name }): Row => ({
        code,
        name,
        level: 2,
        area: cents(dice.between(use.code === 'M' ? 40 : 1, use.code === 'M' ? 160 : 18)),
      }),
    );
    list.push(
      { code: use.code, name: use.name, level: 1, area: cents(parts.reduce((sum, { area }) => sum + area, 0)) },
      ...parts,
    );
  }
  const total = cents(list.reduce((sum, { level, area }) => sum + (level === 1 ? area : 0), 0));
  list.push({ code: '', name: dice.pick(['城市建设用地合计', '建设用地总计', '合计']), level: 0, area: total });

  const doubled =
    list.some(({ code }) => code === 'M3') && list.some(({ code }) => code === 'M2') && writing.plant('table/code');
  const offPercent = writing.plant('table/percent') ? dice.pick(list.filter(({ level }) => level === 1)) : null;
  const percentOf = (row: Row): string => {
    const right = (row.area / total) * 100;
    return (row === offPercent ? right + 6.5 : right).toFixed(2);
  };
  const printedCode = ({ code }: Row): string => (doubled && code === 'M3' ? 'M2' : code);
  const split = dice.chance(0.5);
  const head = split
    ? ['大类', '中类', '用地名称', '用地面积（公顷）', '占城市建设用地比例（%）']
    : [dice.pick(['用地代码', '用地代号', '代码']), '用地名称', '面积（hm²）', '占建设用地比例（%）'];
  const rows = list.map((row) => [
    ...(split ? [row.level === 1 ? row.code : '', row.level === 2 ? printedCode(row) : ''] : [printedCode(row)]),
    row.name,
    row.area.toFixed(2),
    percentOf(row),
  ]);
  const title = dice.pick([
    `${park.name}规划建设用地平衡表`,
    `${park.name}城市建设用地规划表`,
    `${park.name}规划用地一览表`,
  ]);
  // A converter breaks such a head over lines, cell by cell.
  const look = dice.chance(0.4) ? ('spaces' as const) : undefined;
  const shown = look !== undefined && split && dice.chance(0.5) ? brokenHead : [head];
  // Blank codes are what such tables look like once a converter has flattened them to words and spaces.
  const block = writeTable(writing, {
    title,
    head: shown,
    rows,
    ...(look ? { look } : {}),
  });
  list.forEach((row, i) => {
    const place = { block, row: i, quote: row.name };
    const name = `${printedCode(row)} ${row.name}`.trim();
    if (row === offPercent) writing.mark('land-percent', place);
    if (row.code === 'M3' || row.code === 'M2') writing.mark('land-code', place);
    writing.note(
      figure(writing, {
        name: `用地面积:${name}`,
        subject: park.name,
        value: row.area,
        unit: '公顷',
        year: null,
        kind: 'target',
        origin: 'table',
      }),
      place,
    );
    writing.note(
      figure(writing, {
        name: `用地占比:${name}`,
        subject: park.name,
        value: percentOf(row),
        unit: '%',
        year: null,
        kind: 'share',
        origin: 'table',
        is_target: true,
      }),
      place,
    );
  });
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: list.map((row, i) => ({ row: i, name: row.name, values: [row.area, Number(percentOf(row))] })),
  });
  if (doubled)
    writing.found({
      rule: 'table/code',
      severity: 'medium',
      title: '用地代码重复',
      marks: ['land-code'],
      arithmetic: 'M2 出现两次',
    });
  if (offPercent !== null) {
    writing.found({
      rule: 'table/percent',
      severity: 'high',
      title: `${offPercent.name}占比`,
      marks: ['land-percent'],
      arithmetic: `${offPercent.area} ÷ ${total} = ${((offPercent.area / total) * 100).toFixed(2)} % ≠ ${percentOf(offPercent)} %`,
    });
  }
}

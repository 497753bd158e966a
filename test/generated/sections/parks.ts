/** Parks in rows: area, output, tax, with a sum; sometimes under a head of two rows. */
import { figure, type Writing, writeTable } from '../writing.ts';

export function writeParkTable(writing: Writing): void {
  const { dice, world } = writing;
  const { base } = world;
  const told = world.targets.map(({ measure }) => measure.name).join();
  const clash: Readonly<Record<string, RegExp>> = {
    工业总产值: /工业总产值|主导产业产值|亩均产值/,
    工业增加值: /工业增加值/,
    主营业务收入: /营业收入/,
    税收: /税收/,
    规上企业数: /规模以上工业企业数/,
  };
  const everything = [
    { name: '规划面积', unit: '平方公里', digits: 2, low: 0.5, high: 12, year: null },
    { name: '累计基础设施投资', unit: '亿元', digits: 1, low: 1, high: 30, year: String(base) },
    { name: '工业总产值', unit: '亿元', digits: 1, low: 8, high: 300, year: String(base) },
    { name: '工业增加值', unit: '亿元', digits: 2, low: 2, high: 80, year: String(base) },
    { name: '主营业务收入', unit: '亿元', digits: 1, low: 8, high: 300, year: String(base) },
    { name: '税收', unit: '万元', digits: 0, low: 500, high: 30000, year: String(base) },
    { name: '规上企业数', unit: '家', digits: 0, low: 2, high: 60, year: String(base) },
  ];
  // The zone's own totals are told elsewhere and were drawn apart from these.
  const columns = everything.filter(({ name }) => !clash[name]?.test(told));
  const money = columns.filter(({ unit }) => unit === '亿元').slice(1);
  const chosen = [
    columns[0],
    ...(dice.chance(0.5) ? [columns[1]] : []),
    ...dice.some(money, 2),
    ...dice.some(columns.slice(5), dice.int(1, 2)),
  ].filter((each) => each !== undefined);
  if (chosen.length < 3) return;
  const grouped = chosen.filter(({ year, name }) => year !== null && name !== '累计基础设施投资').length;
  const twoRows = grouped > 1 && dice.chance(0.35);
  const off = writing.plant('table/total') ? dice.int(1, chosen.length - 1) : -1;
  const values = world.parks.map(({ area }) => {
    // One output a park; what it adds, sells and pays follows from that.
    const output = dice.between(12, 300);
    const sizes: Readonly<Record<string, number>> = {
      规划面积: Number(area),
      工业总产值: output,
      工业增加值: output * dice.between(0.18, 0.33),
      主营业务收入: output * dice.between(0.88, 1.02),
      税收: output * dice.between(150, 600),
    };
    return chosen.map(({ digits, low, high, name }) => (sizes[name] ?? dice.between(low, high)).toFixed(digits));
  });
  const lost = dice.chance(0.25) ? dice.int(0, values.length - 1) : -1;
  if (lost >= 0 && chosen.length > 3) (values[lost] as string[])[1] = '';
  const sums = chosen.map(({ digits }, i) => values.reduce((sum, row) => sum + Number(row[i]), 0).toFixed(digits));
  const totals = sums.map((sum, i) => (i === off ? (Number(sum) * 1.12 + 2).toFixed(chosen[i]?.digits) : sum));
  const label = ({ name, unit, year }: (typeof chosen)[number]): string =>
    `${twoRows || year === null ? '' : `${year}年`}${name}（${unit}）`;
  const flat = ['序号', '园区名称', ...chosen.map(label)];
  const group = chosen.findIndex(({ year, name }) => year !== null && name !== '累计基础设施投资');
  const head = twoRows
    ? [
        [
          '序号',
          '园区名称',
          ...chosen.map((each, i) => (i < group ? label(each) : i === group ? `${base}年生产经营情况` : '')),
        ],
        ['', '', ...chosen.map((each, i) => (i < group ? '' : label(each)))],
      ]
    : [flat];
  const first = dice.chance(0.5);
  const body = world.parks.map(({ name }, i) => [String(i + 1), name, ...(values[i] as string[])]);
  const total = ['', '合计', ...totals];
  const rows = first ? [total, ...body] : [...body, total];
  const title = dice.pick([`${base}年各园区发展情况表`, '园区基本情况一览表', `${world.zone}各园区主要指标`]);
  const block = writeTable(writing, { title, head, rows });
  rows.forEach((row, i) => {
    const subject = row[1] === '合计' ? '合计' : (row[1] as string);
    const place = { block, row: i, quote: subject };
    if (subject === '合计') writing.mark('park-total', place);
    chosen.forEach(({ name, unit, year }, column) => {
      const cell = row[column + 2] as string;
      if (cell === '') return;
      writing.note(
        figure(writing, {
          name,
          subject,
          value: cell,
          unit,
          year,
          origin: 'table',
          kind: name.startsWith('累计') ? 'cumulative' : 'baseline',
          is_target: false,
        }),
        place,
      );
    });
  });
  writing.notes.tables.push({
    block,
    title,
    columns: flat,
    rows: rows.map((row, i) => ({
      row: i,
      name: row[1] as string,
      values: row.slice(2).map((cell) => (cell === '' ? null : Number(cell))),
    })),
  });
  const plant = {
    rule: 'table/total',
    title: '园区合计',
    marks: ['park-total'],
    arithmetic: `应为 ${sums.join('、')}`,
  };
  if (off >= 0) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}

/** One indicator a row, one year a column. */
export function writeYearTable(writing: Writing): void {
  const { dice, world } = writing;
  const { base, start, end } = world;
  const wrong = writing.notes.findings.flatMap(({ marks }) => marks).join();
  const rising = world.targets
    .filter(({ growth, measure }) => growth !== null && Number(growth) > 0 && !wrong.includes(`:${measure.name}`))
    .slice(-5);
  if (rising.length < 3) return;
  const all = Array.from({ length: end - start + 1 }, (_, i) => start + i);
  const head = ['指标', '单位', ...[base, ...all].map((each) => `${each}年`)];
  const rows = rising.map(({ measure, base: from, goal }) => {
    const steps = all.length;
    const between = all
      .slice(0, -1)
      .map((_, i) => (Number(from) * (Number(goal) / Number(from)) ** ((i + 1) / steps)).toFixed(measure.digits));
    return [measure.name, measure.unit === '' ? '—' : measure.unit, from, ...between, goal];
  });
  const title = dice.pick(['分年度主要目标', '主要指标分年度计划表']);
  if (dice.chance(0.35)) {
    writeYearRows(writing, title, rows, [base, ...all]);
    return;
  }
  const block = writeTable(writing, { title, head: [head], rows });
  rising.forEach(({ measure }, row) => {
    const place = { block, row, quote: measure.name };
    [base, ...all].forEach((each, i) => {
      writing.note(
        figure(writing, {
          name: measure.name,
          value: (rows[row] as string[])[i + 2] as string,
          unit: measure.unit,
          year: String(each),
          kind: i === 0 ? 'baseline' : 'target',
          origin: 'table',
        }),
        place,
      );
    });
  });
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: rows.map((row, i) => ({ row: i, name: row[0] as string, values: row.slice(2).map(Number) })),
  });
}

/** The same turned round: a year a row, an indicator a column. */
function writeYearRows(
  writing: Writing,
  title: string,
  rows: readonly (readonly string[])[],
  all: readonly number[],
): void {
  const unitOf = (row: readonly string[]): string => (row[1] === '—' ? '' : (row[1] as string));
  const head = ['年份', ...rows.map((row) => `${row[0]}${unitOf(row) === '' ? '' : `（${unitOf(row)}）`}`)];
  const turned = all.map((each, i) => [`${each}年`, ...rows.map((row) => row[i + 2] as string)]);
  const block = writeTable(writing, { title, head: [head], rows: turned });
  turned.forEach((cells, i) => {
    const place = { block, row: i, quote: cells[0] as string };
    rows.forEach((row, column) => {
      writing.note(
        figure(writing, {
          name: row[0] as string,
          value: cells[column + 1] as string,
          unit: unitOf(row),
          year: String(all[i]),
          kind: i === 0 ? 'baseline' : 'target',
          origin: 'table',
        }),
        place,
      );
    });
  });
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: turned.map((cells, i) => ({ row: i, name: cells[0] as string, values: cells.slice(1).map(Number) })),
  });
}

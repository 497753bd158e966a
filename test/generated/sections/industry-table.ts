/** Trades in rows, what they sell in columns, with a row that adds them up. */
import type { Trade } from '../words/industries.ts';
import { figure, type Writing, writeTable } from '../writing.ts';

const capital = (trade: Trade): string => `${trade.short}产业`;

export function writeIndustryTable(writing: Writing): void {
  const { dice, world } = writing;
  const withLeaders = dice.chance(0.6);
  const start = world.base;
  const heads = [
    '产业名称',
    `${start}年营业收入`,
    `${world.end}年营业收入`,
    '企业数（家）',
    ...(withLeaders ? [`${start}年龙头企业营业收入`, `${world.end}年龙头企业营业收入`] : []),
  ];
  const digits = 0;
  const subset = withLeaders && writing.plant('part/whole') ? dice.int(0, world.trades.length - 1) : -1;
  const figures = world.trades.map((trade, i) => {
    const { base, goal } = world.revenues.get(trade) ?? { base: 1, goal: 1 };
    const share = i === subset ? 1.6 : dice.between(0.3, 0.7);
    return [base, goal, dice.int(6, 60), ...(withLeaders ? [base * share, goal * share] : [])].map((value, column) =>
      value.toFixed(column === 2 ? 0 : digits),
    );
  });
  const places = figures[0]?.map((_, column) => (column === 2 ? 0 : digits)) ?? [];
  const sums = places.map((digit, column) => figures.reduce((sum, row) => sum + Number(row[column]), 0).toFixed(digit));
  const off = writing.plant('table/total') ? dice.int(0, 1) : -1;
  const totals = sums.map((sum, column) => (column === off ? (Number(sum) * 1.1 + 3).toFixed(digits) : sum));
  const first = dice.chance(0.5);
  const body = world.trades.map((trade, i) => [capital(trade), ...(figures[i] as string[])]);
  const rows = first ? [['合计', ...totals], ...body] : [...body, [dice.pick(['合计', '总计']), ...totals]];
  const title = dice.pick(['重点产业发展计划表', '主导产业培育目标汇总表', '分产业发展目标']);
  const numbered = dice.chance(0.5);
  const shown = numbered
    ? rows.map((row) => [row[0] === '合计' || row[0] === '总计' ? '' : String(body.indexOf(row) + 1), ...row])
    : rows;
  const head = numbered ? ['序号', ...heads] : heads;
  const block = writeTable(writing, { title, unit: '亿元', head: [head], rows: shown });
  rows.forEach((row, i) => {
    const subject = row[0] === '合计' || row[0] === '总计' ? '合计' : (row[0] as string);
    const place = { block, row: i, quote: subject };
    if (subject === '合计') writing.mark('industry-total', place);
    if (body.indexOf(row) === subset) writing.mark('industry-part', place);
    row.slice(1).forEach((cell, column) => {
      const name = (heads[column + 1] as string).replace(/^\d{4}年|（家）/g, '');
      writing.note(
        figure(writing, {
          name,
          subject,
          value: cell,
          unit: column === 2 ? '家' : '亿元',
          origin: 'table',
          year:
            column === 2
              ? null
              : String([start, world.end][column % 3 === 2 ? 0 : (column > 2 ? column - 3 : column) % 2]),
          kind: column === 0 || column === 3 || column === 2 ? 'baseline' : 'target',
        }),
        place,
      );
    });
  });
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: rows.map((row, i) => ({ row: i, name: row[0] as string, values: row.slice(1).map(Number) })),
  });
  if (subset >= 0) {
    writing.found({
      rule: 'part/whole',
      severity: 'high',
      title: `${capital(world.trades[subset] as Trade)}龙头企业收入大于全产业`,
      marks: ['industry-part'],
      arithmetic: `${figures[subset]?.[3]} > ${figures[subset]?.[0]}`,
    });
  }
  if (off >= 0) {
    writing.found({
      rule: 'table/total',
      severity: 'high',
      title: `${heads[off + 1]}合计`,
      marks: ['industry-total'],
      arithmetic: `合计应为 ${sums[off]}，表中为 ${totals[off]}`,
    });
  }
}

/** How the trades share the zone's output, in percent of all; rounding may leave a tenth over. */
export function writeStructure(writing: Writing): void {
  const { dice, world } = writing;
  const names = [...world.trades.map(({ short }) => `${short}产业`), '其他产业'];
  const split = (): string[] => {
    const weights = names.map(() => dice.between(1, 4));
    const sum = weights.reduce((total, each) => total + each, 0);
    return weights.map((each) => ((each / sum) * 100).toFixed(1));
  };
  const today = split();
  const aimed = split();
  const wrong = writing.plant('table/hundred');
  if (wrong) aimed[0] = (Number(aimed[0]) + dice.int(6, 11)).toFixed(1);
  const head = ['产业', `${world.base}年占比（%）`, `${world.end}年占比（%）`];
  const rows = names.map((name, i) => [name, today[i] as string, aimed[i] as string]);
  const title = dice.pick(['产业结构调整目标', '各产业产值占比']);
  const block = writeTable(writing, { title, head: [head], rows });
  rows.forEach(([subject = '', from = '', to = ''], row) => {
    const place = { block, row, quote: subject };
    writing.mark('structure', place);
    const common = { name: '占比', subject, unit: '%', kind: 'share', origin: 'table' } as const;
    writing.note(figure(writing, { ...common, value: from, year: String(world.base) }), place);
    writing.note(figure(writing, { ...common, value: to, year: String(world.end), is_target: true }), place);
  });
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: rows.map(([name = '', from, to], row) => ({ row, name, values: [Number(from), Number(to)] })),
  });
  const sum = aimed.reduce((total, each) => total + Number(each), 0).toFixed(1);
  const plant = {
    rule: 'table/hundred',
    title: '占比合计',
    marks: ['structure'],
    arithmetic: `${aimed.join(' + ')} = ${sum}`,
  };
  if (wrong) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}

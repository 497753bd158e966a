/** Who does what by when: as an annexed table, or in brackets behind each duty. */
import { duties, dutyGroups, offices } from '../words/offices.ts';
import { type Writing, writeTable } from '../writing.ts';

interface Duty {
  readonly text: string;
  readonly leads: readonly string[];
  readonly helpers: readonly string[];
  readonly deadline: string;
  readonly due: string | null;
}

function makeDuties(writing: Writing, howMany: number): Duty[] {
  const { dice, world } = writing;
  const { start, issued } = world;
  return dice.some(duties, howMany).map((text) => {
    const bodies = dice.some(offices, dice.int(2, 4));
    const year = dice.int(start, start + 1) + (issued.year > start ? 1 : 0);
    const month = dice.int(Math.min(12, issued.month + 1), 12);
    const due = `${year}-${String(month).padStart(2, '0')}`;
    const [deadline, fixed] = dice.pick([
      [`${year}年${month}月`, due],
      [`${year}年${month}月底前`, due],
      [`${year}年${month}月底`, due],
      [`${year}年底前`, `${year}-12`],
      ['持续推进', null],
      ['长期坚持', null],
      ['每季度1次', null],
      ['每年12月', null],
      ['每月', null],
      [`${year}年`, String(year)],
      ['全年工作', null],
    ] as const);
    return {
      text: text.replace('{zone}', world.zoneShort).replace('{trade}', dice.pick(world.trades).short),
      leads: bodies.slice(0, dice.chance(0.2) ? 2 : 1),
      helpers: bodies.slice(2),
      deadline,
      due: fixed,
    };
  });
}

/** 县发展改革局、财政局: the prefix stands once. */
const withPrefix = (prefix: string, bodies: readonly string[], every: boolean): string =>
  bodies.map((body, i) => (every || i === 0 ? prefix + body : body)).join('、');
const restored = (prefix: string, bodies: readonly string[]): string[] => bodies.map((body) => prefix + body);

export function writeTaskTable(writing: Writing): void {
  const { dice, world } = writing;
  const { tier } = world;
  const list = makeDuties(writing, dice.int(8, 18));
  const early = writing.plant('date/before') ? dice.int(0, list.length - 1) : -1;
  const every = dice.chance(0.3);
  const grouped = dice.chance(0.5);
  const committee = `${world.zoneShort}管委会`;
  const head = [
    '序号',
    dice.pick(['工作任务', '重点任务', '主要任务']),
    '牵头单位',
    dice.pick(['配合单位', '配合单位', '责任单位', '参与单位']),
    dice.pick(['完成时间', '完成时限', '时间要求']),
  ];
  const rows: string[][] = [];
  const at: number[] = [];
  const helpersOf: string[][] = [];
  const size = Math.ceil(list.length / 3);
  const groups = dice.some(dutyGroups, 3);
  const deadlineOf = (duty: Duty, i: number): string =>
    i === early ? `${world.issued.year - 1}年10月` : duty.deadline;
  list.forEach((duty, i) => {
    if (grouped && i % size === 0) rows.push(['', `${['一', '二', '三'][i / size]}、${groups[i / size]}`, '', '', '']);
    at.push(rows.length);
    const helpers = [...restored(tier, duty.helpers), ...(i % 4 === 0 ? [committee] : [])];
    helpersOf.push(helpers.length > 0 ? helpers : [committee]);
    const printed = [
      withPrefix(tier, duty.helpers, every),
      i % 4 === 0 || duty.helpers.length === 0 ? committee : '',
    ].filter((each) => each !== '');
    rows.push([
      String(i + 1),
      duty.text,
      withPrefix(tier, duty.leads, every),
      printed.join(dice.pick(['，', '、'])),
      deadlineOf(duty, i),
    ]);
  });
  writing.line('box-title', dice.pick(['附件', '附件1', '附件：']));
  const title = dice.pick(['重点任务分工表', '任务分解及进度安排表', '主要任务分工方案']);
  const block = writeTable(writing, { title, head: [head], rows });
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: list.map((duty, i) => ({ row: at[i] as number, name: duty.text, values: [] })),
  });
  list.forEach((duty, i) => {
    const place = { block, row: at[i] as number, quote: duty.text };
    writing.mark(`task:${i}`, place);
    writing.notes.tasks.push({
      place,
      no: String(i + 1),
      task: duty.text,
      lead_units: restored(tier, duty.leads),
      cooperating_units: helpersOf[i] as string[],
      deadline: deadlineOf(duty, i),
      schedule: { due: i === early ? `${world.issued.year - 1}-10` : duty.due },
      type: 'assigned_task',
    });
  });
  if (early >= 0) {
    writing.found({
      rule: 'date/before',
      severity: 'high',
      title: '任务完成时间早于印发时间',
      marks: [`task:${early}`, 'issued'],
      arithmetic: `${world.issued.year - 1}-10 < ${world.issued.year}-${world.issued.month}`,
    });
  }
}

export function writeTaskList(writing: Writing): void {
  const { dice, world } = writing;
  const { tier } = world;
  writing.heading(1, dice.pick(['主要任务', '重点工作', '任务分工']));
  const style = dice.int(0, 2);
  const list = makeDuties(writing, dice.int(5, 9));
  list.forEach((duty, i) => {
    const number = [`${i + 1}.`, `（${i + 1}）`, `${i + 1}、`][style] as string;
    const leads = withPrefix(tier, duty.leads, true);
    const helpers = withPrefix(tier, duty.helpers, true);
    const whole = [
      `（牵头单位：${leads}${helpers === '' ? '' : `；配合单位：${helpers}`}；完成时限：${duty.deadline}）`,
      `（${leads}牵头${helpers === '' ? '' : `，${helpers}配合`}，${duty.deadline}${duty.due === null ? '' : '完成'}）`,
      `（责任单位：${leads}；完成时限：${duty.deadline}）`,
    ][style] as string;
    const place = writing.paragraph(number, { text: duty.text }, '。', whole);
    writing.notes.tasks.push({
      place: { block: place.block, quote: duty.text },
      no: String(i + 1),
      task: duty.text,
      lead_units: restored(tier, duty.leads),
      cooperating_units: style === 2 ? [] : restored(tier, duty.helpers),
      deadline: duty.deadline,
      schedule: { due: duty.due },
      type: 'assigned_task',
    });
  });
}

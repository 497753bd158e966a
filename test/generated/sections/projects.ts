/** Projects in a table, and the one whose title does not fit its content. */
import { amount, figure, type Writing, writeTable } from '../writing.ts';

export function writeProjectTable(writing: Writing): void {
  const { dice, world } = writing;
  const projects = world.projects;
  writing.heading(1, dice.pick(['重点项目', '重大项目支撑', '项目建设计划']));
  const sum = projects.reduce((total, { investment }) => total + Number(investment), 0);
  const decimals = projects.some(({ investment }) => investment.includes('.')) ? 1 : 0;
  const tooMany = writing.plant('count/projects');
  const tooMuch = writing.plant('sum/projects');
  const count = projects.length + (tooMany ? dice.int(2, 4) : 0);
  const stated = (sum * (tooMuch ? 1.2 : 1)).toFixed(decimals);
  writing.paragraph(
    `规划期内，`,
    {
      text: `共安排重点项目${amount(writing, String(count), '个')}`,
      mark: 'project-count',
      figures: [figure(writing, { name: '重点项目数', value: count, unit: '个', year: null, kind: 'target' })],
    },
    '，',
    {
      text: `总投资${amount(writing, stated, '亿元')}`,
      mark: 'project-sum',
      figures: [figure(writing, { name: '重点项目总投资', value: stated, unit: '亿元', year: null, kind: 'target' })],
    },
    '。',
  );
  const plant = {
    title: '项目个数、投资与清单',
    arithmetic: `清单 ${projects.length} 个、${sum.toFixed(decimals)} 亿元，称 ${count} 个、${stated} 亿元`,
  };
  if (tooMany) writing.found({ ...plant, rule: 'count/projects', severity: 'medium', marks: ['project-count'] });
  if (tooMuch) writing.found({ ...plant, rule: 'sum/projects', severity: 'high', marks: ['project-sum'] });
  if (!tooMany && !tooMuch) writing.passed({ ...plant, rule: 'sum/projects', marks: ['project-count', 'project-sum'] });

  const withOwner = dice.chance(0.7);
  const range = dice.pick(['—', '-', '至']);
  const wrong = writing.plant('title/content') ? projects.findIndex(({ name }) => name.includes('年产')) : -1;
  const head = ['序号', '项目名称', ...(withOwner ? ['建设单位'] : []), '建设内容及规模', '总投资（亿元）', '建设年限'];
  const reversed = writing.plant('date/order') ? projects.findIndex(({ start, finish }) => start < finish) : -1;
  const rows = projects.map((project, i) => {
    const [from, to] = i === reversed ? [project.finish, project.start] : [project.start, project.finish];
    const size = i === wrong ? String(Number(project.capacity) * 3) : project.capacity;
    return [
      String(i + 1),
      project.name,
      ...(withOwner ? [project.firm.name] : []),
      dice.pick([
        `新建生产线${dice.int(2, 6)}条，年产${project.product}${size}${project.unit}`,
        `建设厂房及配套设施，形成年产${size}${project.unit}${project.product}能力`,
      ]),
      project.investment,
      from === to ? String(from) : `${from}${range}${to}`,
    ];
  });
  const title = dice.pick(['重点项目表', '重点建设项目一览表', '重大项目清单']);
  const look = dice.chance(0.3) ? ('cells' as const) : undefined;
  const block = writeTable(writing, { title, head: [head], rows, ...(look ? { look } : {}) });
  projects.forEach((project, row) => {
    const place = { block, row, quote: project.name };
    writing.mark(`project:${row}`, place);
    writing.notes.projects.push({
      place,
      name: project.name,
      owner: withOwner ? project.firm.name : project.firm.short,
      industry: project.firm.trade.short,
      investment: { value: Number(project.investment), unit: '亿元' },
      start: row === reversed ? null : String(project.start),
      finish: row === reversed ? null : String(project.finish),
    });
    writing.note(
      figure(writing, {
        name: '总投资',
        subject: project.name,
        value: project.investment,
        unit: '亿元',
        year: null,
        kind: 'target',
        origin: 'project',
      }),
      place,
    );
    writing.note(
      figure(writing, {
        name: project.product,
        subject: project.name,
        value: row === wrong ? Number(project.capacity) * 3 : project.capacity,
        unit: project.unit,
        year: null,
        kind: 'target',
        origin: 'project',
      }),
      place,
    );
  });
  const money = head.indexOf('总投资（亿元）');
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: rows.map((row, i) => ({ row: i, name: row[1] as string, values: [Number(row[money])] })),
  });
  if (reversed >= 0) {
    const { start, finish } = projects[reversed] ?? { start: 0, finish: 0 };
    writing.found({
      rule: 'date/order',
      severity: 'high',
      title: '建成早于开工',
      marks: [`project:${reversed}`],
      arithmetic: `${finish} > ${start}`,
    });
  }
  if (wrong >= 0) {
    const project = projects[wrong];
    writing.found({
      rule: 'title/content',
      severity: 'high',
      title: '项目名称与建设规模不一',
      marks: [`project:${wrong}`],
      arithmetic: `名称 ${project?.capacity}，内容 ${Number(project?.capacity) * 3}`,
    });
  }
}

/** A framed list as converters print it: a cell a line, the field named once for several projects. */
export function writeProjectBox(writing: Writing): void {
  const { dice, world } = writing;
  const head = [
    '序号',
    dice.pick(['领域', '行业', '产业']),
    '项目名称',
    dice.pick(['重点内容', '建设内容', '项目概况']),
  ];
  let trade = '';
  const rows = world.projects.map((project, i) => {
    const { firm, name, product, capacity, unit, investment, start, finish } = project;
    const field = firm.trade.short === trade ? '' : firm.trade.short;
    trade = firm.trade.short;
    const jobs = dice.int(30, 600);
    return [
      String(i + 1),
      field,
      name,
      `${dice.pick(['规划总投资', '总投资'])}${amount(writing, investment, '亿元')}，${dice.pick([`建设年限${start}年至${finish}年`, `计划${start}年开工建设，${finish}年建成`])}。` +
        `年产${product}${amount(writing, capacity, unit)}，${dice.pick([`安置就业${jobs}人`, `新增就业岗位${jobs}个`])}。`,
    ];
  });
  const title = dice.pick([`${world.five === null ? '' : `“${world.five}”期间`}重点建设项目清单`, '重点项目储备清单']);
  const block = writeTable(writing, { title, head: [head], rows, look: dice.pick(['cells', 'tabs']) });
  writing.notes.tables.push({
    block,
    title,
    columns: head,
    rows: world.projects.map(({ name }, row) => ({ row, name, values: [] })),
  });
  world.projects.forEach((project, row) => {
    const place = { block, row, quote: project.name };
    writing.notes.projects.push({
      place,
      name: project.name,
      owner: project.firm.short,
      industry: project.firm.trade.short,
      investment: { value: Number(project.investment), unit: '亿元' },
      start: String(project.start),
      finish: String(project.finish),
    });
    const own = { subject: project.name, year: null, kind: 'target', origin: 'project' } as const;
    writing.note(figure(writing, { ...own, name: '总投资', value: project.investment, unit: '亿元' }), place);
    writing.note(
      figure(writing, { ...own, name: project.product, value: project.capacity, unit: project.unit }),
      place,
    );
    const jobs = rows[row]?.[3]?.match(/(\d+)([人个])。$/);
    if (jobs)
      writing.note(figure(writing, { ...own, name: '就业', value: Number(jobs[1]), unit: jobs[2] as string }), place);
  });
}

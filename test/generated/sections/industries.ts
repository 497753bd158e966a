/** The chapter on trades: what each makes, who leads it, what will be built. */

import type { Figure } from '../gold.ts';
import type { Phrase } from '../page.ts';
import { chineseNumber } from '../page.ts';
import { lookalikes, type Trade } from '../words/industries.ts';
import type { Firm, Undertaking } from '../world.ts';
import { amount, figure, sentence, type Writing, year } from '../writing.ts';

const capital = (trade: Trade): string => `${trade.short}产业`;

export function writeIndustries(writing: Writing): void {
  const { dice, world } = writing;
  const { trades } = world;
  const heading = writing.heading(1, dice.pick(['产业发展重点', '构建现代产业体系', '主导产业培育', '重点任务']));
  const wrong = writing.plant('count/list');
  const stated = wrong ? trades.length + dice.pick([1, 2]) : trades.length;
  const names = trades.map(({ short }) => short);
  const count = dice.chance(0.6) ? `${chineseNumber(stated)}大` : `${stated}个`;
  const text = dice.pick([
    `重点发展${names.join('、')}${stated > 1 ? '等' : ''}${count}产业`,
    `着力构建以${names.join('、')}${count}产业为支撑的产业格局`,
    `聚焦${names.slice(0, -1).join('、')}和${names.at(-1)}${count}主导产业`,
  ]);
  writing.paragraph(
    {
      text,
      mark: 'count',
      figures: [
        figure(writing, { name: '重点产业数', value: stated, unit: '个', year: String(world.end), kind: 'target' }),
      ],
    },
    dice.pick(['。', '，推动集群化、高端化发展。', '，完善产业链条。']),
  );
  const plant = {
    rule: 'count/list',
    title: '产业个数与列举',
    marks: ['count'],
    arithmetic: `列举 ${trades.length} 个，称 ${stated} 个`,
  };
  if (wrong) writing.found({ ...plant, severity: 'medium' });
  else writing.passed(plant);
  if (heading.block < 0) return;

  const boxed = dice.pick(['box', 'running', 'none'] as const);
  const misspelt = pickMisspelling(writing);
  const copied = writing.plant('text/duplicate');
  const cut = writing.plant('text/cut');
  trades.forEach((trade, i) => {
    writing.heading(2, dice.pick([capital(trade), `做强${capital(trade)}`, `提升发展${capital(trade)}`]));
    describe(writing, trade, i, copied, misspelt);
    if (cut && i === 1) {
      const broken = `围绕${trade.short}关键环节，引导企业加大研发投入，推动产学研`;
      writing.paragraph({ text: broken, mark: 'cut' });
      writing.found({ rule: 'text/cut', severity: 'low', title: '句子中断', marks: ['cut'], arithmetic: null });
    }
    const mine = world.projects.filter(({ firm }) => firm.trade === trade);
    if (boxed === 'box') writeBox(writing, trade, mine, i + 1);
    if (boxed === 'running') writeRunning(writing, mine);
  });
}

interface Misspelling {
  readonly firm: Firm;
  readonly wrong: string;
}

function pickMisspelling(writing: Writing): Misspelling | null {
  for (const firm of writing.world.firms.slice(0, 6)) {
    const pair = lookalikes.find(([right]) => firm.short.slice(0, -2).includes(right));
    if (pair === undefined) continue;
    if (!writing.plant('name/spelling')) return null;
    return { firm, wrong: firm.short.replace(pair[0], pair[1]) };
  }
  return null;
}

function describe(writing: Writing, trade: Trade, index: number, copied: boolean, misspelt: Misspelling | null): void {
  const { dice, world } = writing;
  const firms = world.firms.filter((firm) => firm.trade === trade);
  const products = trade.products.map(([name]) => name);
  const names = firms.map(({ short }) => short);
  const lead: Phrase = {
    text: dice.pick([
      `依托${names.join('、')}等骨干企业，`,
      `以${names.join('、')}等企业为龙头，`,
      `支持${names.join('、')}等重点企业做大做强，`,
    ]),
    ...(misspelt !== null && firms.includes(misspelt.firm) ? { mark: 'spelling' } : {}),
  };
  const what = dice.pick([
    `重点发展${products.join('、')}等产品`,
    `延伸拓展${products.join('、')}等环节`,
    `大力发展${products.join('、')}`,
  ]);
  const revenue = world.revenues.get(trade)?.goal ?? 0;
  writing.paragraph(
    lead,
    what,
    '，',
    dice.pick(['提升本地配套水平。', '引导上下游企业集聚。', '增强产业链供应链韧性。']),
    ...(dice.chance(0.7)
      ? sentence(
          [
            {
              text: `${dice.pick([`${capital(trade)}营业收入`, '营业收入', '主营业务收入'])}${dice.pick(['达到', '突破', '力争达到'])}${amount(writing, String(revenue), '亿元')}`,
            },
          ].map(({ text }): Phrase => {
            const name = text.replace(/(达到|突破|力争达到).*$/, '');
            return {
              text,
              figures: [
                figure(writing, {
                  name,
                  subject: capital(trade),
                  value: revenue,
                  unit: '亿元',
                  year: String(world.end),
                  kind: 'target',
                  comparator: text.includes('突破') ? '>' : '=',
                }),
              ],
            };
          }),
          `到${year(writing, world.end)}，`,
        )
      : []),
  );
  if (copied && index <= 1) {
    const passage = copiedPassage(world.trades[0] as Trade);
    writing.paragraph({ text: passage, mark: 'copy' });
    if (index === 1)
      writing.found({
        rule: 'text/duplicate',
        severity: 'medium',
        title: '两处文字重复',
        marks: ['copy'],
        arithmetic: null,
      });
  }
  if (misspelt !== null && firms.includes(misspelt.firm)) {
    const { firm, wrong } = misspelt;
    writing.paragraph(
      `推动${firm.short}扩能升级，`,
      { text: `鼓励${wrong}建设企业技术中心`, mark: 'spelling' },
      `，支持${firm.short}申报品牌。`,
    );
    writing.found({
      rule: 'name/spelling',
      severity: 'medium',
      title: `${firm.short} / ${wrong}`,
      marks: ['spelling'],
      arithmetic: null,
    });
  }
}

const copiedPassage = (trade: Trade): string =>
  `加强与高校和科研院所对接，围绕${trade.short}领域共性技术开展联合攻关，建设中试基地和检测平台，完善从原料到成品的配套体系，带动周边乡镇就业增收，形成特色鲜明、分工合理的发展格局。`;

function projectWords(writing: Writing, project: Undertaking): { phrases: (Phrase | string)[]; lead: string } {
  const { dice } = writing;
  const lead = project.name;
  const parts: (Phrase | string)[] = [lead, dice.pick(['，', '。', '：'])];
  const own = (name: string, value: string, unit: string): readonly Figure[] => [
    figure(writing, { name, subject: project.name, value, unit, year: null, kind: 'target', origin: 'project' }),
  ];
  parts.push(
    {
      text: `${dice.pick(['总投资', '计划总投资', '项目总投资'])}${amount(writing, project.investment, '亿元')}`,
      figures: own('总投资', project.investment, '亿元'),
    },
    '，',
  );
  parts.push(
    dice.pick([
      `建设期${project.start}—${project.finish}年`,
      `建设年限${project.start}-${project.finish}年`,
      `${project.start}年开工，${project.finish}年建成`,
    ]),
    '，',
  );
  parts.push(
    {
      text: `建成后年产${project.product}${amount(writing, project.capacity, project.unit)}`,
      figures: own(project.product, project.capacity, project.unit),
    },
    '。',
  );
  return { phrases: parts, lead };
}

const goldOf = (project: Undertaking, full: boolean) => ({
  name: project.name,
  owner: project.firm.short,
  industry: project.firm.trade.short,
  investment: full ? { value: Number(project.investment), unit: '亿元' } : null,
  start: full ? String(project.start) : null,
  finish: full ? String(project.finish) : null,
});

function writeBox(writing: Writing, trade: Trade, projects: readonly Undertaking[], number: number): void {
  const { dice } = writing;
  if (projects.length === 0) return;
  const title = dice.pick([`专栏${number} ${trade.short}产业重点项目`, `专栏 ${number}：${trade.short}领域重点工程`]);
  const box = writing.line('box-title', title);
  const isList = dice.chance(0.4);
  // A box of numbered sentences is a table to some readers and a list to others: without rows it is not asked for.
  writing.notes.tables.push({
    block: box.block,
    title,
    columns: [],
    rows: isList ? projects.map(({ name }) => ({ row: null, name, values: [] })) : [],
  });
  if (isList) {
    const items = projects.map(({ name }, i): (Phrase | string)[] => [`（${i + 1}）`, { text: name }]);
    const { block } = writing.paragraph(`${trade.short}：`, ...items.flat());
    for (const project of projects)
      writing.notes.projects.push({ ...goldOf(project, false), place: { block, quote: project.name } });
    return;
  }
  projects.forEach((project, i) => {
    const { phrases, lead } = projectWords(writing, project);
    const { block } = writing.paragraph(`${i + 1}.`, ...phrases);
    writing.notes.projects.push({ ...goldOf(project, true), place: { block, quote: lead } });
  });
}

function writeRunning(writing: Writing, projects: readonly Undertaking[]): void {
  const { dice } = writing;
  if (projects.length === 0) return;
  const { block } = writing.paragraph(
    dice.pick(['重点推进', '加快实施', '抓好']),
    ...projects.flatMap(({ name }, i): (Phrase | string)[] => [{ text: name }, i === projects.length - 1 ? '' : '、']),
    dice.chance(0.6)
      ? dice.pick(['等项目建设。', '等重点项目。'])
      : {
          text: `等${projects.length}个项目，尽快形成新增长点。`,
          figures: [
            figure(writing, {
              name: '重点项目数',
              subject: capital((projects[0] as Undertaking).firm.trade),
              value: projects.length,
              unit: '个',
              year: null,
              kind: 'target',
            }),
          ],
        },
  );
  for (const project of projects)
    writing.notes.projects.push({ ...goldOf(project, false), place: { block, quote: project.name } });
}

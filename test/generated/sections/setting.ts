/** The county around the zone and what serves the zone; thresholds and rewards that name sums of their own. */
import type { Phrase } from '../page.ts';
import { type Clause, service, setting } from '../words/setting.ts';
import { amount, figure, sentence, type Writing } from '../writing.ts';

function clause(writing: Writing, [pattern, name, unit, low, high, digits]: Clause, subject: string): Phrase {
  const { dice, world } = writing;
  const value = dice.between(low, high).toFixed(digits);
  return {
    text: pattern.replace('{县}', world.tier).replace('{}', amount(writing, value, unit)),
    figures: [
      figure(writing, { name, subject, value, unit: unit === '个乡镇' ? '个' : unit, year: null, kind: 'baseline' }),
    ],
  };
}

export function writeSetting(writing: Writing): void {
  const { dice, world } = writing;
  const about = dice.some(setting, dice.int(2, 5)).map((each) => clause(writing, each, world.county));
  writing.paragraph(...sentence(about, dice.pick([`${world.county}`, '', `${world.county}区位条件较好，`])));
  if (dice.chance(0.6)) {
    const served = dice.some(service, dice.int(2, 4)).map((each) => clause(writing, each, world.zone));
    writing.paragraph(...sentence(served, dice.pick(['园区', '配套方面，', `${world.zone}`]), dice.pick(['，', '、'])));
  }
}

/** “对年纳税超过 500 万元的企业，给予 20 万元奖励”. A reader may note the sums or not: they measure no one. */
export function writeRewards(writing: Writing): void {
  const { dice } = writing;
  writing.heading(2, dice.pick(['激励措施', '奖补标准', '支持企业做大做强']));
  const tolerated = { year: null, kind: 'target', origin: 'park' } as const;
  const rules = [
    ['对年纳税额首次超过{a}万元的企业，一次性奖励{b}万元', 300, 5000, 5, 80],
    ['对新认定的高新技术企业给予{b}万元奖励，对复审通过的减半', 0, 0, 10, 50],
    ['对年营业收入突破{a}亿元的企业，奖励经营团队{b}万元', 1, 50, 10, 200],
    ['对租用标准厂房{a}平方米以上的企业，前三年给予租金补贴，每年不超过{b}万元', 1000, 20000, 10, 90],
    ['对引进的博士每人发放安家补助{b}万元', 0, 0, 5, 40],
  ] as const;
  for (const [pattern, low, high, least, most] of dice.some(rules, dice.int(2, 3))) {
    const a = low === 0 ? 0 : dice.int(low, high);
    const b = dice.int(least, most);
    const [, unit = '万元'] = pattern.match(/\{a\}(万元|亿元|平方米)/) ?? [];
    writing.paragraph({
      text: `${pattern.replace('{a}', String(a)).replace('{b}', String(b))}。`,
      figures: [
        ...(low === 0
          ? []
          : [figure(writing, { ...tolerated, name: '奖励门槛', value: a, unit, comparator: '>' as const })]),
        figure(writing, { ...tolerated, name: '奖励金额', value: b, unit: '万元' }),
        ...(pattern.includes('前三年')
          ? [figure(writing, { ...tolerated, name: '补贴年限', value: 3, unit: '年' })]
          : []),
      ],
    });
  }
}

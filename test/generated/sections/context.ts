/** What surrounds the zone's own figures: the country and the world, laws and numbers that state nothing about it. */

import type { Phrase } from '../page.ts';
import { figure, sentence, type Writing } from '../writing.ts';

/** Sentences whose numbers are no figures of anything: names, laws, slogans. */
const decoys: readonly string[] = [
  '深度融入“一带一路”建设，积极参与区域协作。',
  '推进5G、物联网、人工智能等技术在生产环节应用。',
  '严格执行GB 3095、GB 8978等国家标准。',
  '按照《中华人民共和国土地管理法》第六十三条有关规定执行。',
  '落实“四上”企业培育政策，办好12345热线转办事项。',
  '坚持“两山”理念，打好三大攻坚战。',
  '用好“互联网+政务服务”，实现一网通办。',
  '对接G60、G25沿线城市，承接产业转移。',
  '推广“1+N”服务模式，组建专业化招商小组。',
];

const general: readonly string[] = [
  '当前，外部环境更趋复杂，区域竞争日益激烈，要素成本持续上升，转型压力依然较大。',
  '新一轮科技革命加速演进，产业组织方式深刻变化，为后发地区提供了换道超车的可能。',
  '从自身看，产业链条偏短，龙头企业带动不足，土地利用效率有待提高，专业人才相对缺乏。',
  '交通条件持续改善，周边市场空间广阔，承接产业转移的条件逐步成熟。',
  '资源环境约束趋紧，节能降碳任务繁重，传统粗放发展方式难以为继。',
  '配套服务仍有短板，公共平台建设滞后，企业融资难问题尚未根本缓解。',
];

export function writeContext(writing: Writing): void {
  const { dice, world } = writing;
  writing.heading(2, dice.pick(['发展环境', '面临形势', '机遇与挑战', '存在问题']));
  const said = dice.some(general, dice.int(2, 4));
  writing.paragraph(said[0] as string, dice.pick(decoys));
  if (dice.chance(0.7)) {
    const trade = dice.pick(world.trades);
    const national = dice.chance(0.7);
    const subject = national ? '全国' : '全球';
    const lead = national ? dice.pick(['全国', '我国']) : '全球';
    const size = dice.between(1, 9).toFixed(1);
    const rate = dice.between(4, 15).toFixed(1);
    const clauses: Phrase[] = [
      {
        text: `${world.base - 1}年${lead}${trade.short}产业规模约${size}万亿元`,
        figures: [
          figure(writing, {
            name: `${trade.short}产业规模`,
            subject,
            value: size,
            unit: '万亿元',
            year: String(world.base - 1),
            kind: 'baseline',
            comparator: '~',
          }),
        ],
      },
      {
        text: `同比增长${rate}%`,
        figures: [
          figure(writing, {
            name: `${trade.short}产业规模增速`,
            subject,
            value: rate,
            unit: '%',
            year: String(world.base - 1),
            kind: 'growth_rate',
          }),
        ],
      },
    ];
    writing.paragraph(
      ...sentence(clauses.slice(0, dice.int(1, 2)), dice.pick(['', '据行业协会统计，', '从行业看，'])),
      said[1] as string,
    );
  }
  for (const each of said.slice(2)) writing.paragraph(each, dice.chance(0.5) ? dice.pick(decoys) : '');
}

export const decoy = ({ dice }: Writing): string => (dice.chance(0.3) ? dice.pick(decoys) : '');

import { theme } from './rows.ts';

const common = { department: '发展和改革委员会', owner: '发展和改革委员会' };
const money = { unit: '亿元', decimals: 2 } as const;
const stock = { aggregation: 'last', decimals: 0 } as const;

/** What programmes and plans of zones set themselves, and no statistical report asks for. */
export const programme = [
  ...theme({ ...common, source: '省级产业项目推进文件附表（2011 年）', since: '2011' }, [
    {
      id: 'programme.parks',
      zh: '重点发展园区数',
      en: 'Key parks of a programme',
      unit: '个',
      ...stock,
      is: ['列入推进文件的重点园区个数', 'Parks that a programme names as key parks'],
    },
    {
      id: 'programme.park-sales',
      zh: '重点发展园区销售收入',
      en: 'Sales of the key parks',
      ...money,
      is: ['列入推进文件的重点园区实现的销售收入', 'Sales of the parks that a programme names'],
    },
    {
      id: 'programme.lead-firms',
      zh: '重点培育龙头企业数',
      en: 'Lead firms of a programme',
      unit: '个',
      ...stock,
      is: ['列入推进文件的龙头企业个数', 'Firms that a programme names as lead firms'],
    },
    {
      id: 'programme.lead-revenue',
      zh: '重点培育龙头企业主营业务收入',
      en: 'Revenue of the lead firms',
      ...money,
      is: ['列入推进文件的龙头企业的主营业务收入', 'Revenue of the firms that a programme names'],
    },
    {
      id: 'programme.full-output-sales',
      zh: '项目达产后年销售收入',
      en: 'Yearly sales of projects at full output',
      ...money,
      is: ['在库重点项目全部达产后一年的销售收入', 'Sales of a year once all key projects run at full output'],
    },
    {
      id: 'programme.full-output-profit-tax',
      zh: '项目达产后年利税',
      en: 'Yearly profit and tax of projects at full output',
      ...money,
      is: ['在库重点项目全部达产后一年的利税', 'Profit and tax of a year once all key projects run at full output'],
    },
  ]),
  ...theme({ ...common, source: '开发区发展规划的指标表', since: '2015' }, [
    {
      id: 'programme.developed-area',
      zh: '园区开发建设面积',
      en: 'Developed area of a park',
      unit: '公顷',
      base: '亩',
      aggregation: 'last',
      decimals: 2,
      is: ['园区累计开发建设的面积', 'Area of a park that has been developed so far'],
    },
    {
      id: 'programme.infrastructure',
      zh: '园区累计基础设施投资',
      en: 'Infrastructure investment of a park so far',
      ...money,
      aggregation: 'last',
      is: ['规划期内园区累计完成的基础设施投资', 'Infrastructure investment of a park over the years of a plan'],
    },
    {
      id: 'programme.profit-tax',
      zh: '园区工业利税',
      en: 'Profit and tax of industry in a park',
      ...money,
      is: ['园区规模以上工业企业的利润与税金之和', 'Profit and tax of the larger industrial firms of a park'],
    },
    {
      id: 'programme.talent',
      zh: '国内外高端人才数',
      en: 'Highly qualified people',
      unit: '人',
      ...stock,
      is: ['在园区工作的国内外高端人才', 'Highly qualified people from home and abroad at work in a zone'],
    },
    {
      id: 'programme.tax-per-mu',
      zh: '规划亩均税收',
      en: 'Tax per mu as planned',
      unit: '万元/亩',
      decimals: 2,
      aggregation: 'weighted',
      weight: 'land.used-area',
      is: ['规划指标表直接给出的亩均税收；由税收与用地推算的另见“亩均税收”', 'Tax per mu as a plan states it'],
    },
    {
      id: 'programme.investment-per-mu',
      zh: '规划亩均投资',
      en: 'Investment per mu as planned',
      unit: '万元/亩',
      decimals: 2,
      aggregation: 'weighted',
      weight: 'land.used-area',
      is: ['规划指标表直接给出的亩均投资', 'Investment per mu as a plan states it'],
    },
    {
      id: 'programme.cluster-share',
      zh: '规划产业集聚度',
      en: 'Share of the leading industries as planned',
      unit: '%',
      decimals: 1,
      aggregation: 'weighted',
      weight: 'industry.output',
      is: ['规划指标表直接给出的产业集聚度', 'Share of the leading industries as a plan states it'],
    },
    {
      id: 'programme.top-ten-share',
      zh: '十强产业投资占比',
      en: 'Share of the ten strong industries in investment',
      unit: '%',
      decimals: 1,
      aggregation: 'weighted',
      weight: 'investment.fixed-assets',
      is: [
        '规划指标表直接给出的十强产业投资占比',
        'Share of the ten strong industries in investment as a plan states it',
      ],
    },
  ]),
];

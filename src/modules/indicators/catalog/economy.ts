import { theme } from './rows.ts';

const bureau = { department: '统计局', owner: '发展改革局' };

export const economy = [
  ...theme({ ...bureau, source: '国家统计局《统计指标解释》国民经济核算' }, [
    {
      id: 'economy.gdp',
      zh: '地区生产总值',
      en: 'Gross regional product',
      unit: '亿元',
      decimals: 2,
      aliases: ['GDP', '生产总值'],
      is: [
        '辖区全部常住单位一定时期生产活动的最终成果，按季核算',
        'Final result of production of all resident units; computed every quarter',
      ],
    },
    {
      id: 'economy.secondary-industry',
      zh: '第二产业增加值',
      en: 'Value added of the secondary industry',
      unit: '亿元',
      decimals: 2,
      is: [
        '采矿、制造、电热燃水供应和建筑业的增加值之和',
        'Value added of mining, manufacturing, utilities and construction',
      ],
    },
    {
      id: 'economy.tertiary-industry',
      zh: '第三产业增加值',
      en: 'Value added of the tertiary industry',
      unit: '亿元',
      decimals: 2,
      is: ['服务业的增加值之和', 'Value added of the services'],
    },
    {
      id: 'economy.tertiary-share',
      zh: '第三产业增加值占比',
      en: 'Share of the tertiary industry',
      unit: '%',
      decimals: 1,
      aggregation: 'ratio',
      above: 'economy.tertiary-industry',
      below: 'economy.gdp',
      direction: 'neither',
      is: ['第三产业增加值÷地区生产总值', 'Value added of the tertiary industry over the regional product'],
    },
    {
      id: 'economy.retail-sales',
      zh: '社会消费品零售总额',
      en: 'Retail sales of consumer goods',
      unit: '亿元',
      decimals: 2,
      januaryExempt: true,
      is: [
        '企业（单位、个体户）售给个人和社会集团的非生产、非经营用实物商品金额及餐饮收入',
        'Goods sold for consumption, and catering',
      ],
      source: '国家统计局《统计指标解释》国内贸易',
    },
  ]),
  ...theme({ department: '财政局', owner: '财政局', source: '财政部《政府收支分类科目》' }, [
    {
      id: 'economy.budget-revenue',
      zh: '一般公共预算收入',
      en: 'General public budget revenue',
      unit: '万元',
      is: ['按现行财政体制归属本级的税收与非税收入', 'Tax and other revenue that belongs to this level of government'],
    },
    {
      id: 'economy.budget-tax',
      zh: '一般公共预算收入中的税收收入',
      en: 'Tax revenue within the budget revenue',
      unit: '万元',
      is: ['一般公共预算收入中的各项税收', 'Taxes within the general public budget revenue'],
    },
    {
      id: 'economy.budget-tax-share',
      zh: '税收收入占一般公共预算收入比重',
      en: 'Share of taxes in budget revenue',
      unit: '%',
      decimals: 1,
      aggregation: 'ratio',
      above: 'economy.budget-tax',
      below: 'economy.budget-revenue',
      is: ['税收收入÷一般公共预算收入', 'Tax revenue over the general public budget revenue'],
    },
    {
      id: 'economy.budget-spending',
      zh: '一般公共预算支出',
      en: 'General public budget spending',
      unit: '万元',
      direction: 'neither',
      is: ['列入一般公共预算的各项支出', 'All spending within the general public budget'],
    },
  ]),
  ...theme({ department: '税务局', owner: '财政局', source: '税务部门入库统计口径' }, [
    {
      id: 'economy.tax-total',
      zh: '税收收入',
      en: 'Taxes paid in',
      unit: '万元',
      aliases: ['税收总额', '入库税收'],
      is: ['辖区纳税人实际入库税收（含中央级）', 'Taxes that payers of the area paid in, the central share included'],
    },
  ]),
];

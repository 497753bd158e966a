import { theme } from './rows.ts';

export const people = [
  ...theme(
    { department: '人力资源和社会保障局', owner: '人力资源和社会保障局', source: '国家统计局《劳动工资统计报表制度》' },
    [
      {
        id: 'people.employees',
        zh: '期末从业人员数',
        en: 'People employed at the end of the period',
        unit: '人',
        aggregation: 'last',
        aliases: ['从业人员'],
        is: ['期末在单位工作并取得劳动报酬的人员数', 'People who work for pay at the end of the period'],
      },
      {
        id: 'people.new-jobs',
        zh: '新增就业人数',
        en: 'New jobs',
        unit: '人',
        aliases: ['城镇新增就业'],
        is: ['自年初累计新增就业人数', 'Jobs added since January'],
      },
    ],
  ),
  ...theme({ department: '市场监督管理局', owner: '市场监督管理局', source: '市场主体登记统计口径' }, [
    {
      id: 'people.registered-firms',
      zh: '注册企业数',
      en: 'Registered firms',
      unit: '家',
      aggregation: 'last',
      is: ['期末在册企业数', 'Firms on the register at the end of the period'],
    },
    {
      id: 'people.new-firms',
      zh: '新设企业数',
      en: 'Firms newly registered',
      unit: '家',
      is: ['自年初累计新登记企业数', 'Firms registered since January'],
    },
    {
      id: 'people.listed-firms',
      zh: '上市企业数',
      en: 'Listed firms',
      unit: '家',
      aggregation: 'last',
      is: ['期末在境内外证券交易所上市的企业数', 'Firms listed on a stock exchange at home or abroad'],
    },
  ]),
  ...theme({ department: '应急管理局', owner: '应急管理局', source: '应急管理部《生产安全事故统计调查制度》' }, [
    {
      id: 'people.accident-deaths',
      zh: '生产安全事故死亡人数',
      en: 'Deaths in work accidents',
      unit: '人',
      direction: 'less',
      is: ['自年初累计生产安全事故死亡人数', 'Deaths in work accidents since January'],
    },
  ]),
];

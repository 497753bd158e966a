import { theme } from './rows.ts';

export const innovation = [
  ...theme(
    {
      department: '统计局',
      owner: '科学技术局',
      source: '《研究与试验发展（R&D）投入统计规范（试行）》（国统字〔2019〕47号）',
      since: '2019',
    },
    [
      {
        id: 'innovation.rd-spending',
        zh: 'R&D经费支出',
        en: 'Spending on research and development',
        unit: '万元',
        aliases: ['研发投入', '研发经费'],
        is: [
          '调查单位内部用于研究与试验发展的支出',
          'What the surveyed units spend inside on research and development',
        ],
      },
      {
        id: 'innovation.rd-intensity',
        zh: 'R&D经费支出占营业收入比重',
        en: 'R&D over revenue',
        unit: '%',
        decimals: 2,
        aggregation: 'ratio',
        above: 'innovation.rd-spending',
        below: 'industry.revenue',
        is: ['R&D经费支出÷规模以上工业营业收入', 'Spending on R&D over revenue of industry'],
      },
    ],
  ),
  ...theme(
    { department: '科学技术局', owner: '科学技术局', source: '《高新技术企业认定管理办法》（国科发火〔2016〕32号）' },
    [
      {
        id: 'innovation.high-tech-firms',
        zh: '高新技术企业数',
        en: 'High-tech firms',
        unit: '家',
        aggregation: 'last',
        is: ['期末证书在有效期内的高新技术企业数', 'Firms whose certificate holds at the end of the period'],
      },
      {
        id: 'innovation.technology-contracts',
        zh: '技术合同成交额',
        en: 'Value of technology contracts',
        unit: '万元',
        is: ['经认定登记的技术合同成交额', 'Value of the technology contracts registered'],
        source: '《技术合同认定登记管理办法》',
      },
    ],
  ),
  ...theme({ department: '市场监督管理局', owner: '市场监督管理局', source: '国家知识产权局专利统计口径' }, [
    {
      id: 'innovation.patents',
      zh: '有效发明专利拥有量',
      en: 'Invention patents in force',
      unit: '件',
      aggregation: 'last',
      is: ['期末有效的发明专利数', 'Invention patents in force at the end of the period'],
    },
  ]),
];

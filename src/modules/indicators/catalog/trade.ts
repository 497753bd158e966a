import { theme } from './rows.ts';

export const trade = [
  ...theme({ department: '商务局', owner: '商务局', source: '商务部《外商投资统计调查制度》' }, [
    {
      id: 'trade.foreign-capital',
      zh: '实际使用外资',
      en: 'Foreign capital used',
      unit: '万美元',
      base: '美元',
      decimals: 2,
      aliases: ['实际利用外资'],
      is: ['外国投资者按合同实际缴付的出资', 'What foreign investors have paid in under their contracts'],
    },
  ]),
  ...theme({ department: '海关', owner: '商务局', source: '海关总署《海关统计》' }, [
    {
      id: 'trade.total',
      zh: '进出口总额',
      en: 'Imports and exports',
      unit: '亿元',
      decimals: 2,
      aliases: ['外贸进出口总额'],
      is: ['经海关统计的进口与出口总值', 'Imports and exports as the customs count them'],
    },
    {
      id: 'trade.exports',
      zh: '出口总额',
      en: 'Exports',
      unit: '亿元',
      decimals: 2,
      is: ['经海关统计的出口总值', 'Exports as the customs count them'],
    },
    {
      id: 'trade.export-share',
      zh: '出口占进出口比重',
      en: 'Share of exports in trade',
      unit: '%',
      decimals: 1,
      direction: 'neither',
      aggregation: 'ratio',
      above: 'trade.exports',
      below: 'trade.total',
      is: ['出口总额÷进出口总额', 'Exports over imports and exports'],
    },
  ]),
];

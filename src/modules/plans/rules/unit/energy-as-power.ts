import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

export const energyAsPower = defineCheck<Dossier>({
  id: 'unit/energy-as-power',
  title: { zh: '电量与功率单位混用', en: 'Energy in units of power, or the reverse' },
  severity: 'warning',
  why: {
    zh: '发电量的单位是千瓦时，装机容量的单位是千瓦；混用后无法核算小时数和能耗。',
    en: 'Electricity is counted in kWh, capacity in kW; mixed up, neither hours nor consumption can be computed.',
  },
  message: {
    zh: '“{label}”用了{is}单位“{unit}”；{what}应使用{should}，请核对是指标名写错还是单位写错',
    en: '“{label}” is given in “{unit}”, a unit of {isEn}; it should be in {shouldEn}; check whether the name or the unit is wrong',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences)
        for (const stated of statedIn(reading, sentence)) {
          const { dimension, label, quantity } = stated;
          const energy = /(发电量|用电量|供电量|耗电量|电量)[^，。；]{0,8}$/.test(label);
          const power = /(装机容量|装机规模|装机)[^，。；]{0,8}$/.test(label);
          if (energy && dimension === 'power')
            report([labelled(stated)], {
              label,
              unit: quantity.unit,
              is: '功率',
              what: '电量',
              should: '千瓦时',
              isEn: 'power',
              shouldEn: 'kWh',
            });
          else if (power && dimension === 'energy')
            report([labelled(stated)], {
              label,
              unit: quantity.unit,
              is: '电量',
              what: '装机容量',
              should: '千瓦',
              isEn: 'energy',
              shouldEn: 'kW',
            });
        }
  },
  examples: examples({
    pass: ['电站装机容量45兆瓦，年发电量3亿千瓦时。\n'],
    fail: ['去年全区屋顶光伏发电量为35兆瓦。\n'],
  }),
});

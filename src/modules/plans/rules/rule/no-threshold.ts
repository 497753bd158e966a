import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { matchesIn, proseOf, sentenceAround } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const standard =
  /(?:投资强度|投入产出率|税收贡献率|亩均税收|容积率|单位能耗)[、，][^。；]{0,40}?(?:准入标准|准入条件|入园标准|准入门槛|控制指标)/g;

export const noThreshold = defineCheck<Dossier>({
  id: 'rule/no-threshold',
  title: { zh: '准入标准没有数值', en: 'Entry criteria without values' },
  severity: 'advice',
  why: {
    zh: '没有数值的标准无法执行，项目评审只能凭印象。',
    en: 'A criterion without a value cannot be applied.',
  },
  message: {
    zh: '“{quote}”只列了名称，全文没有给出数值；请写明每项标准的最低值和单位，或注明引用的文件',
    en: '“{quote}” names criteria, but the text gives no values; state the least value of each, or the document that does',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const passages = proseOf(reading);
      for (const { passage, match, source } of matchesIn(passages, standard)) {
        const { start, end } = sentenceAround(passage.prose.text, match.index);
        const hasValue = /\d+(?:\.\d+)?\s?(?:万元|亿元|%|％|吨)/.test(passage.prose.text.slice(start, end));
        const names = match[0].split(/[、，]/).map((each) => each.replace(/等.*/, '').replace(/.*项目/, ''));
        const elsewhere = names.some(
          (name) =>
            name.length >= 4 && passages.some(({ prose }) => new RegExp(`${name}[^。；\\d]{0,10}\\d`).test(prose.text)),
        );
        if (hasValue || elsewhere) continue;
        report([source], { quote: match[0] });
      }
    }
  },
  examples: examples({
    pass: ['严格执行项目投资强度、容积率等准入标准，投资强度不低于300万元/亩。\n'],
    fail: ['落户项目须符合投资强度、税收贡献率、单位能耗等准入条件。\n'],
  }),
});

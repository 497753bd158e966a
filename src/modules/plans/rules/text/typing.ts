import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { type Match, matchesIn, passagesOf } from '../../checking/passages.ts';
import words from '../../checking/typing.json' with { type: 'json' };
import type { Dossier } from '../../dossier.ts';

const wrong = new Map(words.wrong.map(([bad = '', good = '']) => [bad, good]));
const wrongWords = new RegExp([...wrong.keys()].join('|'), 'g');
const traditional = new RegExp(`[\\p{Script=Han}]?[${words.traditional}]`, 'gu');
/** Words of which a character stands twice: 成果转化化, 的的. */
const doubled = new RegExp(`[\\p{Script=Han}]{0,2}(?:${words.doubled.join('|')})[\\p{Script=Han}]{0,2}`, 'gu');
/** Two words that meet, one ending as the other begins: 批发发展 is right. */
const isSlip = ({ match }: Match): boolean => !words.doubledRight.some((right) => match[0].includes(right));

const traditionalIn = (text: string): boolean => !/[臺灣澳門]/u.test(text);

export const typing = defineCheck<Dossier>({
  id: 'text/typing',
  title: { zh: '疑似错别字', en: 'Likely typing mistakes' },
  severity: 'advice',
  why: {
    zh: '错字、繁体字、重字影响文件严肃性，也使检索和数据提取漏项。',
    en: 'Wrong, traditional and doubled characters cost authority, and searches miss them.',
  },
  message: {
    zh: '有 {count} 处疑似错别字：{places}；请逐处核对',
    en: '{count} likely typing mistakes: {places}; check each',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const passages = passagesOf(reading);
      const slips = [
        ...matchesIn(passages, wrongWords).map((found) => ({
          found,
          say: `“${found.match[0]}”应为“${wrong.get(found.match[0])}”`,
        })),
        ...matchesIn(passages, traditional)
          .filter(({ match }) => traditionalIn(match[0]))
          .map((found) => ({ found, say: `“${found.match[0]}”含繁体字` })),
        ...matchesIn(passages, doubled)
          .filter(isSlip)
          .map((found) => ({ found, say: `“${found.match[0]}”重字` })),
      ].sort((a, b) => a.found.source.start - b.found.source.start);
      if (slips.length === 0) continue;
      const places =
        slips
          .slice(0, 8)
          .map(({ say }) => say)
          .join('；') + (slips.length > 8 ? '等' : '');
      report(
        slips.map(({ found }) => found.source),
        { count: slips.length, places },
      );
    }
  },
  examples: examples({
    pass: ['稳步推进进出口贸易，强化化工产业，实实在在提升升级水平。\n'],
    fail: ['产业规模扔将扩大，推动研究成果转化化，完善园区道路建設。\n'],
  }),
});

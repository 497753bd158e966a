import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { type Match, matchesIn, passagesOf } from '../../checking/passages.ts';
import words from '../../checking/typing.json' with { type: 'json' };
import type { Dossier } from '../../dossier.ts';

const wrong = new Map(words.wrong.map(([bad = '', good = '']) => [bad, good]));
const wrongWords = new RegExp([...wrong.keys()].join('|'), 'g');
const traditional = new RegExp(`[\\p{Script=Han}]?[${words.traditional}]`, 'gu');
/** Particles and word endings never stand twice: 的的, 化化, 构构. Reduplicated words are listed as allowed. */
const doubled =
  /[\p{Script=Han}]{0,3}(的的|地地|得得|和和|及及|与与|在在|是是|了了|等等等|化化|构构|建建|设设|发发|展展|开开|黑黑|工工|经经|济济|制制|度度|性性|加加|快快|推推|进进|强强|提提|升升|进进)(?![的]确)[\p{Script=Han}]{0,3}/gu;
const allowed = new Set(words.doubledAllowed);

/** A doubled character may be the end of one word and the start of the next: 化化工 and 发展展览 are both right. */
const acrossWords =
  /文化化|化化工|化化学|化化肥|开发发展|发展展|经济济|工业业|建设设备|建设设计|建设设施|强强联合|科研研|提升升级|加工工业|加工工艺|分工工作|制度度|度度|推进进程|推进进出口|加快快|改革革|体制制|控制制度|创建建设|结构构|发发放|批发发|研发发|开开|济济/;
const certain = /的的|结构构|转化化|开开区|黑黑|建建设|制制度|性性|地地方法/;

const isSlip = ({ match }: Match): boolean =>
  !allowed.has(match[1] ?? '') || certain.test(match[0])
    ? certain.test(match[0]) || !acrossWords.test(match[0])
    : false;

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
    fail: ['未来扔将保持较快增长，促进科技成果转化化，加强智慧城市建設。\n'],
  }),
});

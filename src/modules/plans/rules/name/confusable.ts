import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { lookalikesOf } from '../../checking/lookalikes.ts';
import { allPassages, firmsOf, mentionsOf, type NameMention, sourceOfMention } from '../../checking/names.ts';
import type { Dossier } from '../../dossier.ts';

interface Spelling {
  readonly name: string;
  readonly mentions: readonly NameMention[];
}

/** Of many right spellings, the nearest one in another paragraph: there a reader sees that the name is established. */
const nearest = (mentions: readonly NameMention[], to: NameMention | undefined): NameMention => {
  const distance = ({ passage }: NameMention) =>
    Math.abs(passage.block - (to?.passage.block ?? 0)) || Number.MAX_SAFE_INTEGER;
  return mentions.reduce((best, each) => (distance(each) < distance(best) ? each : best));
};

export const confusable = defineCheck<Dossier>({
  id: 'name/confusable',
  title: { zh: '一个名称两种写法', en: 'One name spelt in two ways' },
  severity: 'warning',
  why: {
    zh: '同音、形近字写错的企业名会被当成两家企业，政策、统计都会落空。',
    en: 'A firm misspelt becomes two firms in every list.',
  },
  message: {
    zh: '“{rare}”（{rareCount} 处）与“{usual}”（{usualCount} 处）只差易混字，疑为同一名称；请核对登记名称，统一写法',
    en: '“{rare}” ({rareCount}×) and “{usual}” ({usualCount}×) differ by an easily confused character; check the registered name and use one',
  },
  run(dossier, report) {
    const passages = allPassages(dossier);
    const names = [...new Set(firmsOf(dossier).flatMap(({ names: all }) => all))].filter(
      (name) => name.length >= 4 && name.length <= 12 && !/公司$/.test(name),
    );
    const lookalikes = lookalikesOf(passages, names);
    if (lookalikes.length === 0) return;
    const knownOf = new Map(lookalikes.map(({ known, mention }) => [mention.name, known]));
    const places = grouped(mentionsOf(passages, [...knownOf.keys(), ...knownOf.values()]), ({ name }) => name);
    const spellingOf = (name: string): Spelling => ({ name, mentions: places.get(name) ?? [] });
    const told = new Set<string>();
    for (const [seen, known] of knownOf) {
      const [a, b] = [spellingOf(seen), spellingOf(known)];
      if (a.mentions.length === 0 || b.mentions.length === 0) continue;
      const [rare, usual] = a.mentions.length <= b.mentions.length ? [a, b] : [b, a];
      const pair = [a.name, b.name].sort().join('|');
      if (told.has(pair)) continue;
      told.add(pair);
      report([...rare.mentions.slice(0, 5), nearest(usual.mentions, rare.mentions[0])].map(sourceOfMention), {
        rare: rare.name,
        rareCount: rare.mentions.length,
        usual: usual.name,
        usualCount: usual.mentions.length,
      });
    }
  },
  examples: examples({
    pass: ['依托恒源电缆、恒利建材等重点企业，壮大产业集群。\n\n支持恒源电缆等企业建设研发中心。\n'],
    fail: ['依托恒原电缆、恒利建材等重点企业，壮大产业集群。\n\n支持恒源电缆、恒利建材等企业建设研发中心。\n'],
  }),
});

/** The page docs/mechanisms.md: where each mechanism of the documents lives, or that it is open. */
import { domains, mechanisms, type Standing, standingOf } from '../src/modules/ledgers/mechanism.ts';
import { mechanismPlaces } from '../src/modules/ledgers/mechanism-places.ts';

const words = {
  ledger: '台账 ledger',
  elsewhere: '已有 there',
  partly: '部分 partly',
  open: '未做 open',
} as const satisfies Record<Standing, string>;

function rowOf(mechanism: (typeof mechanisms)[number]): string {
  const { key, name, refs } = mechanism;
  const { standing, places } = standingOf(mechanism);
  const lacks = mechanismPlaces[key]?.lacks;
  const still = standing === 'partly' && lacks !== undefined ? `缺：${lacks.zh} (${lacks.en})` : '';
  const where = places.map((place) => `\`${place}\``).join(' ');
  return `| ${[key, name, words[standing], where, still, refs.join(' ')].join(' | ')} |`;
}

export function mechanismsPage(): string {
  const counts = Map.groupBy(mechanisms, (each) => standingOf(each).standing);
  const summary = (Object.keys(words) as Standing[])
    .map((standing) => `${words[standing]} ${counts.get(standing)?.length ?? 0}`)
    .join(' · ');
  const sections = (Object.keys(domains) as (keyof typeof domains)[]).map((domain) => {
    const rows = mechanisms.filter((each) => each.domain === domain).map(rowOf);
    const head = '| key | 机制 | 状态 | 在哪里 where | 尚缺 lacking | 文件:行 |\n| --- | --- | --- | --- | --- | --- |';
    return `## ${domains[domain].zh} ${domains[domain].en}\n\n${head}\n${rows.join('\n')}`;
  });
  return ['# 机制 Mechanisms', `${mechanisms.length} mechanisms of the documents. ${summary}`, ...sections]
    .join('\n\n')
    .concat('\n');
}

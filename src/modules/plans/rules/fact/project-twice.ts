import { defineCheck } from '../../../../core/check.ts';
import type { ProjectFact } from '../../../documents/extraction.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { mentionsOf, type NameMention, sourceOfMention } from '../../checking/names.ts';
import { type Passage, passagesOf, sectionAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const bare = (name: string): string => name.replace(/\s/g, '').replace(/(建设|扩建|改造)?(项目|工程)$/, '');

/** Lists of projects: cells of a table, or a line of numbered names as boxes print them. */
const inList = ({ kind, prose }: Passage): boolean => kind === 'cell' || kind === 'item' || /（[12]）/.test(prose.text);

interface Twice {
  readonly project: ProjectFact;
  readonly mentions: readonly NameMention[];
}

/** Projects whose name stands in two lists; the reader of the facts has already joined them into one. */
function listedTwice(reading: Reading): Twice[] {
  const byName = new Map(
    reading.facts.projects.filter(({ name }) => bare(name).length >= 6).map((project) => [bare(project.name), project]),
  );
  const passages = passagesOf(reading).filter(inList);
  return [...grouped(mentionsOf(passages, byName.keys()), ({ name }) => name)].flatMap(([name, mentions]) => {
    const project = byName.get(name);
    const places = [...new Map(mentions.map((mention) => [mention.passage.block, mention])).values()];
    return project && places.length >= 2 ? [{ project, mentions: places }] : [];
  });
}

export const projectTwice = defineCheck<Dossier>({
  id: 'fact/project-twice',
  title: { zh: '同一项目列入多个清单', en: 'One project in several lists' },
  severity: 'advice',
  why: {
    zh: '重复列项会重复计算投资和项目个数。',
    en: 'A project listed twice is counted twice, with its investment.',
  },
  message: {
    zh: '有 {count} 个项目在不同清单中重复列出：{names}；请保留一处，其余注明“见某清单”',
    en: '{count} projects stand in several lists: {names}; keep one entry and refer to it from the others',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const twice = listedTwice(reading);
      if (twice.length === 0) continue;
      const sectionOf = ({ passage }: NameMention) => sectionAt(passage)?.title ?? `第 ${passage.block + 1} 段`;
      const names = twice
        .slice(0, 5)
        .map(({ project, mentions }) => `${project.name}（${mentions.map(sectionOf).join('；')}）`)
        .join('、');
      report(
        twice.flatMap(({ mentions }) => mentions.slice(0, 2).map(sourceOfMention)),
        { count: twice.length, names },
      );
    }
  },
  examples: examples({
    pass: [
      '一、重点项目\n\n重点项目表\n\n序号\t项目名称\t总投资（亿元）\t建设年限\n1\t恒远智能养殖一体化项目\t3\t2021—2022\n2\t佳禾速冻食品加工项目\t2\t2022—2023\n',
    ],
    fail: [
      '一、重点项目\n\n重点项目表\n\n序号\t项目名称\t总投资（亿元）\t建设年限\n1\t恒远智能养殖一体化项目\t3\t2021—2022\n2\t佳禾速冻食品加工项目\t2\t2022—2023\n\n二、创新项目\n\n创新项目表\n\n序号\t项目名称\t总投资（亿元）\t建设年限\n1\t恒远智能养殖一体化项目\t3\t2021—2022\n2\t南山节能墙板项目\t2\t2022—2023\n',
    ],
  }),
});

import { defineCheck } from '../../../../core/check.ts';
import type { ProjectFact } from '../../../documents/extraction.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import type { Dossier } from '../../dossier.ts';

const bare = (name: string): string => name.replace(/[\s（）()“”"]/g, '').replace(/(建设|扩建|改造)?(项目|工程)$/, '');

interface Pair {
  readonly first: ProjectFact;
  readonly second: ProjectFact;
}

/** Projects that stand in two lists: the same name, or one name that begins the other. */
function pairsOf({ facts }: Reading): Pair[] {
  const named = facts.projects.filter(({ name, list }) => list !== null && bare(name).length >= 6);
  return [...grouped(named, ({ name }) => bare(name).slice(0, 6)).values()].flatMap((group) => {
    const [first, ...others] = group;
    const second =
      first &&
      others.find(
        ({ name, list }) =>
          list !== first.list && (bare(name).startsWith(bare(first.name)) || bare(first.name).startsWith(bare(name))),
      );
    return first && second ? [{ first, second }] : [];
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
      const pairs = pairsOf(reading);
      if (pairs.length === 0) continue;
      const names = pairs
        .slice(0, 5)
        .map(({ first, second }) => `${first.name}（${first.list}、${second.list}）`)
        .join('；');
      report(
        pairs.flatMap(({ first, second }) =>
          [first, second].map(({ source }) => ({ ...source, file: reading.document.name })),
        ),
        { count: pairs.length, names },
      );
    }
  },
  examples: examples({
    pass: [
      '专栏1 食品产业重点工程\n\n食品产业：（1）恒远智能养殖一体化项目（2）佳禾速冻食品加工项目\n\n专栏2 建材产业重点工程\n\n建材产业：（1）元建装配式建筑材料项目（2）南山节能墙板项目\n',
    ],
    fail: [
      '专栏1 食品产业重点工程\n\n食品产业：（1）恒远智能养殖一体化项目（2）佳禾速冻食品加工项目\n\n专栏2 创新驱动重点工程\n\n创新项目：（1）恒远智能养殖一体化项目（2）南山节能墙板项目\n',
    ],
  }),
});

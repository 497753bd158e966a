import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { matchesIn, passagesOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const paper =
  '《?([^，。；、《》（）\\n]{2,12}(?:（[^（）]{1,6}）)?[^，。；、《》（）\\n]{2,16}(?:办法|细则|制度|规定))》?';
const making = new RegExp(`(?:制定|制订|研究制定|建立|出台)${paper}`, 'gu');
const revising = new RegExp(`(?:修改完善|修订|修改|修订完善)${paper}`, 'gu');

const bare = (name: string): string => name.replace(/[《》\s]/g, '');

export const madeOrRevised = defineCheck<Dossier>({
  id: 'fact/made-or-revised',
  title: { zh: '同一文件，一处“制定”一处“修订”', en: 'One paper, made in one place and revised in another' },
  severity: 'advice',
  why: {
    zh: '是新定还是修订，决定要不要履行制定程序、何时完成。',
    en: 'Whether a paper is new or revised decides procedure and schedule.',
  },
  message: {
    zh: '“{name}”一处要求制定，另一处要求修改完善；请核实是否已有该文件，统一提法',
    en: '“{name}” is to be made in one place and revised in another; check whether it exists and say one thing',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const passages = passagesOf(reading);
      const made = grouped(matchesIn(passages, making), ({ match }) => bare(match[1] ?? ''));
      const told = new Set<string>();
      for (const { match, source } of matchesIn(passages, revising)) {
        const name = bare(match[1] ?? '');
        const [first] = made.get(name) ?? [];
        if (first === undefined || told.has(name)) continue;
        told.add(name);
        report([first.source, source], { name });
      }
    }
  },
  examples: examples({
    pass: ['制定全县产业项目考核办法。\n\n年底修改完善全县亩均评价办法。\n'],
    fail: ['制定全县产业项目考核办法。\n\n年底修改完善《全县产业项目考核办法》。\n'],
  }),
});

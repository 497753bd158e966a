import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { grouped, subjectCore } from '../../checking/figures.ts';
import { mentionsOf, type NameMention, sourceOfMention } from '../../checking/names.ts';
import { passagesOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const tails = ['产业园区', '工业园区', '产业园', '工业园', '园区', '开发区', '经济开发区', '集团', '公司', '股份', ''];

interface Family {
  readonly core: string;
  readonly names: ReadonlyMap<string, readonly NameMention[]>;
}

/** 青川经济技术开发区 and 青川高新技术产业开发区 are two zones of one town. */
const twinsIn = (names: readonly string[]): ReadonlySet<string> => {
  const cores = (pattern: RegExp) => names.filter((name) => pattern.test(name)).map(subjectCore);
  const economic = new Set(cores(/经济/));
  return new Set(cores(/高新/).filter((core) => economic.has(core)));
};

/** Parks and firms that the text calls by more than one full name. */
function familiesOf(reading: Reading): Family[] {
  const twins = twinsIn(reading.facts.parks.map(({ name }) => name));
  const parks = reading.facts.parks
    .filter(({ name }) => !twins.has(subjectCore(name)))
    .flatMap(({ name, aliases }) => [name, ...aliases].map((each) => ({ core: subjectCore(name), name: each })));
  const parkForms = [...new Set(parks.map(({ core }) => core))]
    .filter((core) => core.length >= 2 && !twins.has(core))
    .flatMap((core) => tails.slice(0, 7).map((tail) => ({ core, name: core + tail })));
  const firms = reading.facts.enterprises.flatMap(({ name, aliases }) =>
    aliases.length > 0 ? [name, ...aliases].map((each) => ({ core: name, name: each })) : [],
  );
  const all = [...parks, ...parkForms, ...firms].filter(({ name }) => name.length >= 4);
  const coreOf = new Map(all.map(({ core, name }) => [name, core]));
  // A project is called after its firm's short name: “恒远铝业板带项目” beside 青川恒远铝业有限公司 mixes no names up.
  const inProject = (mention: NameMention): boolean => {
    const { start } = sourceOfMention(mention);
    return reading.facts.projects.some(
      ({ owner, source }) =>
        owner !== null && coreOf.get(owner) === coreOf.get(mention.name) && source.start <= start && start < source.end,
    );
  };
  const said = mentionsOf(passagesOf(reading), coreOf.keys()).filter((mention) => !inProject(mention));
  const mentions = grouped(said, ({ name }) => coreOf.get(name) ?? null);
  return [...mentions].flatMap(([core, found]) => {
    const names = grouped(found, ({ name }) => name);
    return names.size >= 2 ? [{ core, names }] : [];
  });
}

export const variants = defineCheck<Dossier>({
  id: 'name/variants',
  title: { zh: '同一园区、企业有多种称谓', en: 'Parks and firms under several names' },
  severity: 'advice',
  why: {
    zh: '称谓不一，检索、汇总时会当成不同对象；正式文件首次用全称并注明简称。',
    en: 'Under several names one thing is counted as several; define a short form at the first full name.',
  },
  message: {
    zh: '有 {count} 个园区或企业用了多种称谓：{names}；请首次出现用全称并注明简称，之后统一',
    en: '{count} parks or firms go by several names: {names}; give the full name first with its short form, then keep to it',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const families = familiesOf(reading);
      if (families.length === 0) continue;
      const names =
        families
          .slice(0, 6)
          .map(({ names: forms }) => [...forms.keys()].join(' / '))
          .join('；') + (families.length > 6 ? '等' : '');
      const sources = families.flatMap(({ names: forms }) =>
        [...forms.values()].flatMap((places) => places.slice(0, 1).map(sourceOfMention)),
      );
      report(sources, { count: families.length, names });
    }
  },
  examples: examples({
    pass: [
      '项目名称\t建设单位\t总投资（亿元）\n恒远铝业板带项目\t青川恒远铝业有限公司\t3.2\n瑞丰冷链物流园\t瑞丰供应链有限公司\t1.5\n',
      '青川经开区下设东泉工业园、西河化工园两个园区。\n\n东泉工业园位于东泉镇。\n',
      '青川市现有青川经济技术开发区、青川高新技术产业开发区两个国家级开发区。\n',
    ],
    fail: ['青川经开区下设东泉工业园、西河化工园两个园区。\n\n东泉产业园位于东泉镇，东泉工业园面积3平方公里。\n'],
  }),
});

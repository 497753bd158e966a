import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { peopleOperations } from '../operations.ts';
import { type Unit, type UnitKind, unitKinds } from '../unit.ts';
import type { Answers, Field } from './form-modal.tsx';
import { todayHere } from './moment.ts';

export type UnitAction = 'add' | 'rename' | 'end';

const words = {
  add: { zh: '在“{name}”下增设单位', en: 'Add a unit below “{name}”' },
  rename: { zh: '“{name}”更名', en: 'Rename “{name}”' },
  end: { zh: '撤销“{name}”', en: 'End “{name}”' },
  code: { zh: '代码（小写字母、数字）', en: 'Code (small letters, digits)' },
  kind: { zh: '种类', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  shortName: { zh: '简称', en: 'Short name' },
  regionCode: { zh: '行政区划代码', en: 'Region code' },
  since: { zh: '设立日期', en: 'Since' },
  from: { zh: '新名称自何日启用', en: 'The new name holds from' },
  until: { zh: '自何日撤销', en: 'Ends on' },
  successor: { zh: '承接单位', en: 'Successor' },
} satisfies Record<string, Label>;

type Say = (label: Label, data?: Record<string, string>) => string;

const text = (value: Answers[string]): string => (typeof value === 'string' ? value : '');
const orNull = (value: Answers[string]): string | null => (text(value) === '' ? null : text(value));

interface UnitForm {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly initial: Answers;
  readonly submit: (answers: Answers) => Promise<unknown>;
}

/** What is asked for each thing that one can do to a unit, and what is then done. */
export function unitForm(what: UnitAction, unit: Unit, all: readonly Unit[], say: Say): UnitForm {
  const title = say(words[what], { name: unit.name });
  const { unitPath } = unit;
  const field = (name: Exclude<keyof typeof words, UnitAction>, rest: Partial<Field> = {}): Field => ({
    name,
    label: words[name],
    ...rest,
  });
  if (what === 'add') {
    const kinds = (Object.keys(unitKinds) as UnitKind[]).map((value) => ({
      value,
      label: say(unitKinds[value].label),
    }));
    return {
      title,
      fields: [
        field('code'),
        field('kind', { kind: 'select', options: kinds }),
        field('name'),
        field('shortName', { isOptional: true }),
        field('regionCode', { isOptional: true }),
        field('since', { kind: 'date' }),
      ],
      initial: { since: todayHere() },
      submit: ({ code, kind, name, shortName, regionCode, since }) =>
        perform(peopleOperations['units.add'], {
          parentPath: unitPath,
          code: text(code),
          kind: text(kind) as UnitKind,
          name: text(name),
          shortName: orNull(shortName),
          regionCode: orNull(regionCode),
          since: text(since),
        }),
    };
  }
  if (what === 'rename')
    return {
      title,
      fields: [field('name'), field('shortName', { isOptional: true }), field('from', { kind: 'date' })],
      initial: { name: unit.name, shortName: unit.shortName ?? '', from: todayHere() },
      submit: ({ name, shortName, from }) =>
        perform(peopleOperations['units.rename'], {
          unitPath,
          name: text(name),
          shortName: orNull(shortName),
          from: text(from),
        }),
    };
  const others = all.filter((each) => each.unitPath !== unitPath && each.kind === unit.kind);
  return {
    title,
    fields: [
      field('until', { kind: 'date' }),
      field('successor', {
        kind: 'select',
        isOptional: true,
        options: others.map((each) => ({ value: each.unitPath, label: `${each.name} ${each.unitPath}` })),
      }),
    ],
    initial: { until: todayHere() },
    submit: ({ until, successor }) =>
      perform(peopleOperations['units.end'], { unitPath, until: text(until), successor: orNull(successor) }),
  };
}

import { useLanguage } from '../../../web/language.tsx';
import { elementById } from '../kind.ts';
import { quotaOperations } from '../quota-operations.ts';
import type { QuotaView } from '../shapes.ts';
import { AskForm } from './ask-form.tsx';
import { kindOptions, useUnits, useWrite } from './use-elements.ts';
import { words } from './wording.ts';

interface Props {
  /** Of this element; left out, it is asked. */
  readonly element?: string;
  readonly year: string;
  /** 下达: taken out of this quota. */
  readonly parent?: QuotaView;
  readonly onClose: () => void;
}

export type QuotaMoveName = 'change' | 'withdraw';

const measures: Readonly<Record<string, string>> = { land: '亩' };
const measureOf = (element: string): string => measures[element] ?? elementById.get(element)?.unit ?? '';

/** A quota is entered with its document, or passed down to a unit below. */
export function QuotaForm({ element, year, parent, onClose }: Props) {
  const { say } = useLanguage();
  const write = useWrite();
  const units = useUnits().filter(({ unitPath }) => parent === undefined || unitPath.startsWith(`${parent.unitPath}.`));
  const title = parent ? say(words.passDownOf, { number: parent.number }) : say(words.addQuota);
  return (
    <AskForm
      title={title}
      onClose={onClose}
      asks={[
        ...(element === undefined
          ? [
              {
                id: 'element',
                label: words.element,
                kind: 'choice' as const,
                options: kindOptions(say),
                isRequired: true,
              },
            ]
          : []),
        {
          id: 'unitPath',
          label: words.holder,
          kind: 'choice',
          options: units.map(({ unitPath, name }) => ({ value: unitPath, label: name })),
          isRequired: true,
        },
        {
          id: 'period',
          label: words.period,
          first: parent?.period ?? year,
          hint: { zh: '如 2026、2026-Q3、2026-09', en: 'as 2026, 2026-Q3, 2026-09' },
          isRequired: true,
        },
        { id: 'typed', label: words.amount, isRequired: true },
        {
          id: 'unit',
          label: words.measure,
          first: measureOf(element ?? ''),
          hint: { zh: '如 亩、公顷、吨标准煤', en: 'as 亩, 公顷, 吨标准煤' },
        },
        { id: 'number', label: words.document, isRequired: true },
        { id: 'note', label: words.note },
      ]}
      onSubmit={({ element: chosen = '', unitPath = '', period = '', typed = '', unit = '', number = '', note = '' }) =>
        write(quotaOperations['element-quotas.add'], {
          element: element ?? chosen,
          unitPath,
          period,
          typed,
          unit: unit || measureOf(element ?? chosen),
          number,
          parentId: parent?.id ?? null,
          note: note || null,
        })
      }
    />
  );
}

/** A quota is changed or withdrawn with a reason; the server refuses what would cut what was given. */
export function QuotaMove({ quota, move, onClose }: { quota: QuotaView; move: QuotaMoveName; onClose: () => void }) {
  const { say } = useLanguage();
  const write = useWrite();
  const { id, revision } = quota;
  const figures = [
    { id: 'typed', label: words.amount, first: quota.typed, isRequired: true },
    { id: 'unit', label: words.measure, first: quota.unit, isRequired: true },
    { id: 'period', label: words.period, first: quota.period, isRequired: true },
    { id: 'number', label: words.document, first: quota.number, isRequired: true },
    { id: 'note', label: words.note, first: quota.note ?? '' },
  ];
  return (
    <AskForm
      title={`${say(words[move])} · ${quota.number}`}
      onClose={onClose}
      asks={[...(move === 'change' ? figures : []), { id: 'reason', label: words.reason, isRequired: true }]}
      onSubmit={({ typed = '', unit = '', period = '', number = '', note = '', reason = '' }) =>
        move === 'withdraw'
          ? write(quotaOperations['element-quotas.withdraw'], { id, revision, reason })
          : write(quotaOperations['element-quotas.change'], {
              id,
              revision,
              typed,
              unit,
              period,
              number,
              note: note || null,
              reason,
            })
      }
    />
  );
}

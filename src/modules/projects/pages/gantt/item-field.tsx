import { Select } from 'antd';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { items } from '../../checklist.ts';
import { type DayCount, dayCounts } from '../../node-plan.ts';
import { limitOf } from '../../node-template-checks.ts';
import { Field } from './field.tsx';

const words = {
  item: { zh: '对应的审批事项', en: 'Approval that it stands for' },
  limit: { zh: '时限 {days} {counts}：{source}', en: 'Limit of {days} {counts}: {source}' },
  above: { zh: '工期超过时限 {days} {counts}：{source}', en: 'Longer than the limit of {days} {counts}: {source}' },
} satisfies Record<string, Label>;

/** What cannot be done, under the field that says so. */
export function FieldIssue({ issue }: { issue: Label | null }) {
  const { say } = useLanguage();
  return (
    issue && (
      <small role="alert" className="gantt-issue">
        {say(issue)}
      </small>
    )
  );
}

interface Props {
  readonly item: string | null;
  readonly days: number;
  readonly counts: DayCount;
  readonly onChange: (item: string | null) => void;
}

/** The approval behind a node, with its limit; a longer node is told, not refused. */
export function ItemField({ item, days, counts, onChange }: Props) {
  const { say } = useLanguage();
  const limit = limitOf(item);
  const isAbove = limit !== undefined && limit.counts === counts && days > limit.days;
  return (
    <Field label={say(words.item)} isWide>
      <Select
        allowClear
        aria-label={say(words.item)}
        value={item}
        style={{ width: '100%' }}
        options={items.map(({ id, label }) => ({ value: id, label: say(label) }))}
        onChange={(value) => onChange(value ?? null)}
      />
      {limit && (
        <small className={isAbove ? 'gantt-advice' : 'quiet'}>
          {say(isAbove ? words.above : words.limit, {
            days: limit.days,
            counts: say(dayCounts[limit.counts]),
            source: limit.source,
          })}
        </small>
      )}
    </Field>
  );
}

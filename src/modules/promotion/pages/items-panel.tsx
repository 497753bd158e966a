import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { daysBetween } from '../../../core/day.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { type ChecklistItem, type ItemRecord, itemStates, items, untouched } from '../../projects/checklist.ts';
import { Files } from './history-panel.tsx';
import { ItemEditor } from './item-editor.tsx';
import { Panel, Wide } from './panel.tsx';
import { useMayMove, useProject } from './use-project.ts';

const words = {
  approvals: { zh: '审批事项', en: 'Approvals' },
  systems: { zh: '项目四制', en: 'Four systems' },
  item: { zh: '事项', en: 'Item' },
  state: { zh: '状态', en: 'State' },
  days: { zh: '受理 → 办结', en: 'Submitted → decided' },
  due: { zh: '时限', en: 'Due' },
  number: { zh: '文号与佐证', en: 'Number, evidence' },
  edit: { zh: '办理', en: 'Record' },
  byLaw: { zh: '法定 {days} {counts}', en: '{days} {counts} by law' },
  working: { zh: '个工作日', en: 'working days' },
  calendar: { zh: '日', en: 'days' },
  late: { zh: '逾期 {days} 天', en: '{days} d late' },
  left: { zh: '还有 {days} 天', en: '{days} d left' },
  missing: { zh: '缺 {paper}，{day} 前补正', en: '{paper} missing, due {day}' },
  supplied: { zh: '{paper} 已于 {day} 补正', en: '{paper} supplied {day}' },
} satisfies Record<string, Label>;

const isRunning = ({ state }: ItemRecord) => state === 'submitted' || state === 'lacking';

function Due({ item: { limit }, record }: { item: ChecklistItem; record: ItemRecord }) {
  const { say } = useLanguage();
  const { dueOn } = record;
  if (dueOn === null)
    return limit ? (
      <span className="quiet" title={limit.source}>
        {say(words.byLaw, { days: limit.days, counts: say(words[limit.counts]) })}
      </span>
    ) : (
      <span className="quiet">—</span>
    );
  const left = daysBetween(todayHere(), dueOn);
  return (
    <span title={limit?.source}>
      {dueOn}
      {isRunning(record) && (
        <small className={left < 0 ? 'is-late' : undefined}>
          {left < 0 ? say(words.late, { days: -left }) : say(words.left, { days: left })}
        </small>
      )}
    </span>
  );
}

function Papers({ record }: { record: ItemRecord }) {
  const { say } = useLanguage();
  const today = todayHere();
  return record.papers.map(({ paper, byDay, suppliedOn }) => (
    <small key={paper} className={suppliedOn === null && byDay < today ? 'is-late' : undefined}>
      {suppliedOn === null
        ? say(words.missing, { paper, day: byDay })
        : say(words.supplied, { paper, day: suppliedOn })}
    </small>
  ));
}

interface RowProps {
  readonly item: ChecklistItem;
  readonly record: ItemRecord;
  readonly onEdit: (() => void) | undefined;
}

function Row({ item, record, onEdit }: RowProps) {
  const { say } = useLanguage();
  const { state, submittedOn, decidedOn, number, reason, evidence } = record;
  return (
    <tr id={`item-${item.id}`}>
      <th scope="row">{say(item.label)}</th>
      <td>
        <span className={`item-state item-${state}`}>{say(itemStates[state])}</span>
        <Papers record={record} />
        {reason && <small>{reason}</small>}
      </td>
      <td className="nowrap">
        {submittedOn ?? '—'} → {decidedOn ?? '—'}
      </td>
      <td className="nowrap">
        <Due item={item} record={record} />
      </td>
      <td>
        {number} <Files files={evidence} />
      </td>
      <td>
        {onEdit && (
          <Button size="small" onClick={onEdit} aria-label={`${say(words.edit)} ${say(item.label)}`}>
            {say(words.edit)}
          </Button>
        )}
      </td>
    </tr>
  );
}

function ItemTable({ shown }: { shown: readonly ChecklistItem[] }) {
  const { say } = useLanguage();
  const { items: records } = useProject();
  const mayMove = useMayMove();
  const [open, setOpen] = useState<string | null>(null);
  const heads = [words.item, words.state, words.days, words.due, words.number];
  return (
    <Wide label={say(words.item)}>
      <table className="plain-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => {
            const record = records.find((each) => each.item === item.id) ?? untouched(item.id);
            return (
              <Fragment key={item.id}>
                <Row item={item} record={record} onEdit={mayMove ? () => setOpen(item.id) : undefined} />
                {open === item.id && (
                  <tr>
                    <td colSpan={6}>
                      <ItemEditor item={item} record={record} onClose={() => setOpen(null)} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}

/** 审批事项 with their limits by law, 容缺 and 告知承诺; 四制 beside them. */
export function ItemsPanel() {
  const { say } = useLanguage();
  return (
    <>
      <Panel title={say(words.approvals)} id="approvals">
        <ItemTable shown={items.filter(({ group }) => group !== 'system')} />
      </Panel>
      <Panel title={say(words.systems)} id="systems">
        <ItemTable shown={items.filter(({ group }) => group === 'system')} />
      </Panel>
    </>
  );
}

import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { items } from '../../checklist.ts';
import { type DayCount, dayCounts, type NodeKind, nodeKinds } from '../../node-plan.ts';
import { limitOf, type TemplateFinding } from '../../node-template-checks.ts';
import type { DraftRow, TemplateDraft } from './use-template-draft.ts';

const words = {
  number: { zh: '行', en: 'Row' },
  name: { zh: '节点', en: 'Node' },
  kind: { zh: '类别', en: 'Kind' },
  days: { zh: '工期', en: 'Days' },
  counts: { zh: '计日', en: 'Counted in' },
  after: { zh: '前置（行号，3+5 为隔5天）', en: 'After (rows; 3+5 is five days later)' },
  item: { zh: '审批事项', en: 'Approval' },
  limit: { zh: '时限', en: 'Limit' },
  owner: { zh: '责任人或单位', en: 'Who answers for it' },
  none: { zh: '—', en: '—' },
  of: { zh: '第 {n} 行 {what}', en: 'Row {n}, {what}' },
  up: { zh: '上移', en: 'Up' },
  down: { zh: '下移', en: 'Down' },
  add: { zh: '在下面加一行', en: 'Add below' },
  remove: { zh: '删去', en: 'Remove' },
  nodes: { zh: '模板的节点', en: 'Nodes of the template' },
  tools: { zh: '操作', en: 'Do' },
} satisfies Record<string, Label>;

/** Typed text becomes part of the draft when the field is left, so that one undo takes back one field. */
function Typed({
  value,
  onDone,
  ...rest
}: {
  value: string;
  onDone: (text: string) => void;
  label: string;
  describedBy: string | undefined;
  isWrong: boolean;
  isFigure?: boolean;
  width: number;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const { label, describedBy, isWrong, isFigure, width } = rest;
  return (
    <input
      className={`template-input ${isFigure ? 'figure' : ''}`}
      style={{ width }}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      inputMode={isFigure ? 'numeric' : 'text'}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => text !== value && onDone(text)}
      onKeyDown={({ key }) => key === 'Enter' && text !== value && onDone(text)}
    />
  );
}

interface Props {
  readonly row: DraftRow;
  readonly place: number;
  readonly count: number;
  readonly draft: TemplateDraft;
  readonly mayWrite: boolean;
}

function Row({ row, place, count, draft, mayWrite }: Props) {
  const { say } = useLanguage();
  const noted = useId();
  const own = draft.findings.filter(({ node }) => node === row.id);
  const at = (field: TemplateFinding['field']) => own.filter((each) => each.field === field);
  const isWrong = (field: TemplateFinding['field']) => at(field).some(({ severity }) => severity === 'error');
  const nameOf = (what: Label) => say(words.of, { n: place + 1, what: say(what) });
  const described = (field: TemplateFinding['field']) => (at(field).length > 0 ? `${noted}-${field}` : undefined);
  const notes = (field: TemplateFinding['field']): ReactNode =>
    at(field).length > 0 && (
      <small id={`${noted}-${field}`} className={isWrong(field) ? 'template-wrong' : 'template-advice'}>
        {at(field)
          .map(({ message }) => say(message))
          .join('；')}
      </small>
    );
  const text = (
    field: 'name' | 'days' | 'after',
    what: Label,
    value: string,
    width: number,
    onDone: (text: string) => void,
    isFigure = false,
  ) => (
    <>
      <Typed
        value={value}
        onDone={onDone}
        label={nameOf(what)}
        describedBy={described(field)}
        isWrong={isWrong(field)}
        isFigure={isFigure}
        width={width}
      />
      {notes(field)}
    </>
  );
  const choice = (
    what: Label,
    value: string,
    labels: Readonly<Record<string, Label>>,
    onChange: (value: string) => void,
  ) => (
    <select
      className="template-input"
      aria-label={nameOf(what)}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {Object.entries(labels).map(([key, label]) => (
        <option key={key} value={key}>
          {say(label)}
        </option>
      ))}
    </select>
  );
  const limit = limitOf(row.item);
  const tool = (what: Label, icon: ReactNode, onClick: () => void, isOff = false) => (
    <button
      type="button"
      className="template-tool"
      title={nameOf(what)}
      aria-label={nameOf(what)}
      disabled={isOff}
      onClick={onClick}
    >
      {icon}
    </button>
  );
  return (
    <tr>
      <td className="figure">{place + 1}</td>
      <td>{text('name', words.name, row.name, 190, (name) => draft.set(place, { name }))}</td>
      <td>{choice(words.kind, row.kind, nodeKinds, (kind) => draft.set(place, { kind: kind as NodeKind }))}</td>
      <td>
        {text(
          'days',
          words.days,
          String(row.days),
          52,
          (days) => draft.set(place, { days: Number(days.trim() || 'x') }),
          true,
        )}
      </td>
      <td>
        {choice(words.counts, row.counts, dayCounts, (counts) => draft.set(place, { counts: counts as DayCount }))}
      </td>
      <td>{text('after', words.after, draft.afterOf(row), 120, (after) => draft.setAfter(place, after))}</td>
      <td>
        {choice(words.item, row.item ?? '', itemLabels, (item) =>
          draft.set(place, { item: item === '' ? null : item }),
        )}
        {notes('item')}
      </td>
      <td className="quiet" title={limit?.source}>
        {limit ? `${limit.days} ${say(dayCounts[limit.counts])}` : '—'}
      </td>
      <td>
        <Typed
          value={row.owner ?? ''}
          onDone={(owner) => draft.set(place, { owner: owner.trim() === '' ? null : owner.trim() })}
          label={nameOf(words.owner)}
          describedBy={undefined}
          isWrong={false}
          width={110}
        />
      </td>
      {mayWrite && (
        <td className="template-row-tools">
          {tool(words.up, <ArrowUpOutlined />, () => draft.move(place, -1), place === 0)}
          {tool(words.down, <ArrowDownOutlined />, () => draft.move(place, 1), place === count - 1)}
          {tool(words.add, <PlusOutlined />, () => draft.add(place))}
          {tool(words.remove, <DeleteOutlined />, () => draft.remove(place))}
        </td>
      )}
    </tr>
  );
}

const itemLabels: Readonly<Record<string, Label>> = {
  '': words.none,
  ...Object.fromEntries(items.map(({ id, label }) => [id, label])),
};

/** The nodes as a table of fields; what is wrong stands under its field. */
export function TemplateRows({ draft, mayWrite }: { draft: TemplateDraft; mayWrite: boolean }) {
  const { say } = useLanguage();
  const { rows } = draft.draft;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={say(words.nodes)}>
      <fieldset disabled={!mayWrite} className="template-fields">
        <table className="plain-table template-rows">
          <thead>
            <tr>
              <th className="figure">{say(words.number)}</th>
              <th>{say(words.name)}</th>
              <th>{say(words.kind)}</th>
              <th className="figure">{say(words.days)}</th>
              <th>{say(words.counts)}</th>
              <th>{say(words.after)}</th>
              <th>{say(words.item)}</th>
              <th>{say(words.limit)}</th>
              <th>{say(words.owner)}</th>
              {mayWrite && <th>{say(words.tools)}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Row key={row.id} row={row} place={i} count={rows.length} draft={draft} mayWrite={mayWrite} />
            ))}
          </tbody>
        </table>
      </fieldset>
    </section>
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { allocationOperations } from '../allocation-operations.ts';
import { balanceOperations, type OrderLine } from '../balance-operations.ts';
import { elementById } from '../kind.ts';
import type { QuotaView } from '../shapes.ts';
import { useWrite } from './use-elements.ts';
import { sayQuantity, words } from './wording.ts';

interface GiveProps {
  readonly quota: QuotaView;
  readonly line: OrderLine;
  readonly onDone: () => void;
}

const fields = ['typed', 'from', 'to', 'basis', 'reason'] as const;
type Field = (typeof fields)[number];
const labels = { typed: words.amount, from: words.from, to: words.to, basis: words.basis, reason: words.reason };

/** A decision for one project; what the rule proposes stands there at first, and may be changed. */
function Give({ quota, line, onDone }: GiveProps) {
  const { say } = useLanguage();
  const write = useWrite();
  const mayOverrule = useMay('element.overrule');
  const kind = elementById.get(quota.element);
  const isStock = kind?.behaviour === 'stock';
  const { from, to, quantity } = line.offer ?? line.wanted;
  const [text, setText] = useState({ typed: quantity, from, to, basis: '', reason: '' });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const give = async (how: 'decide' | 'overrule') => {
    const empty =
      text.basis.trim() === '' ? words.basis : how === 'overrule' && text.reason.trim() === '' ? words.reason : null;
    if (empty !== null) return setRefusal(say(words.missing, { label: say(empty) }));
    setIsBusy(true);
    const decision = {
      quotaId: quota.id,
      projectId: line.project.id,
      unit: kind?.unit ?? '',
      typed: text.typed,
      from: text.from,
      to: isStock ? null : text.to,
      basis: text.basis,
    };
    try {
      await (how === 'decide'
        ? write(allocationOperations['element-allocations.decide'], { ...decision, reason: text.reason || null })
        : write(allocationOperations['element-allocations.overrule'], { ...decision, reason: text.reason }));
      onDone();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
      setIsBusy(false);
    }
  };
  const typeOf = (field: Field) => (field === 'from' || field === 'to' ? 'month' : 'text');
  return (
    <div>
      <div className="allocate-form">
        {fields
          .filter((field) => field !== 'to' || !isStock)
          .map((field) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the input within it names itself
            <label key={field} className={field === 'basis' || field === 'reason' ? 'wide' : ''}>
              {say(labels[field])}
              <Input
                aria-label={say(labels[field])}
                type={typeOf(field)}
                value={text[field]}
                suffix={field === 'typed' ? kind?.unit : undefined}
                placeholder={field === 'reason' ? say(words.reasonHint) : ''}
                onChange={({ target }) => setText((before) => ({ ...before, [field]: target.value }))}
              />
            </label>
          ))}
        <Button type="primary" disabled={isBusy} onClick={() => void give('decide')}>
          {say(words.ok)}
        </Button>
        {mayOverrule && (
          <Button danger disabled={isBusy} onClick={() => void give('overrule')}>
            {say(words.overrule)}
          </Button>
        )}
        <Button onClick={onDone}>{say(words.cancel)}</Button>
      </div>
      {refusal !== null && (
        <p role="alert" className="element-refusal">
          {refusal}
        </p>
      )}
    </div>
  );
}

interface LineProps extends GiveProps {
  readonly isChosen: boolean;
  readonly onChoose: (id: string | null) => void;
}

function Line({ quota, line, isChosen, onChoose, onDone }: LineProps) {
  const { say } = useLanguage();
  const kind = elementById.get(quota.element);
  const isStock = kind?.behaviour === 'stock';
  const months = ({ from, to }: OrderLine['wanted']) => (isStock ? from : `${from}—${to}`);
  const { project, place, isVetoed, said, wanted, offer } = line;
  return (
    <>
      <tr>
        <td className="figure">{isVetoed ? say(words.vetoed) : (place ?? '—')}</td>
        <th scope="row">
          <PageLink to={`/delivery/${project.id}`}>{project.name}</PageLink>
          {said.length > 0 && (
            <details>
              <summary>{say(words.working)}</summary>
              <ul>
                {said.map((each) => (
                  <li key={each.en}>{say(each)}</li>
                ))}
              </ul>
            </details>
          )}
        </th>
        <td className="figure">
          {sayQuantity(wanted.quantity)}
          <small>{months(wanted)}</small>
        </td>
        <td className="figure">
          {offer === null ? (
            <span className="quiet">{place === null ? '—' : say(words.nothingLeft)}</span>
          ) : (
            <>
              <b>{sayQuantity(offer.quantity)}</b>
              <small>{months(offer)}</small>
            </>
          )}
        </td>
        <td className="figure">
          <Button
            size="small"
            aria-label={`${say(words.give)} ${project.name}`}
            onClick={() => onChoose(isChosen ? null : project.id)}
          >
            {say(words.give)}
          </Button>
        </td>
      </tr>
      {isChosen && (
        <tr>
          <td colSpan={5}>
            <Give quota={quota} line={line} onDone={onDone} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The projects that still lack, in the order of the rule, with its working; people give. */
export function AllocatePanel({ quota, onClose }: { quota: QuotaView; onClose: () => void }) {
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  // Whoever has opened another line meanwhile keeps it open.
  const close = (id: string) => setChosen((now) => (now === id ? null : now));
  const { data, error, refetch } = useOperation(balanceOperations['elements.order'], { quotaId: quota.id });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const kind = elementById.get(quota.element);
  return (
    <section className="allocate" aria-label={say(words.order)}>
      <div className="elements-bar">
        <h3>{say(words.orderTitle, { rule: say(data.rule.label) })}</h3>
        <span className="quiet">
          {data.quota.number} · {say(words.free)} {sayQuantity(data.quota.free)} {kind?.unit}
        </span>
        <span className="grow" />
        <Button size="small" onClick={onClose}>
          {say(words.close)}
        </Button>
      </div>
      <p className="quiet">{say(words.orderLead)}</p>
      {data.refused !== null && (
        <p role="note" className="element-refusal">
          {say(words.undecided)}：{say(data.refused)}{' '}
          <PageLink to={`/rules/${data.rule.ruleId}/${data.rule.edition}`}>{say(words.toRule)}</PageLink>
        </p>
      )}
      {data.lines.length === 0 && <p className="quiet">{say(words.orderNone)}</p>}
      {data.lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        <section className="table-scroll" tabIndex={0} aria-label={say(words.offer)}>
          <table className="plain-table elements-table">
            <thead>
              <tr>
                <th scope="col" className="figure">
                  {say(words.placeHead)}
                </th>
                <th scope="col">{say(words.project)}</th>
                <th scope="col" className="figure">
                  {say(words.wanted)}
                </th>
                <th scope="col" className="figure">
                  {say(words.offer)}
                </th>
                <th scope="col" aria-label={say(words.give)} />
              </tr>
            </thead>
            <tbody>
              {data.lines.map((line) => (
                <Line
                  key={line.project.id}
                  quota={quota}
                  line={line}
                  isChosen={chosen === line.project.id}
                  onChoose={setChosen}
                  onDone={() => close(line.project.id)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

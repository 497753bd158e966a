import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../../web/language.tsx';
import type { Address } from '../../report.ts';
import { cellLabel, type SheetTable } from '../../sheet-table.ts';
import type { CellChange } from '../../submission.ts';
import { words } from '../review-words.ts';

interface Reasoned {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function ReasonInput({ label, value, onChange }: Reasoned) {
  const { say } = useLanguage();
  return (
    <Input.TextArea
      aria-label={label}
      placeholder={say(words.generalHint)}
      rows={2}
      maxLength={500}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface ReturnProps {
  readonly named: ReadonlyMap<Address, string>;
  readonly tables: readonly SheetTable[];
  readonly isBusy: boolean;
  readonly onNamed: (named: ReadonlyMap<Address, string>) => void;
  readonly onJump: (address: Address) => void;
  readonly onReturn: (reason: string) => void;
}

/** 退回: a general reason, and the cells in question each with its own. */
export function ReturnForm({ named, tables, isBusy, onNamed, onJump, onReturn }: ReturnProps) {
  const { say } = useLanguage();
  const [reason, setReason] = useState('');
  const drop = (address: Address) => onNamed(new Map([...named].filter(([each]) => each !== address)));
  return (
    <section className="review-doing" aria-label={say(words.return)}>
      <h2>{say(words.return)}</h2>
      <p className="quiet">{say(words.returnHint)}</p>
      <ul className="finding-list">
        {[...named].map(([address, text]) => (
          <li key={address} className="named-cell">
            <button type="button" className="finding-jump is-error" onClick={() => onJump(address)}>
              {say(cellLabel(tables, address))}
            </button>
            <Input
              size="small"
              aria-label={`${say(words.cellReason)} ${say(cellLabel(tables, address))}`}
              placeholder={say(words.cellReason)}
              maxLength={500}
              value={text}
              onChange={({ target }) => onNamed(new Map([...named, [address, target.value]]))}
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${say(words.remove)} ${say(cellLabel(tables, address))}`}
              onClick={() => drop(address)}
            />
          </li>
        ))}
      </ul>
      <ReasonInput label={say(words.general)} value={reason} onChange={setReason} />
      <Button danger type="primary" disabled={isBusy || reason.trim() === ''} onClick={() => onReturn(reason.trim())}>
        {say(words.returnNow, { count: named.size })}
      </Button>
    </section>
  );
}

interface CorrectProps {
  readonly changes: readonly CellChange[];
  readonly tables: readonly SheetTable[];
  readonly isBusy: boolean;
  readonly onJump: (address: Address) => void;
  readonly onCorrect: (reason: string) => void;
}

/** 更正: the figures changed in their cells, listed with what stood there, and one reason. */
export function CorrectForm({ changes, tables, isBusy, onJump, onCorrect }: CorrectProps) {
  const { say } = useLanguage();
  const [reason, setReason] = useState('');
  return (
    <section className="review-doing" aria-label={say(words.correct)}>
      <h2>{say(words.correct)}</h2>
      <p className="quiet">{say(words.correctHint)}</p>
      <ul className="finding-list">
        {changes.map(({ address, from, to }) => (
          <li key={address}>
            <button type="button" className="finding-jump is-warning" onClick={() => onJump(address)}>
              {say(cellLabel(tables, address))}
              <small>
                <del>{from ?? '—'}</del> → <ins>{to ?? '—'}</ins>
              </small>
            </button>
          </li>
        ))}
      </ul>
      <ReasonInput label={say(words.reason)} value={reason} onChange={setReason} />
      <Button
        type="primary"
        disabled={isBusy || reason.trim() === '' || changes.length === 0}
        onClick={() => onCorrect(reason.trim())}
      >
        {say(words.correctNow, { count: changes.length })}
      </Button>
    </section>
  );
}

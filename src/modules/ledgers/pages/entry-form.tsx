import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { Field } from '../../../core/register/register.ts';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { type Evidence, EvidenceField } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { EntryField, readTexts, textOf, UnitChoice } from './entry-fields.tsx';
import { keepEvidence } from './keep-evidence.ts';
import { words } from './wording.ts';

export interface Filled {
  readonly values: Record<string, unknown>;
  readonly reason: string | null;
  readonly evidence: Evidence[];
  readonly unitPath: string | undefined;
}

interface Props {
  readonly title: string;
  readonly fields: readonly Field[];
  /** The entry as it stands; null for a new one. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly needed: readonly string[];
  readonly asks: {
    readonly unit?: boolean;
    readonly reason?: 'may' | 'must';
    readonly evidence?: 'may' | 'must';
  };
  readonly onClose: () => void;
  readonly onSubmit: (filled: Filled) => Promise<void>;
}

/** What the reader has written, and sending it once; a refusal stays in view beside what was written. */
function useFilling({ fields, data, needed, asks, onSubmit, onClose }: Props) {
  const { say } = useLanguage();
  const [first] = useState(() => Object.fromEntries(fields.map((field) => [field.id, textOf(field, data)])));
  const [texts, setTexts] = useState<Record<string, string>>(first);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [unitPath, setUnitPath] = useState<string>();
  const [troubles, setTroubles] = useState<Record<string, Label>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    const read = readTexts(fields, texts, data === null ? null : first, (id) => needed.includes(id));
    const found = { ...read.troubles };
    if (asks.reason === 'must' && reason.trim() === '') found.reason = words.needed;
    if (asks.evidence === 'must' && evidence.length === 0) found.evidence = words.needsEvidence;
    setTroubles(found);
    if (Object.keys(found).length > 0) return;
    setIsBusy(true);
    setRefusal(null);
    try {
      const said = reason.trim() === '' ? null : reason.trim();
      await onSubmit({ values: read.values, reason: said, evidence: [...evidence], unitPath });
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  return {
    ...{ texts, reason, setReason, evidence, setEvidence, unitPath, setUnitPath, troubles, refusal, isBusy, submit },
    write: (id: string, text: string) => setTexts((before) => ({ ...before, [id]: text })),
  };
}

/** Adds, edits or moves an entry: exactly the fields that this needs. */
export function EntryForm(props: Props) {
  const { say } = useLanguage();
  const { title, fields, needed, asks, onClose } = props;
  const form = useFilling(props);
  const { troubles } = form;
  const isWide = fields.length > 4;
  return (
    <Modal
      open
      title={title}
      width={isWide ? 860 : 560}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: form.isBusy }}
      onOk={() => void form.submit()}
      onCancel={onClose}
    >
      <div className={isWide ? 'register-form ledger-form-wide' : 'register-form'}>
        {fields.map((field) => (
          <EntryField
            key={field.id}
            field={field}
            value={form.texts[field.id] ?? ''}
            isNeeded={needed.includes(field.id)}
            trouble={troubles[field.id]}
            onChange={(text) => form.write(field.id, text)}
          />
        ))}
        {asks.unit && (
          <div className="register-field">
            <span>{say(words.unit)}</span>
            <UnitChoice
              label={say(words.unit)}
              value={form.unitPath}
              placeholder={say(words.ownUnit)}
              onChange={form.setUnitPath}
            />
          </div>
        )}
        {asks.reason !== undefined && (
          <div className="register-field ledger-long">
            <span>
              {say(words.reason)}
              {asks.reason === 'must' && <b className="ledger-needed"> *</b>}
            </span>
            <div>
              <Input
                aria-label={say(words.reason)}
                maxLength={500}
                value={form.reason}
                onChange={({ target }) => form.setReason(target.value)}
              />
              {troubles.reason && <small className="register-trouble">{say(troubles.reason)}</small>}
            </div>
          </div>
        )}
        {asks.evidence !== undefined && (
          <div className="register-field ledger-long">
            <span>
              {say(words.evidence)}
              {asks.evidence === 'must' && <b className="ledger-needed"> *</b>}
            </span>
            <div>
              <EvidenceField
                label={say(words.evidence)}
                keep={keepEvidence}
                value={form.evidence}
                onChange={form.setEvidence}
                isPhoto
              />
              {troubles.evidence && <small className="register-trouble">{say(troubles.evidence)}</small>}
            </div>
          </div>
        )}
      </div>
      {form.refusal !== null && (
        <p role="alert" className="register-trouble">
          {form.refusal}
        </p>
      )}
    </Modal>
  );
}

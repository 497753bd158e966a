import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { type Evidence, EvidenceField } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { type Condition, type Member, type ReviewDecision, type ReviewDetail, reviewStates, votes } from '../review.ts';
import { reviewOperations } from '../review-operations.ts';
import { keepFile } from './keep-file.ts';
import { optionsOf } from './show.ts';
import { useWrite } from './use-project.ts';

const words = {
  meeting: { zh: '登记评审会', en: 'The review meeting' },
  on: { zh: '会议日期', en: 'Day' },
  chair: { zh: '主持人', en: 'Chair' },
  members: { zh: '参会成员与表决', en: 'Members and votes' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  vote: { zh: '表决', en: 'Vote' },
  remark: { zh: '意见', en: 'Remark' },
  addMember: { zh: '添加成员', en: 'Add a member' },
  minutes: { zh: '会议纪要', en: 'Minutes' },
  decision: { zh: '评审决定', en: 'Decision' },
  number: { zh: '纪要文号', en: 'Number of the minutes' },
  reason: { zh: '理由', en: 'Reason' },
  conditions: { zh: '附加条件', en: 'Conditions' },
  condition: { zh: '条件内容', en: 'Condition' },
  owner: { zh: '落实责任人', en: 'Owner' },
  due: { zh: '完成期限', en: 'Due' },
  addCondition: { zh: '添加条件', en: 'Add a condition' },
  remove: { zh: '删去', en: 'Remove' },
  ok: { zh: '确定', en: 'OK' },
  cancel: { zh: '取消', en: 'Cancel' },
} satisfies Record<string, Label>;

interface FrameProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: () => Promise<unknown>;
  /** Files are on their way. */
  readonly isSending: boolean;
}

function Frame({ title, children, onClose, onSubmit, isSending }: FrameProps) {
  const { say } = useLanguage();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    setIsBusy(true);
    try {
      await onSubmit();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
      setIsBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      width={760}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: isBusy || isSending }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {children}
      {refusal !== null && (
        <p role="alert" className="ask-refusal">
          {refusal}
        </p>
      )}
    </Modal>
  );
}

interface RowsProps<Row> {
  readonly legend: Label;
  readonly add: Label;
  readonly rows: readonly Row[];
  readonly blank: Row;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly draw: (row: Row, set: (more: Partial<Row>) => void, place: number) => ReactNode;
}

/** Rows that are added, filled and taken away. */
function Rows<Row>({ legend, add, rows, blank, onChange, draw }: RowsProps<Row>) {
  const { say } = useLanguage();
  return (
    <fieldset className="papers">
      <legend>{say(legend)}</legend>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while they are typed
        <div key={i}>
          {draw(row, (more) => onChange(rows.map((each, at) => (at === i ? { ...each, ...more } : each))), i + 1)}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${say(words.remove)} ${i + 1}`}
            onClick={() => onChange(rows.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, blank])}>
        {say(add)}
      </Button>
    </fieldset>
  );
}

interface Props {
  readonly review: ReviewDetail;
  readonly onClose: () => void;
}

const nobody: Member = { name: '', unit: null, vote: 'agree', remark: null };

export function MeetingForm({ review: { id, revision, meeting }, onClose }: Props) {
  const { say } = useLanguage();
  const write = useWrite();
  const [on, setOn] = useState(meeting?.on ?? todayHere());
  const [chair, setChair] = useState(meeting?.chair ?? '');
  const [members, setMembers] = useState<readonly Member[]>(meeting?.members ?? [nobody, nobody, nobody]);
  const [evidence, setEvidence] = useState<readonly Evidence[]>(meeting?.evidence ?? []);
  const [isSending, setIsSending] = useState(false);
  const submit = () =>
    write(reviewOperations['reviews.meet'], {
      id,
      revision,
      on,
      chair: chair === '' ? null : chair,
      members: members.filter(({ name }) => name.trim() !== ''),
      evidence: [...evidence],
    });
  return (
    <Frame title={say(words.meeting)} onClose={onClose} onSubmit={submit} isSending={isSending}>
      <div className="ask-form">
        <div className="ask-field">
          <span>{say(words.on)}</span>
          <Input type="date" aria-label={say(words.on)} value={on} onChange={({ target }) => setOn(target.value)} />
        </div>
        <div className="ask-field">
          <span>{say(words.chair)}</span>
          <Input aria-label={say(words.chair)} value={chair} onChange={({ target }) => setChair(target.value)} />
        </div>
      </div>
      <Rows
        legend={words.members}
        add={words.addMember}
        rows={members}
        blank={nobody}
        onChange={setMembers}
        draw={(member, set, place) => (
          <>
            <Input
              aria-label={`${say(words.name)} ${place}`}
              placeholder={say(words.name)}
              value={member.name}
              onChange={({ target }) => set({ name: target.value })}
            />
            <Input
              aria-label={`${say(words.unit)} ${place}`}
              placeholder={say(words.unit)}
              value={member.unit ?? ''}
              onChange={({ target }) => set({ unit: target.value === '' ? null : target.value })}
            />
            <Select
              aria-label={`${say(words.vote)} ${place}`}
              value={member.vote}
              options={optionsOf(votes, say)}
              onChange={(vote) => set({ vote: vote as Member['vote'] })}
            />
            <Input
              aria-label={`${say(words.remark)} ${place}`}
              placeholder={say(words.remark)}
              value={member.remark ?? ''}
              onChange={({ target }) => set({ remark: target.value === '' ? null : target.value })}
            />
          </>
        )}
      />
      <EvidenceField
        label={say(words.minutes)}
        keep={keepFile}
        value={evidence}
        onChange={setEvidence}
        onBusy={setIsSending}
      />
    </Frame>
  );
}

export function DecisionForm({ review, onClose }: Props) {
  const { say } = useLanguage();
  const write = useWrite();
  const { id, revision, allowed, suggestedConditions } = review;
  const suggested = suggestedConditions.map((label): Condition => ({ text: label.zh, owner: '', dueOn: '' }));
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [conditions, setConditions] = useState<readonly Condition[]>(suggested);
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [isSending, setIsSending] = useState(false);
  const submit = async () => {
    if (decision === null) throw new Refusal('missing', 0, { zh: '请选择评审决定', en: 'Choose the decision' });
    const input: z.input<(typeof reviewOperations)['reviews.decide']['input']> = {
      id,
      revision,
      decision,
      number: number === '' ? null : number,
      reason: reason === '' ? null : reason,
      conditions: decision === 'conditional' ? conditions.map((each) => ({ ...each })) : [],
      evidence: [...evidence],
    };
    await write(reviewOperations['reviews.decide'], input);
  };
  return (
    <Frame title={say(words.decision)} onClose={onClose} onSubmit={submit} isSending={isSending}>
      <div className="ask-form">
        <div className="ask-field">
          <span>{say(words.decision)}</span>
          <Select
            aria-label={say(words.decision)}
            value={decision}
            options={allowed.map((value) => ({ value, label: say(reviewStates[value]) }))}
            onChange={setDecision}
          />
        </div>
        <div className="ask-field">
          <span>{say(words.number)}</span>
          <Input aria-label={say(words.number)} value={number} onChange={({ target }) => setNumber(target.value)} />
        </div>
        <div className="ask-field">
          <span>{say(words.reason)}</span>
          <Input.TextArea
            aria-label={say(words.reason)}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      </div>
      {decision === 'conditional' && (
        <Rows
          legend={words.conditions}
          add={words.addCondition}
          rows={conditions}
          blank={{ text: '', owner: '', dueOn: '' }}
          onChange={setConditions}
          draw={({ text, owner, dueOn }, set, place) => (
            <>
              <Input
                className="grow"
                aria-label={`${say(words.condition)} ${place}`}
                placeholder={say(words.condition)}
                value={text}
                onChange={({ target }) => set({ text: target.value })}
              />
              <Input
                aria-label={`${say(words.owner)} ${place}`}
                placeholder={say(words.owner)}
                value={owner}
                onChange={({ target }) => set({ owner: target.value })}
              />
              <Input
                type="date"
                aria-label={`${say(words.due)} ${place}`}
                value={dueOn}
                onChange={({ target }) => set({ dueOn: target.value })}
              />
            </>
          )}
        />
      )}
      <EvidenceField
        label={say(words.minutes)}
        keep={keepFile}
        value={evidence}
        onChange={setEvidence}
        onBusy={setIsSending}
      />
    </Frame>
  );
}

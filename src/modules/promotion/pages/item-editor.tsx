import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { type Evidence, EvidenceField } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import {
  type ChecklistItem,
  type ItemRecord,
  type ItemState,
  itemStates,
  type MissingPaper,
} from '../../projects/checklist.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { type Ask, AskInput } from './ask-modal.tsx';
import { keepFile } from './keep-file.ts';
import { optionsOf } from './show.ts';
import { useProject, useWrite } from './use-project.ts';

const words = {
  state: { zh: '办理状态', en: 'State' },
  submitted: { zh: '受理日期', en: 'Submitted' },
  decided: { zh: '办结日期', en: 'Decided' },
  number: { zh: '文号', en: 'Number' },
  officeDays: { zh: '承诺时限', en: 'Own limit' },
  officeDaysHint: { zh: '不填按法定', en: 'empty: by law' },
  workdays: { zh: '工作日', en: 'working days' },
  reason: { zh: '说明（未通过、无需办理必填）', en: 'Remark' },
  papers: { zh: '容缺材料', en: 'Missing papers' },
  paper: { zh: '所缺材料', en: 'Paper' },
  byDay: { zh: '补正期限', en: 'Due' },
  supplied: { zh: '补正日期', en: 'Supplied' },
  addPaper: { zh: '添加所缺材料', en: 'Add a missing paper' },
  remove: { zh: '删去', en: 'Remove' },
  evidence: { zh: '批文等佐证', en: 'Evidence' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
} satisfies Record<string, Label>;

const empty = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text === '' ? null : text;

interface PapersProps {
  readonly papers: readonly MissingPaper[];
  readonly onChange: (papers: readonly MissingPaper[]) => void;
}

/** 容缺: what was missing when it was accepted, and when it came. */
function Papers({ papers, onChange }: PapersProps) {
  const { say } = useLanguage();
  const set = (at: number, more: Partial<MissingPaper>) =>
    onChange(papers.map((paper, i) => (i === at ? { ...paper, ...more } : paper)));
  return (
    <fieldset className="papers">
      <legend>{say(words.papers)}</legend>
      {papers.map(({ paper, byDay, suppliedOn }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: papers have no other name while they are typed
        <div key={i}>
          <Input
            aria-label={`${say(words.paper)} ${i + 1}`}
            placeholder={say(words.paper)}
            value={paper}
            onChange={({ target }) => set(i, { paper: target.value })}
          />
          <Input
            type="date"
            aria-label={`${say(words.byDay)} ${i + 1}`}
            addonBefore={say(words.byDay)}
            value={byDay}
            onChange={({ target }) => set(i, { byDay: target.value })}
          />
          <Input
            type="date"
            aria-label={`${say(words.supplied)} ${i + 1}`}
            addonBefore={say(words.supplied)}
            value={suppliedOn ?? ''}
            onChange={({ target }) => set(i, { suppliedOn: empty(target.value) })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${say(words.remove)} ${i + 1}`}
            onClick={() => onChange(papers.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...papers, { paper: '', byDay: '', suppliedOn: null }])}>
        {say(words.addPaper)}
      </Button>
    </fieldset>
  );
}

interface Props {
  readonly item: ChecklistItem;
  readonly record: ItemRecord;
  readonly onClose: () => void;
}

/** One approval, edited where it stands in the table. */
export function ItemEditor({ item, record, onClose }: Props) {
  const { say } = useLanguage();
  const { card, revision } = useProject();
  const write = useWrite();
  const [state, setState] = useState<ItemState>(record.state);
  const [text, setText] = useState<Record<string, string>>({
    submittedOn: record.submittedOn ?? '',
    decidedOn: record.decidedOn ?? '',
    number: record.number ?? '',
    reason: record.reason ?? '',
    officeDays: '',
  });
  const [papers, setPapers] = useState<readonly MissingPaper[]>(record.papers);
  const [evidence, setEvidence] = useState<readonly Evidence[]>(record.evidence);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const asks: Ask[] = [
    { id: 'submittedOn', label: words.submitted, kind: 'day' },
    { id: 'decidedOn', label: words.decided, kind: 'day' },
    { id: 'number', label: words.number },
    { id: 'officeDays', label: words.officeDays, hint: words.officeDaysHint, suffix: say(words.workdays) },
    { id: 'reason', label: words.reason },
  ];
  const states = Object.fromEntries(
    Object.entries(itemStates).filter(
      ([id]) => (id !== 'lacking' || item.mayLack) && (id !== 'promised' || item.mayPromise),
    ),
  );
  const save = async () => {
    setIsBusy(true);
    const { submittedOn, decidedOn, number, reason, officeDays } = text;
    try {
      await write(deliveryOperations['delivery.item'], {
        id: card.id,
        revision,
        item: item.id,
        state,
        submittedOn: empty(submittedOn),
        decidedOn: empty(decidedOn),
        number: empty(number),
        reason: empty(reason),
        officeDays: empty(officeDays) === null ? null : Number(officeDays),
        papers: papers.map((paper) => ({ ...paper })),
        evidence: [...evidence],
      });
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
      setIsBusy(false);
    }
  };
  return (
    <div className="item-editor">
      <div className="item-fields">
        <div className="ask-field">
          <span>{say(words.state)}</span>
          <AskInput
            ask={{ id: 'state', label: words.state, kind: 'choice', options: optionsOf(states, say) }}
            value={state}
            onChange={(next) => setState(next === '' ? 'todo' : (next as ItemState))}
          />
        </div>
        {asks.map((ask) => (
          <div key={ask.id} className="ask-field">
            <span>{say(ask.label)}</span>
            <AskInput
              ask={ask}
              value={text[ask.id] ?? ''}
              onChange={(value) => setText((before) => ({ ...before, [ask.id]: value }))}
            />
          </div>
        ))}
      </div>
      {(item.mayLack || papers.length > 0) && <Papers papers={papers} onChange={setPapers} />}
      <EvidenceField
        label={say(words.evidence)}
        keep={keepFile}
        value={evidence}
        onChange={setEvidence}
        onBusy={setIsBusy}
      />
      {refusal !== null && (
        <p role="alert" className="ask-refusal">
          {refusal}
        </p>
      )}
      <div className="panel-acts">
        <Button type="primary" size="small" disabled={isBusy} onClick={() => void save()}>
          {say(words.save)}
        </Button>
        <Button size="small" onClick={onClose}>
          {say(words.cancel)}
        </Button>
      </div>
    </div>
  );
}

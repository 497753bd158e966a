import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { isUnmet, measureStates } from '../../../core/ledger/measure.ts';
import type { Label } from '../../../core/text.ts';
import { addressOf, perform, Refusal } from '../../../web/client.ts';
import { type Evidence, EvidenceField } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import type { LedgerEntry } from '../operations.ts';
import { type AgendaItem, sessionOperations } from '../session-operations.ts';
import { keepEvidence } from './keep-evidence.ts';
import { words as common } from './wording.ts';

const words = {
  agenda: { zh: '议题', en: 'Agenda' },
  choose: { zh: '选定议题', en: 'Choose problems' },
  decide: { zh: '录入会办意见', en: 'Record decisions' },
  empty: { zh: '尚未选定议题', en: 'No problems chosen yet' },
  days: { zh: '已历 {days} 天', en: '{days} days open' },
  count: { zh: '{period} 年已会办 {done} 次，应 {times} 次', en: '{done} of {times} sessions in {period}' },
  minutes: { zh: '会议纪要', en: 'Minutes' },
  needsMinutes: { zh: '请附会议纪要，并至少录入一件的会办意见', en: 'Add the minutes and at least one decision' },
  decision: { zh: '{name} 的会办意见', en: 'Decision on {name}' },
} satisfies Record<string, Label>;

interface FormProps {
  readonly entry: LedgerEntry;
  readonly items: readonly AgendaItem[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Runs a write, closes when it went well, and keeps the refusal in view when it did not. */
function useSending({ onClose, onDone }: Pick<FormProps, 'onClose' | 'onDone'>) {
  const { say } = useLanguage();
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (write: () => Promise<unknown>) => {
    try {
      await write();
      onDone();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
    }
  };
  return { refusal, setRefusal, send };
}

const Refused = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <p role="alert" className="register-trouble">
      {text}
    </p>
  );

function AgendaForm({ entry, items, onClose, onDone }: FormProps) {
  const { say } = useLanguage();
  const { data } = useOperation(sessionOperations['meetings.candidates'], {});
  const [chosen, setChosen] = useState(items.map(({ entryId }) => entryId));
  const { refusal, send } = useSending({ onClose, onDone });
  const all = new Map([...items, ...(data?.items ?? [])].map((item) => [item.entryId, item]));
  const { entryId, revision } = entry;
  const save = () => perform(sessionOperations['meetings.agenda'], { entryId, revision, problems: chosen });
  return (
    <Modal
      open
      width={640}
      title={say(words.choose)}
      okText={say(common.ok)}
      cancelText={say(common.cancel)}
      onOk={() => void send(save)}
      onCancel={onClose}
    >
      <Select
        mode="multiple"
        aria-label={say(words.choose)}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen}
        options={[...all.values()].map(({ entryId: value, code, name, project }) => ({
          value,
          label: `${code} ${name}${project === null ? '' : `（${project}）`}`,
        }))}
        onChange={setChosen}
        style={{ width: '100%' }}
      />
      <Refused text={refusal} />
    </Modal>
  );
}

function DecisionForm({ entry, items, onClose, onDone }: FormProps) {
  const { say } = useLanguage();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const { refusal, setRefusal, send } = useSending({ onClose, onDone });
  const open = items.filter(({ stage }) => stage === 'escalated');
  const save = async () => {
    const decisions = open
      .map(({ entryId: problem, revision: seen }) => ({ problem, seen, decision: (texts[problem] ?? '').trim() }))
      .filter(({ decision }) => decision !== '');
    if (decisions.length === 0 || evidence.length === 0) return setRefusal(say(words.needsMinutes));
    const input = { entryId: entry.entryId, decisions, evidence: [...evidence] };
    await send(() => perform(sessionOperations['meetings.decide'], input));
  };
  return (
    <Modal
      open
      width={680}
      title={say(words.decide)}
      okText={say(common.ok)}
      cancelText={say(common.cancel)}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="register-form">
        {open.map(({ entryId, code, name }) => (
          <div key={entryId} className="register-field">
            <span>
              {code} {name}
            </span>
            <Input.TextArea
              aria-label={say(words.decision, { name })}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={texts[entryId] ?? ''}
              onChange={({ target }) => setTexts((before) => ({ ...before, [entryId]: target.value }))}
            />
          </div>
        ))}
        <div className="register-field">
          <span>{say(words.minutes)}</span>
          <EvidenceField label={say(words.minutes)} keep={keepEvidence} value={evidence} onChange={setEvidence} />
        </div>
      </div>
      <Refused text={refusal} />
    </Modal>
  );
}

/** 会办会: its problems with their facts, the pack to print, and the decisions that go back to each. */
export function SessionPanel({ entry, onChanged }: { entry: LedgerEntry; onChanged: () => void }) {
  const { say } = useLanguage();
  const { entryId } = entry;
  const { data, refetch } = useOperation(sessionOperations['meetings.show'], { entryId });
  const [opened, setOpened] = useState<'agenda' | 'decisions' | null>(null);
  const mayDecide = useMay(sessionOperations['meetings.decide'].permission);
  const mayWrite = useMay(sessionOperations['meetings.agenda'].permission);
  const { items = [], count } = data ?? {};
  const form = {
    ...{ entry, items },
    onClose: () => setOpened(null),
    onDone: () => {
      void refetch();
      onChanged();
    },
  };
  const isFinal = entry.stage === 'closed' || entry.stage === 'cancelled';
  const pack = (format: 'docx' | 'pdf') => addressOf(sessionOperations['meetings.pack'], { entryId, format });
  return (
    <section>
      <h3 className="register-heading">{say(words.agenda)}</h3>
      {count && (
        <p className={isUnmet(count.state) ? 'ledger-late' : 'quiet'}>
          {say(words.count, { period: count.period, done: count.done, times: count.times })} ·{' '}
          {say(measureStates[count.state])}
        </p>
      )}
      {data && items.length === 0 && <p className="quiet">{say(words.empty)}</p>}
      <ol className="register-history">
        {items.map(({ entryId: problem, code, name, project, projectStage, assigned, daysOpen, decision }) => (
          <li key={problem}>
            <div>
              <PageLink to="/ledgers/problems" search={{ entry: problem }}>
                {`${code} ${name}`}
              </PageLink>
            </div>
            <div className="quiet">
              {[project, projectStage && say(projectStage), assigned].filter(Boolean).join(' · ')}
              {daysOpen !== null && ` · ${say(words.days, { days: daysOpen })}`}
            </div>
            {decision !== null && <div>{decision}</div>}
          </li>
        ))}
      </ol>
      <Space wrap size={6} className="ledger-standing">
        {mayWrite && !isFinal && (
          <Button size="small" onClick={() => setOpened('agenda')}>
            {say(words.choose)}
          </Button>
        )}
        {mayDecide && items.some(({ stage }) => stage === 'escalated') && (
          <Button size="small" onClick={() => setOpened('decisions')}>
            {say(words.decide)}
          </Button>
        )}
        <Button size="small" icon={<DownloadOutlined />} href={pack('docx')}>
          Word
        </Button>
        <Button size="small" icon={<DownloadOutlined />} href={pack('pdf')}>
          PDF
        </Button>
      </Space>
      {opened === 'agenda' && <AgendaForm {...form} />}
      {opened === 'decisions' && <DecisionForm {...form} />}
    </section>
  );
}

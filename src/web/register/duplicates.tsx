import { App, Button, Drawer, Space } from 'antd';
import type { ListedRow } from '../../core/register/answers.ts';
import type { RegisterVerbs } from '../../core/register/operations.ts';
import { perform, Refusal } from '../client.ts';
import { Failure } from '../error-boundary.tsx';
import { useLanguage } from '../language.tsx';
import { useMay } from '../session.ts';
import { useOperation } from '../use-operation.ts';
import { Nothing, Waiting } from '../waiting.tsx';
import { words } from './wording.ts';

interface Props {
  readonly on: string;
  readonly verbs: RegisterVerbs;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Pairs that may be one thing, each with what speaks for it: merge them, or say that they are two. */
export function Duplicates({ on, verbs, onClose, onChanged }: Props) {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const mayWrite = useMay(verbs.merge.permission);
  const { data, error, refetch } = useOperation(verbs.duplicates, { on });
  const decide = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (refusal) {
      void modal.error({ title: refusal instanceof Refusal ? say(refusal.label) : String(refusal) });
    }
    await refetch();
    onChanged();
  };
  const merge = (kept: ListedRow, gone: ListedRow) =>
    decide(() => perform(verbs.merge, { ids: [gone.id], into: kept.id, on }));
  return (
    <Drawer open size={620} title={say(words.duplicates)} onClose={onClose}>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.pairs.length === 0 && <Nothing title={say(words.noDuplicates)} />}
      <ul className="register-pairs">
        {data?.pairs.map(({ a, b, score, grounds }) => (
          <li key={`${a.id} ${b.id}`}>
            <p>
              <b>1</b> {a.data.name} <code>{a.data.code}</code>
            </p>
            <p>
              <b>2</b> {b.data.name} <code>{b.data.code}</code>
            </p>
            <p className="quiet">
              {say(words.score)} {score}：{grounds.map(({ label, points }) => `${say(label)}（${points}）`).join('，')}
            </p>
            {mayWrite && (
              <Space size={6}>
                <Button size="small" onClick={() => void merge(a, b)}>
                  {say(words.keepFirst)}
                </Button>
                <Button size="small" onClick={() => void merge(b, a)}>
                  {say(words.keepSecond)}
                </Button>
                <Button
                  size="small"
                  onClick={() =>
                    void decide(() => perform(verbs.apart, { a: a.id, b: b.id, reason: say(words.apartReason) }))
                  }
                >
                  {say(words.apart)}
                </Button>
              </Space>
            )}
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { drawOperations } from '../draw-operations.ts';
import type { LedgerEntry } from '../operations.ts';

const words = {
  title: { zh: '抽取', en: 'The draw' },
  seed: { zh: '公布的种子，如当日开奖号码', en: 'The public seed, such as a lottery number of the day' },
  draw: { zh: '抽取', en: 'Draw' },
  same: { zh: '按种子和名录复算，与记载一致', en: 'Drawn again from seed and lists: the same' },
  other: {
    zh: '复算与记载不一致：名录或结果在抽取后改动过',
    en: 'Not what the seed gives: lists or result were changed',
  },
} satisfies Record<string, Label>;

/** 双随机: draws by a public seed, and afterwards tells whether the record still is what the seed gives. */
export function DrawPanel({ entry, onChanged }: { entry: LedgerEntry; onChanged: () => void }) {
  const { say } = useLanguage();
  const { entryId, revision, stage } = entry;
  const { data, refetch } = useOperation(drawOperations['draws.verify'], { entryId });
  const mayWrite = useMay(drawOperations['draws.make'].permission);
  const [seed, setSeed] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async () => {
    try {
      await perform(drawOperations['draws.make'], { entryId, revision, seed });
      void refetch();
      onChanged();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
    }
  };
  return (
    <section>
      <h3 className="register-heading">{say(words.title)}</h3>
      {stage === 'prepared' && mayWrite && (
        <Space.Compact style={{ width: '100%' }}>
          <Input
            aria-label={say(words.seed)}
            placeholder={say(words.seed)}
            maxLength={200}
            value={seed}
            onChange={({ target }) => setSeed(target.value)}
          />
          <Button type="primary" disabled={seed.trim() === ''} onClick={() => void submit()}>
            {say(words.draw)}
          </Button>
        </Space.Compact>
      )}
      {refusal !== null && (
        <p role="alert" className="register-trouble">
          {refusal}
        </p>
      )}
      {data?.isSame === true && <p className="ledger-green">{say(words.same)}</p>}
      {data?.isSame === false && <p className="ledger-late">{say(words.other)}</p>}
    </section>
  );
}

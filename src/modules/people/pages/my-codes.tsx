import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { peopleOperations } from '../operations.ts';
import { type Answers, type Field, FormModal } from './form-modal.tsx';
import { ShownOnce } from './shown-once.tsx';

const words = {
  codes: { zh: '动态口令', en: 'One-time codes' },
  on: { zh: '已启用：登录时除口令外还要动态口令', en: 'On: signing in asks for a code besides the password' },
  off: { zh: '未启用', en: 'Off' },
  start: { zh: '启用', en: 'Switch on' },
  stop: { zh: '停用', en: 'Switch off' },
  secret: {
    zh: '在手机的验证器里添加账号，选择“输入密钥”：{secret}。再填入它显示的六位数。',
    en: 'In your authenticator choose “enter a key”: {secret}. Then type the six digits it shows.',
  },
  code: { zh: '六位动态口令', en: 'Six digits' },
  present: { zh: '现用口令', en: 'Present password' },
  recovery: { zh: '备用码', en: 'Recovery codes' },
  recoveryHint: {
    zh: '手机不在时，每个备用码可用一次。只显示这一次，请抄下妥善保管。',
    en: 'Each works once when the device is not at hand. They are shown only now: write them down.',
  },
} satisfies Record<string, Label>;

const password: Field = {
  name: 'password',
  label: words.present,
  kind: 'password',
  autoComplete: 'current-password',
};

/** A password is passed on as it was typed, blanks and all. */
const asTyped = (value: Answers[string]): string => (typeof value === 'string' ? value : '');

interface Props {
  readonly isOn: boolean;
  readonly onChanged: () => Promise<unknown>;
}

/** One-time codes beside the password: switched on by the first code, off by the password. */
export function MyCodes({ isOn, onChanged }: Props) {
  const { say } = useLanguage();
  const [secret, setSecret] = useState<string | null>(null);
  const [isStopping, setIsStopping] = useState(false);
  const [recovery, setRecovery] = useState<readonly string[]>([]);
  const start = async () => {
    const answer = await perform(peopleOperations['session.start-codes'], {});
    setSecret(answer.secret);
  };
  const confirm = async (given: string, answers: Answers) => {
    const { recoveryCodes } = await perform(peopleOperations['session.confirm-codes'], {
      secret: given,
      code: asTyped(answers.code),
      password: asTyped(answers.password),
    });
    setRecovery(recoveryCodes);
    await onChanged();
  };
  const stop = async (answers: Answers) => {
    await perform(peopleOperations['session.stop-codes'], { password: asTyped(answers.password) });
    await onChanged();
  };
  return (
    <>
      <h2>{say(words.codes)}</h2>
      <div className="people-bar">
        <span>{say(isOn ? words.on : words.off)}</span>
        <Button onClick={() => (isOn ? setIsStopping(true) : void start())}>
          {say(isOn ? words.stop : words.start)}
        </Button>
      </div>
      {secret !== null && (
        <FormModal
          title={say(words.codes)}
          hint={say(words.secret, { secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 ') })}
          fields={[{ name: 'code', label: words.code, autoComplete: 'one-time-code' }, password]}
          onClose={() => setSecret(null)}
          onSubmit={(answers) => confirm(secret, answers)}
        />
      )}
      {isStopping && (
        <FormModal title={say(words.stop)} fields={[password]} onClose={() => setIsStopping(false)} onSubmit={stop} />
      )}
      <ShownOnce
        title={say(words.recovery)}
        hint={say(words.recoveryHint)}
        lines={recovery}
        onClose={() => setRecovery([])}
      />
    </>
  );
}

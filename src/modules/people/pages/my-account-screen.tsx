import './people.css';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { peopleOperations } from '../operations.ts';
import { textOrNull } from './answers.ts';
import { FormModal } from './form-modal.tsx';
import { MyCodes } from './my-codes.tsx';
import { MyPosts } from './my-posts.tsx';
import { MySessions } from './my-sessions.tsx';
import { MyTokens } from './my-tokens.tsx';
import { PasswordForm } from './sign-in.tsx';

const words = {
  title: { zh: '我的账号', en: 'My account' },
  sample: { zh: '样例用户没有账号', en: 'The sample officer has no account' },
  sampleHint: { zh: '用 lantu serve 启动后可以建立账号', en: 'Accounts come with lantu serve' },
  email: { zh: '邮箱', en: 'Mail' },
  emailHint: { zh: '未填写；填写后，提醒也会发到邮箱', en: 'None; with one, notices are mailed as well' },
  edit: { zh: '修改邮箱', en: 'Change the address' },
  password: { zh: '口令', en: 'Password' },
  change: { zh: '修改口令', en: 'Change the password' },
  changed: { zh: '口令已修改，其他会话已结束', en: 'Changed; your other sessions have ended' },
} satisfies Record<string, Label>;

interface Part {
  readonly onChanged: () => Promise<unknown>;
}

function MyEmail({ email, onChanged }: Part & { email: string | null }) {
  const { say } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <h2>{say(words.email)}</h2>
      <div className="people-bar">
        <span>{email ?? say(words.emailHint)}</span>
        <Button onClick={() => setIsOpen(true)}>{say(words.edit)}</Button>
      </div>
      {isOpen && (
        <FormModal
          title={say(words.edit)}
          fields={[{ name: 'email', label: words.email, isOptional: true, autoComplete: 'email' }]}
          initial={{ email: email ?? '' }}
          onClose={() => setIsOpen(false)}
          onSubmit={async (answers) => {
            await perform(peopleOperations['session.change-email'], { email: textOrNull(answers.email) });
            await onChanged();
          }}
        />
      )}
    </>
  );
}

function MyPassword({ onChanged }: Part) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <h2>{say(words.password)}</h2>
      <Button onClick={() => setIsOpen(true)}>{say(words.change)}</Button>
      <Modal open={isOpen} title={say(words.change)} footer={null} onCancel={close} destroyOnHidden>
        <PasswordForm
          onDone={() => {
            close();
            message.success(say(words.changed));
            void onChanged();
          }}
        />
      </Modal>
    </>
  );
}

export function MyAccountScreen() {
  const { say } = useLanguage();
  const queries = useQueryClient();
  const session = useOperation(peopleOperations['session.show'], {});
  const isPerson = session.data?.isSample === false;
  const own = useOperation(peopleOperations['session.list'], {}, { enabled: isPerson });
  const error = session.error ?? own.error;
  if (error) return <Failure error={error} onAgain={() => void own.refetch()} />;
  if (session.data?.isSample) return <Nothing title={say(words.sample)} hint={say(words.sampleHint)} />;
  if (session.data === undefined || own.data === undefined) return <Waiting />;
  const { posts, permissions, name } = session.data;
  const { email, hasTotp, sessions } = own.data;
  const changed = () => queries.invalidateQueries();
  return (
    <div className="page">
      <h1>
        {say(words.title)} · {name}
      </h1>
      <MyPosts posts={posts} />
      <MyEmail email={email} onChanged={changed} />
      <MyPassword onChanged={changed} />
      <MyCodes isOn={hasTotp} onChanged={changed} />
      <MySessions sessions={sessions} onChanged={changed} />
      <MyTokens permissions={permissions} onChanged={changed} />
    </div>
  );
}

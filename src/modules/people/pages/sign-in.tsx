import './people.css';
import { Alert, Button, Form, Input, type InputRef, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { gateOperations } from '../gate-operations.ts';
import { peopleOperations } from '../operations.ts';
import { SignInElsewhere, troubleElsewhere } from './sign-in-elsewhere.tsx';

const words = {
  title: { zh: '登录蓝图', en: 'Sign in to Lantu' },
  lead: { zh: '账号由本单位管理员建立', en: 'Accounts are made by your administrator' },
  again: { zh: '请重新登录', en: 'Please sign in again' },
  againHint: {
    zh: '登录已过期。本页所写内容都在，登录后继续。',
    en: 'Your session has ended. What you wrote is still here.',
  },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '口令', en: 'Password' },
  code: { zh: '动态口令', en: 'One-time code' },
  enter: { zh: '登录', en: 'Sign in' },
  needed: { zh: '请填写', en: 'Please fill in' },
  change: { zh: '请先修改口令', en: 'Please change your password first' },
  changeHint: {
    zh: '这是别人给您的一次性口令。新口令至少 10 个字符，不含登录名；越长越好，不必混用各类字符。',
    en: 'This password was given to you. The new one has at least 10 characters, without your login; longer is better.',
  },
  current: { zh: '现用口令', en: 'Present password' },
  next: { zh: '新口令', en: 'New password' },
  repeat: { zh: '再输一次新口令', en: 'The new password once more' },
  differ: { zh: '两次输入不同', en: 'The two differ' },
  save: { zh: '修改口令', en: 'Change the password' },
  leave: { zh: '退出', en: 'Sign out' },
} satisfies Record<string, Label>;

interface Entry {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}

function SignInForm({ onDone }: { onDone: () => void }) {
  const { say } = useLanguage();
  const [trouble, setTrouble] = useState<Label | null>(troubleElsewhere);
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const first = useRef<InputRef>(null);
  const codeField = useRef<InputRef>(null);
  useEffect(() => {
    (needsCode ? codeField : first).current?.focus();
  }, [needsCode]);
  const enter = async (entry: Entry) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      await perform(gateOperations['sign-in'], entry);
      onDone();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'code-needed') setNeedsCode(true);
      setTrouble(error.label);
    }
    setIsBusy(false);
  };
  const rules = [{ required: true, message: say(words.needed) }];
  return (
    <Form layout="vertical" onFinish={enter} requiredMark={false}>
      {trouble !== null && (
        <Alert type={needsCode ? 'info' : 'error'} showIcon title={say(trouble)} className="page-alert" />
      )}
      <Form.Item name="login" label={say(words.login)} rules={rules}>
        <Input ref={first} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={say(words.password)} rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {needsCode && (
        <Form.Item name="code" label={say(words.code)} rules={rules}>
          <Input ref={codeField} autoComplete="one-time-code" inputMode="text" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block disabled={isBusy}>
        {say(words.enter)}
      </Button>
    </Form>
  );
}

function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  return (
    <Button type="text" size="small" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
      {language === 'zh' ? 'English' : '中文'}
    </Button>
  );
}

/** The whole page, for whoever is not signed in. */
export function SignInPage({ onDone }: { onDone: () => void }) {
  const { say } = useLanguage();
  useEffect(() => {
    document.title = `${say(words.enter)} · 蓝图`;
  }, [say]);
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <h1>{say(words.title)}</h1>
        <p>{say(words.lead)}</p>
        <SignInForm onDone={onDone} />
        <SignInElsewhere />
      </section>
      <LanguageSwitch />
    </main>
  );
}

/** Over the page, for whose session ended: what was typed below stays. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const { say } = useLanguage();
  return (
    <Modal open title={say(words.again)} footer={null} closable={false} keyboard={false} width={400}>
      <p className="quiet">{say(words.againHint)}</p>
      <SignInForm onDone={onDone} />
      <SignInElsewhere keepsPage />
    </Modal>
  );
}

export async function signOut(): Promise<void> {
  const { leave } = await perform(gateOperations['sign-out'], {});
  location.assign(leave ?? '/');
}

interface Change {
  readonly current: string;
  readonly next: string;
}

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { say } = useLanguage();
  const [trouble, setTrouble] = useState<Label | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const change = async ({ current, next }: Change) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      await perform(peopleOperations['session.change-password'], { current, next });
      onDone();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setTrouble(error.label);
    }
    setIsBusy(false);
  };
  const rules = [{ required: true, message: say(words.needed) }];
  return (
    <Form layout="vertical" onFinish={change} requiredMark={false}>
      {trouble !== null && <Alert type="error" showIcon title={say(trouble)} className="page-alert" />}
      <Form.Item name="current" label={say(words.current)} rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label={say(words.next)} rules={rules}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={say(words.repeat)}
        dependencies={['next']}
        rules={[
          ...rules,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === undefined || value === '' || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(say(words.differ))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={isBusy}>
        {say(words.save)}
      </Button>
    </Form>
  );
}

/** Before anything else, for whose password was given by somebody else. */
export function MustChangePage({ onDone }: { onDone: () => void }) {
  const { say } = useLanguage();
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <h1>{say(words.change)}</h1>
        <p>{say(words.changeHint)}</p>
        <PasswordForm onDone={onDone} />
      </section>
      <Button type="text" size="small" onClick={() => void signOut()}>
        {say(words.leave)}
      </Button>
    </main>
  );
}

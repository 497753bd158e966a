import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { Refusal } from './client.ts';
import { useLanguage } from './language.tsx';

const words = {
  title: { zh: '这一页出错了', en: 'This page failed' },
  hint: {
    zh: '已保存的内容都在。请重新打开本页；若再次出现，请把下面的文字告诉管理员。',
    en: 'Everything saved is safe. Open the page again; if it happens again, tell the administrator the text below.',
  },
  again: { zh: '重新打开', en: 'Open again' },
  updated: { zh: '系统更新过，请重新打开本页', en: 'The system was updated; please open the page again' },
};

/** A page that was opened before an update asks for parts that are no longer there. */
const isOutdated = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);

/** A refusal or failure in place of the content, with what to do next. */
export function Failure({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { say } = useLanguage();
  const title = error instanceof Refusal ? say(error.label) : say(isOutdated(error) ? words.updated : words.title);
  return (
    <Result
      status="warning"
      title={<span className="failure-title">{title}</span>}
      subTitle={error instanceof Refusal || isOutdated(error) ? null : say(words.hint)}
      extra={
        <Button type="primary" onClick={onAgain}>
          {say(words.again)}
        </Button>
      }
    >
      {!(error instanceof Refusal) && !isOutdated(error) && <pre className="failure-text">{String(error)}</pre>}
    </Result>
  );
}

const reloadPauseMs = 60_000;

interface Props {
  readonly children: ReactNode;
}

/** Keeps the frame standing when a page throws while it is drawn. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown };
  static getDerivedStateFromError = (error: unknown) => ({ error });

  override componentDidCatch(error: unknown) {
    if (!isOutdated(error)) return;
    // Once by itself; if that did not help, the reader is told.
    const last = Number(sessionStorage.getItem('lantu-reloaded') ?? 0);
    if (Date.now() - last < reloadPauseMs) return;
    sessionStorage.setItem('lantu-reloaded', String(Date.now()));
    location.reload();
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Failure error={this.state.error} onAgain={() => location.reload()} />;
  }
}

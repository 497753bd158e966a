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
};

/** A refusal or failure in place of the content, with what to do next. */
export function Failure({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { say } = useLanguage();
  const title = error instanceof Refusal ? say(error.label) : say(words.title);
  return (
    <Result
      status="warning"
      title={<span className="failure-title">{title}</span>}
      subTitle={error instanceof Refusal ? null : say(words.hint)}
      extra={
        <Button type="primary" onClick={onAgain}>
          {say(words.again)}
        </Button>
      }
    >
      {!(error instanceof Refusal) && <pre className="failure-text">{String(error)}</pre>}
    </Result>
  );
}

interface Props {
  readonly children: ReactNode;
}

/** Keeps the frame standing when a page throws while it is drawn. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown };
  static getDerivedStateFromError = (error: unknown) => ({ error });

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Failure error={this.state.error} onAgain={() => location.reload()} />;
  }
}

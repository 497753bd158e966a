import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from './language.tsx';

const words = { opening: { zh: '正在打开…', en: 'Opening…' } };

export function Waiting() {
  const { say } = useLanguage();
  return (
    <div className="waiting" role="status">
      <Spin size="small" /> <span>{say(words.opening)}</span>
    </div>
  );
}

/** Nothing here yet: what it would be, and the next step. */
export function Nothing({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <p className="nothing-title">{title}</p>
      {hint && <p className="nothing-hint">{hint}</p>}
      {children && <div className="nothing-actions">{children}</div>}
    </div>
  );
}

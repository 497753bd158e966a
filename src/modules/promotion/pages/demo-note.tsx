import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useIsDemo } from '../../../web/session.ts';

const words = {
  zh: '演示虚构：阶段、责任人、审批、节点、资金、问题和月度完成数；带文件与行号的承诺、清单出自规划',
  en: 'Invented for the demo: stages, people, approvals, nodes, money, problems and months; promises and lists with a line are from the plans',
} satisfies Label;

/** What of a page is made up, where a demo is shown. */
export function DemoNote() {
  const { say } = useLanguage();
  return useIsDemo() ? <p className="demo-note">{say(words)}</p> : null;
}

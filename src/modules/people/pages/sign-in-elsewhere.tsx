import { Button, Divider } from 'antd';
import { type ProblemCode, problems } from '../../../core/problem.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { gateOperations } from '../gate-operations.ts';

const words = {
  or: { zh: '或', en: 'or' },
  by: { zh: '用“{name}”登录', en: 'Sign in by {name}' },
  comeBack: { zh: '在新窗口登录后，回到这里继续', en: 'Sign in in the new window, then come back here' },
} satisfies Record<string, Label>;

const told = ['oidc-unreachable', 'oidc-refused', 'oidc-no-account', 'oidc-other-person'] as const;

/** Why the identity provider did not lead in, if the reader comes back from there; said once. */
export function troubleElsewhere(): Label | null {
  const given = location.hash.match(/^#sign-in=([\w-]+)$/)?.[1];
  const code: ProblemCode | undefined = told.find((each) => each === given);
  if (code === undefined) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return problems[code].message;
}

/** The button of the identity provider, where one is set up; over a page with unsaved work it opens a window. */
export function SignInElsewhere({ keepsPage = false }: { keepsPage?: boolean }) {
  const { say } = useLanguage();
  const { data } = useOperation(gateOperations.ways, {});
  if (data?.oidc == null) return null;
  const to = keepsPage ? '/' : location.pathname + location.search;
  return (
    <>
      <Divider plain>{say(words.or)}</Divider>
      <Button
        block
        href={`/api/session/oidc/start?${new URLSearchParams({ to })}`}
        {...(keepsPage && { target: '_blank' })}
      >
        {say(words.by, { name: say(data.oidc) })}
      </Button>
      {keepsPage && <p className="quiet sign-in-hint">{say(words.comeBack)}</p>}
    </>
  );
}

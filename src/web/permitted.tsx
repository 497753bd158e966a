import { useEffect } from 'react';
import { useLanguage } from './language.tsx';
import type { Page } from './page.ts';
import { useGo } from './router.tsx';
import { useSession } from './session.ts';
import { Nothing } from './waiting.tsx';

const words = {
  title: { zh: '您的岗位看不到这一页', en: 'Your post does not see this page' },
  hint: { zh: '需要时请联系本单位管理员', en: 'Ask your administrator if you need it' },
};

/** The page, for those who may see it. The start page leads others to the first page that is theirs. */
export function Permitted({ page, pages }: { page: Page; pages: readonly Page[] }) {
  const { say } = useLanguage();
  const session = useSession();
  const go = useGo();
  const may = (permission: string) => session === null || session.permissions.includes(permission);
  const isAllowed = may(page.permission);
  const first = page.path === '/' ? pages.find(({ menu, permission }) => menu && may(permission))?.path : undefined;
  useEffect(() => {
    if (!isAllowed && first !== undefined) go(first, {}, { replace: true });
  }, [isAllowed, first, go]);
  if (isAllowed) return page.render();
  return first === undefined ? <Nothing title={say(words.title)} hint={say(words.hint)} /> : null;
}

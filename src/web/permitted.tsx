import { useLanguage } from './language.tsx';
import type { Page } from './page.ts';
import { useSession } from './session.ts';
import { Nothing } from './waiting.tsx';

const words = {
  title: { zh: '您的岗位看不到这一页', en: 'Your post does not see this page' },
  hint: { zh: '需要时请联系本单位管理员', en: 'Ask your administrator if you need it' },
};

/** The page, for those who may see it. */
export function Permitted({ page }: { page: Page }) {
  const { say } = useLanguage();
  const session = useSession();
  if (session === null || session.permissions.includes(page.permission)) return page.render();
  return <Nothing title={say(words.title)} hint={say(words.hint)} />;
}

import { useLanguage } from './language.tsx';
import { PageLink } from './router.tsx';
import { Nothing } from './waiting.tsx';

const words = {
  title: { zh: '没有这个页面', en: 'There is no such page' },
  hint: { zh: '地址可能输错了，或内容已删除', en: 'The address may be mistyped, or its content was deleted' },
  back: { zh: '回到规划列表', en: 'Back to the plans' },
};

export function NoSuchPage() {
  const { say } = useLanguage();
  return (
    <Nothing title={say(words.title)} hint={say(words.hint)}>
      <PageLink to="/">{say(words.back)}</PageLink>
    </Nothing>
  );
}

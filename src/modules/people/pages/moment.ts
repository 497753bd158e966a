import { useLanguage } from '../../../web/language.tsx';

/** An instant as people read it. */
export function useMoment(): (at: string | null) => string {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (at) => (at === null ? '—' : format.format(new Date(at)));
}

/** Today where the reader is, as YYYY-MM-DD. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(new Date());

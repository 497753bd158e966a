import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Data, fill, type Label, type Language } from '../core/text.ts';
import { recall, remember } from './remember.ts';

interface Speech {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The label in the reader's language, with data in its places. */
  readonly say: (label: Label, data?: Data) => string;
}

const SpeechContext = createContext<Speech | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (recall('language') === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    remember('language', language);
  }, [language]);
  const say = useCallback((label: Label, data: Data = {}) => fill(label[language], data), [language]);
  const speech = useMemo(() => ({ language, setLanguage, say }), [language, say]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useLanguage(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('a component that speaks stands outside LanguageProvider');
  return speech;
}

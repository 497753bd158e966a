import { missingReasons } from '../../../core/missing.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { Shown } from '../../indicators/operations.ts';

const grouped = (text: string): string => text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/** A figure with its thousands apart, or the reason why there is none. */
export function HoleOr({ figure: { value, missing } }: { figure: Shown }) {
  const { say } = useLanguage();
  if (value !== null) return grouped(value);
  return <span className="quiet">{missing === null ? '—' : say(missingReasons[missing])}</span>;
}

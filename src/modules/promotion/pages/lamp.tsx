import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { type LampLevel, lampLevels } from '../money-operations.ts';

/** A lamp as colour and word: nobody has to tell red from green. */
export function Lamp({ level, of }: { level: LampLevel; of?: Label }) {
  const { say } = useLanguage();
  return (
    <span className={`dlamp dlamp-${level}`}>
      {of && `${say(of)} `}
      {say(lampLevels[level])}
    </span>
  );
}

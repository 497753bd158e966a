import { useLanguage } from '../../../web/language.tsx';
import { type CellView, cellLamps } from '../shapes.ts';

/** A lamp as colour and word: nobody has to tell red from green. */
export function StateLamp({ state }: { state: CellView['state'] }) {
  const { say } = useLanguage();
  const { label, lamp } = cellLamps[state];
  return <span className={`elamp elamp-${lamp}`}>{say(label)}</span>;
}

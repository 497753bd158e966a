import './difference-list.css';
import { type Difference, differencesOf } from '../core/difference.ts';
import type { Label } from '../core/text.ts';
import { fieldWord } from './field-words.ts';
import { useLanguage } from './language.tsx';

const words = {
  field: { zh: '项目', en: 'Field' },
  before: { zh: '此前', en: 'Before' },
  after: { zh: '此后', en: 'After' },
  none: { zh: '没有记下内容', en: 'Nothing was noted' },
  more: { zh: '还有 {count} 处，见导出', en: '{count} more, in the export' },
  whole: { zh: '全部', en: 'All' },
} satisfies Record<string, Label>;

const shown = 100;

const textOf = (value: unknown): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
};

const isNumber = (name: string): boolean => /^\d+$/.test(name);

/** What was and what is, field by field. */
export function DifferenceList({ before, after }: { before: unknown; after: unknown }) {
  const { say } = useLanguage();
  const differences = differencesOf(before ?? null, after ?? null);
  if (differences.length === 0) return <p className="quiet">{say(words.none)}</p>;
  const nameOf = ({ path }: Difference) =>
    path.length === 0
      ? say(words.whole)
      : path.map((name) => (isNumber(name) ? String(Number(name) + 1) : say(fieldWord(name)))).join(' › ');
  return (
    <table className="plain-table difference-list">
      <thead>
        <tr>
          <th>{say(words.field)}</th>
          <th>{say(words.before)}</th>
          <th>{say(words.after)}</th>
        </tr>
      </thead>
      <tbody>
        {differences.slice(0, shown).map((difference) => (
          <tr key={difference.path.join('\u0000')}>
            <td title={difference.path.join('.')}>{nameOf(difference)}</td>
            <td>{difference.before !== undefined && <del>{textOf(difference.before)}</del>}</td>
            <td>{difference.after !== undefined && <ins>{textOf(difference.after)}</ins>}</td>
          </tr>
        ))}
      </tbody>
      {differences.length > shown && (
        <tfoot>
          <tr>
            <td colSpan={3}>{say(words.more, { count: differences.length - shown })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

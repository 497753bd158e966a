import { useLanguage } from '../../../../web/language.tsx';
import { Nothing } from '../../../../web/waiting.tsx';
import type { PlanDetail } from '../../plan.ts';

const words = {
  tables: { zh: '表格', en: 'Tables' },
  untitled: { zh: '（无标题）', en: '(untitled)' },
  size: { zh: '{rows} 行 × {columns} 列 · 第 {line} 行', en: '{rows} rows × {columns} columns · line {line}' },
  none: { zh: '这份文件里没有表格', en: 'There are no tables in this document' },
};

interface Props {
  readonly tables: PlanDetail['tables'];
  readonly onShow: (offset: number) => void;
}

/** The tables of the document with their columns as read; a click shows the table in place. */
export function TablesList({ tables, onShow }: Props) {
  const { say } = useLanguage();
  if (tables.length === 0) return <Nothing title={say(words.none)} />;
  return (
    <ul className="tables-list" aria-label={say(words.tables)}>
      {tables.map(({ title, columns, rows, source }) => (
        <li key={source.start}>
          <button type="button" onClick={() => onShow(source.start)}>
            <b>{title ?? say(words.untitled)}</b>
            <small>{say(words.size, { rows: rows.length, columns: columns.length, line: source.line })}</small>
            <span className="table-columns">{columns.filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

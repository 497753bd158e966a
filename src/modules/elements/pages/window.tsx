import { Select } from 'antd';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { useGo, useSearchParams } from '../../../web/router.tsx';
import { useUnits } from './use-elements.ts';
import { words } from './wording.ts';

/** Unit and year that a page looks at; they stand in its address. */
export function useWindow() {
  const search = useSearchParams();
  const year = /^\d{4}$/.test(search.year ?? '') ? (search.year as string) : todayHere().slice(0, 4);
  return {
    year,
    unit: search.unit,
    input: { from: `${year}-01`, months: 12, ...(search.unit && { unitPath: search.unit }) },
  };
}

export function WindowChoice({ path }: { path: string }) {
  const { say } = useLanguage();
  const go = useGo();
  const { year, unit } = useWindow();
  const units = useUnits();
  const now = Number(todayHere().slice(0, 4));
  const years = [...new Set([now - 1, now, now + 1, now + 2, Number(year)])].sort((a, b) => a - b);
  return (
    <>
      <Select
        aria-label={say(words.year)}
        value={year}
        options={years.map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(next) => go(path, { year: next, unit })}
      />
      <Select
        aria-label={say(words.unit)}
        value={unit ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 180 }}
        options={[
          { value: '', label: say(words.allUnits) },
          ...units.map(({ unitPath, name }) => ({ value: unitPath, label: name })),
        ]}
        onChange={(next) => go(path, { year, unit: next || undefined })}
      />
    </>
  );
}

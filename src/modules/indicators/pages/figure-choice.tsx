import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Period } from '../../../core/period.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { unitOperations } from '../../people/unit-operations.ts';

const words = {
  unit: { zh: '单位（空为本单位）', en: 'Unit (empty: one’s own)' },
  period: { zh: '期别，如 2026-10', en: 'Period, as 2026-10' },
  wrongPeriod: { zh: '期别须写作 2026、2026-H1、2026-Q3 或 2026-09', en: 'Write 2026, 2026-H1, 2026-Q3 or 2026-09' },
  show: { zh: '查看', en: 'Show' },
} satisfies Record<string, Label>;

export interface Chosen {
  readonly period: string;
  readonly unitPath?: string;
}

/** Units in reach, by name. */
export const useUnits = () => useOperation(unitOperations['units.list'], {}).data?.units ?? [];

interface Props {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly children?: ReactNode;
}

export function FigureChoice({ chosen, onChoose, children }: Props) {
  const { say } = useLanguage();
  const units = useUnits();
  const [unit, setUnit] = useState(chosen.unitPath);
  const [period, setPeriod] = useState(chosen.period);
  const isPeriod = Period.safeParse(period).success;
  return (
    <form
      className="page-actions figure-choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPeriod) onChoose({ period, ...(unit !== undefined && { unitPath: unit }) });
      }}
    >
      <Select
        allowClear
        showSearch={{ filterOption: (text, option) => `${option?.label} ${option?.value}`.includes(text) }}
        aria-label={say(words.unit)}
        placeholder={say(words.unit)}
        value={unit ?? null}
        options={units.map(({ unitPath, name }) => ({ value: unitPath, label: name }))}
        onChange={(value: string | null | undefined) => setUnit(value ?? undefined)}
      />
      <Input
        aria-label={say(words.period)}
        placeholder={say(words.period)}
        value={period}
        status={isPeriod ? '' : 'error'}
        title={isPeriod ? undefined : say(words.wrongPeriod)}
        onChange={({ target }) => setPeriod(target.value.trim())}
      />
      <Button type="primary" htmlType="submit" disabled={!isPeriod}>
        {say(words.show)}
      </Button>
      {children}
    </form>
  );
}

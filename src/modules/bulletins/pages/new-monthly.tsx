import { Alert, App, Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useGo } from '../../../web/router.tsx';
import { useAction, useOperation } from '../../../web/use-operation.ts';
import { bulletinOperations } from '../operations.ts';
import { OfficialPaper } from './official-paper.tsx';

const words = {
  title: { zh: '生成通报', en: 'Draft from approved figures' },
  month: { zh: '月份', en: 'Month' },
  kind: { zh: '期别', en: 'Period' },
  unit: { zh: '单位', en: 'Unit' },
  by: { zh: '排名对象', en: 'Ranked' },
  byUnit: { zh: '下一级单位', en: 'Units below' },
  byPark: { zh: '园区', en: 'Parks' },
  parks: { zh: '园区（空为全部）', en: 'Parks (empty: all)' },
  setName: { zh: '园区组名称，如“重点园区”', en: 'Name of the set' },
  industry: { zh: '行业（空为全部）', en: 'Industry (empty: all)' },
  indicators: { zh: '指标', en: 'Indicators' },
  none: {
    zh: '这一期没有已审定的数据，请换一期或先审定',
    en: 'No approved figures in this period; choose another or approve first',
  },
  onePark: { zh: '园区组至少两个园区', en: 'A set has at least two parks' },
  preview: { zh: '预览', en: 'Preview' },
  make: { zh: '生成草稿', en: 'Draft it' },
  failed: { zh: '没有成功，请再试一次', en: 'It did not work; please try again' },
} satisfies Record<string, Label>;

const kinds = {
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  half: { zh: '半年', en: 'half' },
  year: { zh: '年', en: 'year' },
} satisfies Record<string, Label>;
type Kind = keyof typeof kinds;

function periodOf(month: string, kind: Kind): string {
  const [year = '', number = '1'] = month.split('-');
  const at = Number(number);
  return { month, quarter: `${year}-Q${Math.ceil(at / 3)}`, half: `${year}-H${Math.ceil(at / 6)}`, year }[kind];
}

/** The month that has just ended. */
function lastMonth(): string {
  const now = new Date();
  const month = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}

type Wish = z.input<(typeof bulletinOperations)['bulletins.draft-monthly']['input']>;

const first = {
  month: lastMonth(),
  kind: 'month' as Kind,
  unitPath: '',
  by: 'unit',
  parkIds: [] as string[],
  setName: '',
  industry: null as string | null,
  indicatorIds: null as string[] | null,
};

const search = { optionFilterProp: 'label', showSearch: true } as const;

function useChoices(form: typeof first) {
  const period = periodOf(form.month, form.kind);
  const asked = {
    period,
    ...(form.unitPath === '' ? {} : { unitPath: form.unitPath }),
    ...(form.industry === null ? {} : { industry: form.industry }),
  };
  const { data, error } = useOperation(bulletinOperations['bulletins.choices'], asked, { enabled: form.month !== '' });
  const defaults = (data?.indicators ?? []).filter(({ isDefault }) => isDefault).map(({ id }) => id);
  const chosen = form.indicatorIds ?? defaults;
  const wish: Wish = {
    period,
    ...(form.unitPath === '' ? {} : { unitPath: form.unitPath }),
    parks:
      form.by === 'park'
        ? { ids: form.parkIds.length > 0 ? form.parkIds : null, name: form.setName.trim() || null }
        : null,
    industry: form.industry,
    ...(chosen.length > 0 ? { indicatorIds: chosen } : {}),
  };
  return { data, error, chosen, wish };
}

type Choices = ReturnType<typeof useChoices>;

function Fields({
  form,
  set,
  choices,
}: {
  form: typeof first;
  set: (change: Partial<typeof first>) => void;
  choices: Choices;
}) {
  const { say } = useLanguage();
  const { data, chosen } = choices;
  const options = (rows: readonly { readonly name: string; readonly value: string }[]) =>
    rows.map(({ name, value }) => ({ label: name, value }));
  return (
    <div className="bulletin-form">
      <Input
        type="month"
        aria-label={say(words.month)}
        value={form.month}
        onChange={({ target }) => set({ month: target.value, indicatorIds: null })}
      />
      <Radio.Group
        aria-label={say(words.kind)}
        value={form.kind}
        onChange={({ target }) => set({ kind: target.value as Kind, indicatorIds: null })}
        options={Object.entries(kinds).map(([value, label]) => ({ value, label: say(label) }))}
        optionType="button"
      />
      <Select
        {...search}
        aria-label={say(words.unit)}
        value={form.unitPath === '' ? (data?.unitPath ?? '') : form.unitPath}
        placeholder={say(words.unit)}
        options={options((data?.units ?? []).map(({ unitPath, name }) => ({ name, value: unitPath })))}
        onChange={(unitPath) => set({ unitPath, parkIds: [], indicatorIds: null })}
      />
      <Radio.Group
        aria-label={say(words.by)}
        value={form.by}
        onChange={({ target }) => set({ by: target.value })}
        options={[
          { value: 'unit', label: say(words.byUnit) },
          { value: 'park', label: say(words.byPark) },
        ]}
        optionType="button"
      />
      {form.by === 'park' && (
        <Select
          {...search}
          mode="multiple"
          className="bulletin-wide"
          aria-label={say(words.parks)}
          placeholder={say(words.parks)}
          value={form.parkIds}
          maxTagCount="responsive"
          options={options((data?.parks ?? []).map(({ id, name }) => ({ name, value: id })))}
          onChange={(parkIds) => set({ parkIds })}
        />
      )}
      {form.by === 'park' && (
        <Input
          aria-label={say(words.setName)}
          placeholder={say(words.setName)}
          value={form.setName}
          maxLength={60}
          onChange={({ target }) => set({ setName: target.value })}
        />
      )}
      <Select
        {...search}
        allowClear
        aria-label={say(words.industry)}
        placeholder={say(words.industry)}
        value={form.industry}
        options={options((data?.industries ?? []).map(({ code, name }) => ({ name: `${code} ${name}`, value: code })))}
        onChange={(industry: string | undefined) => set({ industry: industry ?? null, indicatorIds: null })}
      />
      <Select
        {...search}
        mode="multiple"
        className="bulletin-wide"
        aria-label={say(words.indicators)}
        placeholder={say(words.indicators)}
        value={chosen}
        options={options((data?.indicators ?? []).map(({ id, name }) => ({ name, value: id })))}
        onChange={(indicatorIds) => set({ indicatorIds })}
      />
    </div>
  );
}

/** A bulletin from approved figures: whose, of which period, ranked how; looked at before it is kept. */
export function NewMonthly({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const go = useGo();
  const [form, setForm] = useState(first);
  const choices = useChoices(form);
  const preview = useAction(bulletinOperations['bulletins.preview-monthly']);
  const draft = useAction(bulletinOperations['bulletins.draft-monthly']);
  const refused = (error: unknown) => void message.error(say(error instanceof Refusal ? error.label : words.failed), 6);
  const hasNone = choices.data?.indicators.length === 0;
  const isOnePark = form.by === 'park' && form.parkIds.length === 1;
  const isClosed = form.month === '' || hasNone || isOnePark || preview.isPending || draft.isPending;
  const set = (change: Partial<typeof first>) => {
    preview.reset();
    setForm((before) => ({ ...before, ...change }));
  };
  return (
    <Modal
      open
      width={920}
      title={say(words.title)}
      onCancel={onClose}
      footer={[
        <Button key="preview" disabled={isClosed} onClick={() => preview.mutate(choices.wish, { onError: refused })}>
          {say(words.preview)}
        </Button>,
        <Button
          key="make"
          type="primary"
          disabled={isClosed}
          onClick={() =>
            draft.mutate(choices.wish, { onSuccess: ({ id }) => go(`/bulletins/${id}`), onError: refused })
          }
        >
          {say(words.make)}
        </Button>,
      ]}
    >
      <Fields form={form} set={set} choices={choices} />
      {hasNone && <Alert type="warning" showIcon title={say(words.none)} />}
      {isOnePark && <Alert type="info" showIcon title={say(words.onePark)} />}
      {preview.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        <section className="bulletin-preview" tabIndex={0} aria-label={say(words.preview)}>
          <OfficialPaper document={preview.data.document} changed={new Map()} />
        </section>
      )}
    </Modal>
  );
}

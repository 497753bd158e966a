import { PlusOutlined, SaveOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Tabs } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { perform, Refusal } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { keyOf, useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { documentOperations } from '../operations.ts';
import type { OwnVocabulary } from '../own-vocabulary.ts';
import { IndicatorWords, NameWords, UnitWords } from './word-tables.tsx';

const words = {
  title: { zh: '本单位词汇', en: 'Our own vocabulary' },
  lead: {
    zh: '本地习用的指标名、单位和名称，读文件时与自带词汇一起使用。',
    en: 'Local names of indicators, units, parks and offices, used beside the shipped vocabulary when a file is read.',
  },
  indicators: { zh: '指标', en: 'Indicators' },
  units: { zh: '单位', en: 'Units' },
  names: { zh: '名称', en: 'Names' },
  add: { zh: '加一行', en: 'Add a row' },
  save: { zh: '保存', en: 'Save' },
  saved: {
    zh: '已保存。打开规划，在“更多”里选“用现在的词汇重读”，已核内容会保留。',
    en: 'Saved. Open a plan and choose “Read again with today’s vocabulary”; what was reviewed is kept.',
  },
  by: { zh: '{by} 于 {at} 修改', en: 'Changed by {by} on {at}' },
  noIndicators: { zh: '还没有自己的指标', en: 'No indicators of your own' },
  noIndicatorsHint: {
    zh: '例如“规上工业亩均税收”，别称“亩均税收”，单位“万元/亩”',
    en: 'Such as “tax per mu”, its other names and its unit',
  },
  noUnits: { zh: '还没有自己的单位', en: 'No units of your own' },
  noUnitsHint: { zh: '例如 1 担 = 50 公斤', en: 'Such as 1 dan = 50 kg' },
  noNames: { zh: '还没有自己的名称', en: 'No names of your own' },
  noNamesHint: {
    zh: '园区、企业、单位和地方的叫法和别称',
    en: 'Parks, enterprises, offices and places, with other names',
  },
  unsaved: { zh: '有未保存的修改', en: 'Unsaved changes' },
  incomplete: { zh: '有 {count} 行没有写名称，已略去', en: '{count} rows without a name were left out' },
} satisfies Record<string, Label>;

const clean = (own: OwnVocabulary): OwnVocabulary => ({
  indicators: own.indicators.filter(({ name }) => name.trim() !== ''),
  units: own.units.filter(({ name, factor, unit }) => name.trim() !== '' && factor.trim() !== '' && unit.trim() !== ''),
  names: own.names.filter(({ name }) => name.trim() !== ''),
});
const sizeOf = ({ indicators, units, names }: OwnVocabulary): number => indicators.length + units.length + names.length;

function Vocabulary({ saved, revision, byWhom }: { saved: OwnVocabulary; revision: number; byWhom: string | null }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const mayWrite = useMay(documentOperations['vocabulary.save'].permission);
  const [own, setOwn] = useState(saved);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [tab, setTab] = useState<keyof OwnVocabulary>('indicators');
  const isChanged = JSON.stringify(own) !== JSON.stringify(saved);
  const save = async () => {
    setIsBusy(true);
    setTrouble(null);
    try {
      const left = clean(own);
      const answer = await perform(documentOperations['vocabulary.save'], { words: left, revision });
      queries.setQueryData(keyOf(documentOperations['vocabulary.read'], {}), answer);
      setOwn(answer.words);
      const lost = sizeOf(own) - sizeOf(left);
      message.success(lost > 0 ? `${say(words.saved)} ${say(words.incomplete, { count: lost })}` : say(words.saved), 6);
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
      // The other person's edition comes in; a second press of save then writes this one on top, knowingly.
      if (error instanceof Refusal && error.code === 'changed-meanwhile')
        await queries.invalidateQueries({ queryKey: keyOf(documentOperations['vocabulary.read'], {}) });
    }
    setIsBusy(false);
  };
  const add = () => {
    if (tab === 'indicators')
      setOwn({ ...own, indicators: [...own.indicators, { name: '', aliases: [], unit: null }] });
    if (tab === 'units') setOwn({ ...own, units: [...own.units, { name: '', factor: '', unit: '' }] });
    if (tab === 'names') setOwn({ ...own, names: [...own.names, { kind: 'park', name: '', aliases: [] }] });
  };
  const props = { isFixed: !mayWrite };
  const items = [
    {
      key: 'indicators',
      label: `${say(words.indicators)} ${own.indicators.length}`,
      children:
        own.indicators.length > 0 ? (
          <IndicatorWords {...props} rows={own.indicators} onChange={(indicators) => setOwn({ ...own, indicators })} />
        ) : (
          <Nothing title={say(words.noIndicators)} hint={say(words.noIndicatorsHint)} />
        ),
    },
    {
      key: 'units',
      label: `${say(words.units)} ${own.units.length}`,
      children:
        own.units.length > 0 ? (
          <UnitWords {...props} rows={own.units} onChange={(units) => setOwn({ ...own, units })} />
        ) : (
          <Nothing title={say(words.noUnits)} hint={say(words.noUnitsHint)} />
        ),
    },
    {
      key: 'names',
      label: `${say(words.names)} ${own.names.length}`,
      children:
        own.names.length > 0 ? (
          <NameWords {...props} rows={own.names} onChange={(names) => setOwn({ ...own, names })} />
        ) : (
          <Nothing title={say(words.noNames)} hint={say(words.noNamesHint)} />
        ),
    },
  ];
  return (
    <>
      {trouble && <Alert type="warning" showIcon title={trouble} className="page-alert" />}
      <Tabs activeKey={tab} onChange={(key) => setTab(key as keyof OwnVocabulary)} items={items} />
      {mayWrite && (
        <div className="page-actions">
          <Button icon={<PlusOutlined />} onClick={add}>
            {say(words.add)}
          </Button>
          <Button type="primary" icon={<SaveOutlined />} disabled={isBusy || !isChanged} onClick={() => void save()}>
            {say(words.save)}
          </Button>
          <span className="quiet">{isChanged ? say(words.unsaved) : byWhom}</span>
        </div>
      )}
    </>
  );
}

export function VocabularyScreen() {
  const { say, language } = useLanguage();
  const { data, error, refetch } = useOperation(documentOperations['vocabulary.read'], {});
  const at = data?.updatedAt && new Date(data.updatedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const byWhom = data?.updatedBy && at ? say(words.by, { by: data.updatedBy, at }) : null;
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Vocabulary saved={data.words} revision={data.revision} byWhom={byWhom} />}
    </div>
  );
}

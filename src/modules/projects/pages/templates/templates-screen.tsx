import './templates.css';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { addressOf, perform, Refusal } from '../../../../web/client.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink, useGo } from '../../../../web/router.tsx';
import { useMay } from '../../../../web/session.ts';
import { useOperation } from '../../../../web/use-operation.ts';
import { Waiting } from '../../../../web/waiting.tsx';
import { unitOperations } from '../../../people/unit-operations.ts';
import { lengthOf } from '../../node-template-checks.ts';
import { type ShownTemplate, templateOperations } from '../../node-templates-operations.ts';
import { holdImported } from './imported.ts';

const words = {
  title: { zh: '节点模板', en: 'Node templates' },
  lead: {
    zh: '编排项目节点计划的起点。通用模板不能改，另存为本单位的再改；用过的版本都留着，改模板不影响已编的计划。',
    en: 'What node plans begin with. Those that ship stay as they are: make one your own and change it. Every version is kept, and plans that are made do not change with it.',
  },
  name: { zh: '模板', en: 'Template' },
  owner: { zh: '制定单位', en: 'Made by' },
  shipped: { zh: '通用', en: 'Ships' },
  nodes: { zh: '节点', en: 'Nodes' },
  length: { zh: '总工期（日历天）', en: 'Calendar days' },
  plans: { zh: '用它的计划', en: 'Plans' },
  revision: { zh: '版本', en: 'Version' },
  source: { zh: '依据', en: 'Source' },
  take: { zh: '导出', en: 'Export' },
  new: { zh: '新建', en: 'New' },
  import: { zh: '导入 Excel 或 YAML', en: 'Import Excel or YAML' },
  withdrawn: { zh: '{day} 停用', en: 'withdrawn {day}' },
  failed: { zh: '没有读成，请再试一次', en: 'It was not read; please try again' },
} satisfies Record<string, Label>;

const anyTarget = '2027-12-31';

function Row({ template, unitName }: { template: ShownTemplate; unitName: (path: string) => string }) {
  const { say } = useLanguage();
  const { id, label, unitPath, nodes, plans, revision, source, withdrawnOn } = template;
  const whose = unitPath === null ? {} : { unitPath };
  return (
    <tr>
      <td>
        <PageLink to={`/node-templates/${id}`} search={unitPath === null ? {} : { unit: unitPath }}>
          {say(label)}
        </PageLink>{' '}
        {withdrawnOn && <small className="quiet">{say(words.withdrawn, { day: withdrawnOn })}</small>}
      </td>
      <td>{unitPath === null ? say(words.shipped) : unitName(unitPath)}</td>
      <td className="figure">{nodes.length}</td>
      <td className="figure">{lengthOf(nodes, anyTarget).calendar}</td>
      <td className="figure">{plans}</td>
      <td className="figure">{revision === 0 ? '—' : revision}</td>
      <td className="quiet">{source}</td>
      <td>
        <a href={addressOf(templateOperations['nodes.export-template'], { id, format: 'xlsx', ...whose })}>Excel</a>{' '}
        <a href={addressOf(templateOperations['nodes.export-template'], { id, format: 'yaml', ...whose })}>YAML</a>
      </td>
    </tr>
  );
}

/** Reads a file into the editor, where it is looked at and saved. */
function ImportButton() {
  const { say } = useLanguage();
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<Label | null>(null);
  const read = async (file: File) => {
    setRefusal(null);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { template } = await perform(templateOperations['nodes.read-template'], { name: file.name, bytes });
      holdImported(template);
      go(`/node-templates/${template.id}`, { from: 'file' });
    } catch (error) {
      setRefusal(error instanceof Refusal ? error.label : words.failed);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.yaml,.yml"
        aria-label={say(words.import)}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void read(file);
          target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{say(words.import)}</Button>
      {refusal && (
        <span role="alert" className="template-refusal">
          {say(refusal)}
        </span>
      )}
    </>
  );
}

export function TemplatesScreen() {
  const { say } = useLanguage();
  const go = useGo();
  const mayWrite = useMay(templateOperations['nodes.save-template'].permission);
  const { data, error, refetch } = useOperation(templateOperations['nodes.templates'], { withWithdrawn: 'true' });
  const units = useOperation(unitOperations['units.list'], {}).data?.units ?? [];
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const unitName = (path: string) => units.find(({ unitPath }) => unitPath === path)?.name ?? path;
  const order = ({ unitPath }: ShownTemplate) => (unitPath === data.own ? 0 : unitPath === null ? 1 : 2);
  return (
    <div className="page page-wide">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      {mayWrite && (
        <div className="template-tools">
          <Button type="primary" onClick={() => go('/node-templates/new')}>
            {say(words.new)}
          </Button>
          <ImportButton />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className="table-scroll" tabIndex={0} aria-label={say(words.title)}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{say(words.name)}</th>
              <th>{say(words.owner)}</th>
              <th className="figure">{say(words.nodes)}</th>
              <th className="figure">{say(words.length)}</th>
              <th className="figure">{say(words.plans)}</th>
              <th className="figure">{say(words.revision)}</th>
              <th>{say(words.source)}</th>
              <th>{say(words.take)}</th>
            </tr>
          </thead>
          <tbody>
            {data.templates
              .toSorted((a, b) => order(a) - order(b))
              .map((template) => (
                <Row key={`${template.unitPath} ${template.id}`} template={template} unitName={unitName} />
              ))}
          </tbody>
        </table>
      </section>
      <p className="quiet">{data.note}</p>
    </div>
  );
}

import './delivery.css';
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { postRoles } from '../../projects/delivery.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { projectStages } from '../../projects/register.ts';
import { DemoNote } from './demo-note.tsx';
import { useUnitName } from './names.ts';
import { Wide } from './panel.tsx';

const words = {
  title: { zh: '责任人与交接清单', en: 'People and hand-over' },
  lead: {
    zh: '每人负责的项目、在办事项和逾期事项；有人离岗时选定此人打印，即为交接清单。',
    en: 'Who answers for what, with what is open and late; choose a person and print for a hand-over.',
  },
  person: { zh: '责任人', en: 'Person' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '还没有落实责任人', en: 'Nobody is in charge of anything yet' },
  noneHint: { zh: '在项目页的“责任人”中落实', en: 'Put people in charge on the page of a project' },
  project: { zh: '项目', en: 'Project' },
  unit: { zh: '所在单位', en: 'Unit' },
  stage: { zh: '阶段', en: 'Stage' },
  role: { zh: '职责', en: 'As' },
  since: { zh: '起始', en: 'Since' },
  open: { zh: '在办', en: 'Open' },
  late: { zh: '逾期', en: 'Late' },
  sums: {
    zh: '{projects} 个项目，在办 {open} 项，逾期 {late} 项',
    en: '{projects} projects, {open} open, {late} late',
  },
} satisfies Record<string, Label>;

/** 工作量 by person, and the pack of a hand-over. */
export function WorkloadScreen() {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const [person, setPerson] = useState<string | null>(null);
  const { data, error, refetch } = useOperation(deliveryOperations['delivery.workload'], {});
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const shown = data.people.filter((each) => person === null || each.person === person);
  const names = [...new Set(data.people.map((each) => each.person))];
  return (
    <div className="page">
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <DemoNote />
      <div className="page-actions">
        <Select
          aria-label={say(words.person)}
          placeholder={say(words.person)}
          allowClear
          showSearch
          value={person}
          options={names.map((value) => ({ value, label: value }))}
          onChange={(next: string | null | undefined) => setPerson(next ?? null)}
          className="person-select"
        />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </div>
      {shown.length === 0 && <Nothing title={say(words.none)} hint={say(words.noneHint)} />}
      {shown.map(({ person: name, personUnit, projects }) => (
        <section key={`${name} ${personUnit}`}>
          <h2>
            {name} <small className="quiet">{personUnit}</small>{' '}
            <small className="quiet">
              {say(words.sums, {
                projects: projects.length,
                open: projects.reduce((sum, { openItems }) => sum + openItems, 0),
                late: projects.reduce((sum, { lateItems }) => sum + lateItems, 0),
              })}
            </small>
          </h2>
          <Wide label={name}>
            <table className="plain-table">
              <thead>
                <tr>
                  {[words.project, words.unit, words.stage, words.role, words.since, words.open, words.late].map(
                    (head) => (
                      <th key={head.en} scope="col">
                        {say(head)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {projects.map(({ id, name: project, unitPath, stage, role, postId, fromOn, openItems, lateItems }) => (
                  <tr key={postId}>
                    <td>
                      <PageLink to={`/delivery/${id}`}>{project}</PageLink>
                    </td>
                    <td>{unitName(unitPath)}</td>
                    <td>{say(projectStages[stage])}</td>
                    <td>{say(postRoles[role])}</td>
                    <td className="nowrap">{fromOn}</td>
                    <td className="figure">{openItems}</td>
                    <td className={lateItems > 0 ? 'figure is-late' : 'figure'}>{lateItems}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </section>
      ))}
    </div>
  );
}

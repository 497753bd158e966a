import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../../web/waiting.tsx';
import { unitOperations } from '../../../people/unit-operations.ts';
import { type LateGroup, nodeOperations } from '../../nodes-operations.ts';

const words = {
  none: { zh: '没有超期的节点', en: 'No node is late' },
  unit: { zh: '按单位', en: 'By unit' },
  owner: { zh: '按责任人', en: 'By who answers for it' },
  key: { zh: '单位或责任人', en: 'Unit or person' },
  nobody: { zh: '（未定责任人）', en: '(nobody yet)' },
  nodes: { zh: '超期节点', en: 'Nodes late' },
  projects: { zh: '涉及项目', en: 'Projects' },
  worst: { zh: '最长超期（天）', en: 'Worst (days)' },
  project: { zh: '项目', en: 'Project' },
  node: { zh: '节点', en: 'Node' },
  due: { zh: '计划完成', en: 'Planned finish' },
  days: { zh: '超期（天）', en: 'Days late' },
  list: { zh: '超期最久的节点（共 {n} 个，列前 {shown} 个）', en: 'The latest of {n} nodes ({shown} shown)' },
  everybody: { zh: '全部责任人', en: 'Everybody' },
} satisfies Record<string, Label>;

const mostGroups = 12;

const asIs = (key: string) => key;

/** Says a unit by name, or by its path where the name is out of reach. */
function useUnitName(): (path: string) => string {
  const { data } = useOperation(unitOperations['units.list'], {});
  const names = useMemo(() => new Map(data?.units.map(({ unitPath, name }) => [unitPath, name])), [data]);
  return (path) => names.get(path) ?? path;
}

interface GroupsProps {
  readonly title: Label;
  readonly groups: readonly LateGroup[];
  readonly nameOf?: (key: string) => string;
}

function Groups({ title, groups, nameOf = asIs }: GroupsProps) {
  const { say } = useLanguage();
  return (
    <section>
      <h2>{say(title)}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{say(words.key)}</th>
            <th className="figure">{say(words.nodes)}</th>
            <th className="figure">{say(words.projects)}</th>
            <th className="figure">{say(words.worst)}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, mostGroups).map(({ key, nodes, projects, worst }) => (
            <tr key={key}>
              <td>{key === null ? say(words.nobody) : nameOf(key)}</td>
              <td className="figure">{nodes}</td>
              <td className="figure">{projects}</td>
              <td className="figure">{worst}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** 谁超期. Nodes past their planned day, by unit and by person, and the latest of them. */
export function LateList() {
  const { say } = useLanguage();
  const nameOf = useUnitName();
  const [owner, setOwner] = useState<string | undefined>();
  const everybody = useOperation(nodeOperations['nodes.late'], { limit: 1 });
  const { data, error, refetch } = useOperation(nodeOperations['nodes.late'], {
    limit: 100,
    ...(owner !== undefined && { owner }),
  });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.total === 0 && owner === undefined) return <Nothing title={say(words.none)} />;
  const owners = (everybody.data?.byOwner ?? []).flatMap(({ key }) => key ?? []);
  return (
    <>
      <div className="late-columns">
        <Groups title={words.unit} groups={data.byUnit} nameOf={nameOf} />
        <Groups title={words.owner} groups={data.byOwner} />
      </div>
      <h2>{say(words.list, { n: data.total, shown: data.nodes.length })}</h2>
      <Select
        allowClear
        aria-label={say(words.owner)}
        placeholder={say(words.everybody)}
        value={owner}
        onChange={setOwner}
        options={owners.map((value) => ({ value, label: value }))}
        style={{ width: 220, marginBottom: 8 }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={say(words.nodes)}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{say(words.project)}</th>
              <th>{say(words.node)}</th>
              <th>{say(words.owner)}</th>
              <th>{say(words.due)}</th>
              <th className="figure">{say(words.days)}</th>
            </tr>
          </thead>
          <tbody>
            {data.nodes.map(({ id, node, project, name, owner: who, finish, daysLate }) => (
              <tr key={`${id} ${node}`}>
                <td>
                  <PageLink to={`/projects/${id}/nodes`}>{project}</PageLink>
                </td>
                <td>{name}</td>
                <td>{who ?? say(words.nobody)}</td>
                <td>{finish}</td>
                <td className="figure">{daysLate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

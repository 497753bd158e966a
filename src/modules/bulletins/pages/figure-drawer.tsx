import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Figure } from '../../../core/publication/document.ts';
import { sourceKey } from '../../../core/publication/freeze.ts';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { provenanceLabels } from '../../indicators/observation.ts';
import { partRoles } from '../../indicators/origin.ts';
import { reportOperations } from '../../reports/operations.ts';
import { bulletinOriginOperations, type FigureOrigin, type Witness } from '../origin-operations.ts';
import { HoleOr } from './hole-or.tsx';

const words = {
  printed: { zh: '文中', en: 'In the text' },
  now: { zh: '现为', en: 'Today' },
  gone: { zh: '已不存在', en: 'gone' },
  formula: { zh: '算法', en: 'How' },
  parts: {
    zh: '由这些合计算出（点一项看其下的观测值）',
    en: 'Worked out from these sums; one opens what lies below it',
  },
  observations: { zh: '观测值 {total} 个', en: '{total} observations' },
  table: { zh: '排名表', en: 'Places' },
  subject: { zh: '对象', en: 'Subject' },
  value: { zh: '数值', en: 'Value' },
  from: { zh: '出处', en: 'From' },
  filled: { zh: '填报', en: 'Filled' },
  approved: { zh: '审定', en: 'Approved' },
  place: { zh: '名次', en: 'Place' },
  before: { zh: '上期', en: 'Before' },
  more: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'First page' },
  report: { zh: '报表', en: 'Report' },
} satisfies Record<string, Label>;

function Source({ row }: { row: Witness }) {
  const { say } = useLanguage();
  const { report, provenance } = row;
  const { data } = useOperation(reportOperations['reports.forms'], {}, { enabled: report !== null });
  if (report !== null)
    return (
      <PageLink to="/reports/show" search={{ reportId: report.reportId, cell: report.cell }}>
        {say(data?.forms.find(({ id }) => id === report.form)?.label ?? words.report)}
      </PageLink>
    );
  const more =
    provenance.kind === 'import'
      ? `${provenance.file} · ${provenance.row}`
      : provenance.kind === 'document'
        ? `“${provenance.quote}”`
        : '';
  return (
    <>
      <span className={provenance.kind === 'invented' ? 'chip chip-invented' : undefined}>
        {say(provenanceLabels[provenance.kind])}
      </span>{' '}
      {more}
    </>
  );
}

function Who({ name, at }: { name: string | null; at: string | null }) {
  const { language } = useLanguage();
  if (name === null || at === null) return '—';
  return (
    <>
      {name}
      <small className="quiet">{new Date(at).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB')}</small>
    </>
  );
}

function Witnesses({ observations }: Pick<FigureOrigin, 'observations'>) {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={say(words.observations, { total: observations.length })}>
      <table className="plain-table origin-table">
        <thead>
          <tr>
            <th>{say(words.subject)}</th>
            <th className="figure">{say(words.value)}</th>
            <th>{say(words.from)}</th>
            <th>{say(words.filled)}</th>
            <th>{say(words.approved)}</th>
          </tr>
        </thead>
        <tbody>
          {observations.map((row) => (
            <tr key={`${row.unitPath} ${row.subjectId}`}>
              <td>
                {row.subjectName}
                {row.unitName !== row.subjectName && <small className="quiet">{row.unitName}</small>}
              </td>
              <td className="figure">
                <HoleOr figure={row.shown} />
              </td>
              <td>
                <Source row={row} />
              </td>
              <td>
                <Who name={row.by} at={row.at} />
              </td>
              <td>
                <Who name={row.approvedBy} at={row.approvedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Parts({
  parts,
  part,
  onPart,
}: Pick<FigureOrigin, 'parts'> & { part: number; onPart: (part: number) => void }) {
  const { say } = useLanguage();
  return (
    <>
      <h3>{say(words.parts)}</h3>
      <ul className="origin-parts">
        {parts.map(({ role, label, unit, period, value }, i) => (
          <li key={`${role} ${label.en} ${period}`}>
            <Button type={i === part ? 'primary' : 'default'} size="small" onClick={() => onPart(i)}>
              {say(partRoles[role])} {period} {say(label)} <HoleOr figure={value} /> {unit}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Places({ table }: Pick<FigureOrigin, 'table'>) {
  const { say } = useLanguage();
  return (
    <>
      <h3>{say(words.table)}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{say(words.subject)}</th>
            <th className="figure">{say(words.value)}</th>
            <th className="figure">{say(words.place)}</th>
            <th className="figure">{say(words.before)}</th>
          </tr>
        </thead>
        <tbody>
          {table.map(({ subjectId, name, value, rank, before }) => (
            <tr key={subjectId}>
              <td>{name}</td>
              <td className="figure">
                <HoleOr figure={value} />
              </td>
              <td className="figure">{rank ?? '—'}</td>
              <td className="figure">{before ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Facts({ facts, links }: Pick<FigureOrigin, 'facts' | 'links'>) {
  const { say } = useLanguage();
  return (
    <>
      {facts.length > 0 && (
        <table className="plain-table">
          <tbody>
            {facts.map(({ label, text }) => (
              <tr key={`${label.en} ${text}`}>
                <th scope="row">{say(label)}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {links.map(({ label, to }) => (
        <p key={to}>
          <PageLink
            to={to.split('?')[0] ?? to}
            search={Object.fromEntries(new URLSearchParams(to.split('?')[1] ?? ''))}
          >
            {say(label)}
          </PageLink>
        </p>
      ))}
    </>
  );
}

function Head({ origin }: { origin: FigureOrigin }) {
  const { say } = useLanguage();
  const { printed, now, formula } = origin;
  return (
    <dl className="origin-head">
      <dt>{say(words.printed)}</dt>
      <dd>
        <b>{printed.join('、')}</b>
      </dd>
      {now !== null && <dt>{say(words.now)}</dt>}
      {now !== null && <dd className="paper-figure-changed">{now.text ?? say(words.gone)}</dd>}
      {formula !== null && <dt>{say(words.formula)}</dt>}
      {formula !== null && <dd>{say(formula)}</dd>}
    </dl>
  );
}

function Origin({ bulletinId, figure }: { bulletinId: string; figure: Figure }) {
  const { say } = useLanguage();
  const [page, setPage] = useState<{ part: number; after?: string }>({ part: 0 });
  const asked = { bulletinId, source: sourceKey(figure.source), ...page };
  const { data, error, refetch } = useOperation(bulletinOriginOperations['bulletins.origin'], asked);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { parts, table, observations, total, next } = data;
  const isKnown = data.formula !== null || data.facts.length > 0;
  return (
    <>
      <h2 className="origin-title">{isKnown ? data.title : figure.text}</h2>
      <Head origin={data} />
      {!isKnown && <code>{figure.source.id}</code>}
      <Facts {...data} />
      {table.length > 0 && <Places table={table} />}
      {parts.length > 0 && <Parts parts={parts} part={page.part} onPart={(part) => setPage({ part })} />}
      {observations.length > 0 && <h3>{say(words.observations, { total })}</h3>}
      {observations.length > 0 && <Witnesses observations={observations} />}
      {page.after !== undefined && <Button onClick={() => setPage({ part: page.part })}>{say(words.first)}</Button>}
      {next !== null && <Button onClick={() => setPage({ part: page.part, after: next })}>{say(words.more)}</Button>}
    </>
  );
}

interface Props {
  readonly bulletinId: string;
  readonly figure: Figure | null;
  readonly onClose: () => void;
}

/** Opened by a number: how it follows, the observations below it, their forms, who filled and who approved them. */
export function FigureDrawer({ bulletinId, figure, onClose }: Props) {
  const { say } = useLanguage();
  const title = say({ zh: '这个数的来历', en: 'Where this number comes from' });
  return (
    <Drawer open={figure !== null} onClose={onClose} title={title} size={680}>
      {figure !== null && <Origin key={sourceKey(figure.source)} bulletinId={bulletinId} figure={figure} />}
    </Drawer>
  );
}

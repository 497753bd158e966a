import './elements.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink, useParam } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Nothing, Waiting } from '../../../web/waiting.tsx';
import { balanceOperations } from '../balance-operations.ts';
import { behaviours, carries, elementById } from '../kind.ts';
import type { QuotaView } from '../shapes.ts';
import { AllocatePanel } from './allocate-panel.tsx';
import { Decisions } from './decisions.tsx';
import { Asking, Months, Quotas, Units } from './element-tables.tsx';
import { QuotaForm, QuotaMove, type QuotaMoveName } from './quota-form.tsx';
import { useWindow, WindowChoice } from './window.tsx';
import { words } from './wording.ts';

/** One element: months, quotas, the projects that ask, the units below, and who decided what. */
export function ElementScreen() {
  const { say } = useLanguage();
  const element = useParam('element');
  const { year, input } = useWindow();
  const mayQuota = useMay('element.quota');
  const [ordered, setOrdered] = useState<QuotaView | null>(null);
  const [adding, setAdding] = useState<QuotaView | 'new' | null>(null);
  const [moving, setMoving] = useState<{ quota: QuotaView; move: QuotaMoveName } | null>(null);
  const kind = elementById.get(element);
  const { data, error, refetch } = useOperation(
    balanceOperations['elements.show'],
    { element, ...input },
    { keepsLast: true },
  );
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data || kind === undefined) return <Waiting />;
  const { row, quotas, projects, allocations, units } = data;
  return (
    <div className="page page-wide elements-page">
      <p className="quiet">
        <PageLink to="/elements">{say(words.back)}</PageLink>
      </p>
      <h1>
        {say(row.label)} <span className="quiet">{row.unit}</span>
      </h1>
      <p className="lead">
        {say(words.behaviour, { behaviour: say(behaviours[kind.behaviour]), carry: say(carries[kind.carry]) })}
      </p>
      <div className="elements-bar">
        <WindowChoice path={`/elements/${element}`} />
        <span className="grow" />
        {mayQuota && (
          <Button type="primary" onClick={() => setAdding('new')}>
            {say(words.addQuota)}
          </Button>
        )}
      </div>
      <Months cells={row.cells} />
      <h2>{say(words.quotas)}</h2>
      {quotas.length === 0 && <Nothing title={say(words.noQuota)} hint={say(words.noQuotaHint)} />}
      {quotas.length > 0 && (
        <Quotas
          quotas={quotas}
          onOrder={setOrdered}
          onPassDown={setAdding}
          onMove={(quota, move) => setMoving({ quota, move })}
        />
      )}
      {ordered !== null && <AllocatePanel key={ordered.id} quota={ordered} onClose={() => setOrdered(null)} />}
      <h2>{say(words.projects)}</h2>
      {projects.length === 0 && <Nothing title={say(words.noProject)} hint={say(words.noneHint)} />}
      {projects.length > 0 && <Asking projects={projects} />}
      {units.length > 0 && (
        <>
          <h2>{say(words.units)}</h2>
          <Units units={units} />
        </>
      )}
      <h2>{say(words.decisions)}</h2>
      <Decisions allocations={allocations} showsProject />
      {moving !== null && <QuotaMove {...moving} onClose={() => setMoving(null)} />}
      {adding !== null && (
        <QuotaForm
          element={element}
          year={year}
          {...(adding !== 'new' && { parent: adding })}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Switch } from 'antd';
import { useMemo, useReducer, useState } from 'react';
import { perform, Refusal } from '../../../../web/client.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { useGo } from '../../../../web/router.tsx';
import type { Address } from '../../report.ts';
import { openedEdit, parcelOf, type SheetEdit, typedCells, writeCells } from '../../sheet-edit.ts';
import { fixedCells } from '../../sheet-figures.ts';
import { tablesOf } from '../../sheet-table.ts';
import { type ReportSheet, submissionOperations } from '../../submission-operations.ts';
import { words } from '../review-words.ts';
import type { SheetFacts } from './cells-of-sheet.ts';
import { ReportHead } from './report-head.tsx';
import { CorrectForm, ReturnForm } from './review-forms.tsx';
import { ReviewSide } from './review-side.tsx';
import { type Cursor, jumpTo, SheetPanel } from './sheet-panel.tsx';
import { useBeside } from './use-beside.ts';
import { useVerdict } from './use-verdict.ts';

type Doing = 'reading' | 'returning' | 'correcting';

/** A report before its reviewer: read, passed, returned with the cells in question named, or corrected. */
export function ReviewSheet({ sheet, startsAt }: { sheet: ReportSheet; startsAt?: Address }) {
  const { say } = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const { summary, actions, levels } = sheet;
  const [doing, setDoing] = useState<Doing>('reading');
  const [named, setNamed] = useState<ReadonlyMap<Address, string>>(new Map());
  const [edit, change] = useReducer(
    (now: SheetEdit, act: (now: SheetEdit) => SheetEdit) => act(now),
    sheet,
    ({ typed, explanations }) => openedEdit(typed, explanations),
  );
  const [draft, setDraft] = useState<{ address: Address; text: string } | null>(null);
  const [hasBeside, setHasBeside] = useBeside();
  const [said, setSaid] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const typed = useMemo(() => {
    const cells = typedCells(edit);
    return draft === null ? cells : { ...cells, [draft.address]: draft.text };
  }, [edit, draft]);
  const { beside, filled, filledFrom, verdict } = useVerdict(sheet, typed, sheet.explanations);
  const tables = useMemo(() => tablesOf(sheet.form, sheet.rows), [sheet.form, sheet.rows]);
  const [cursor, setCursor] = useState<Cursor | null>(() =>
    startsAt === undefined ? null : jumpTo(tables, startsAt, null),
  );
  const fixed = useMemo(() => fixedCells(sheet), [sheet]);
  const facts: SheetFacts = useMemo(
    () => ({
      sheet,
      filled,
      filledFrom,
      beside,
      verdict,
      typed,
      fixed,
      conflicts: edit.conflicts,
      named,
      isReadOnly: doing !== 'correcting',
    }),
    [sheet, filled, filledFrom, beside, verdict, typed, fixed, edit.conflicts, named, doing],
  );
  const act = async (step: (seen: { reportId: string; revision: number }) => Promise<string | null>) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      const { reportId, revision } = summary;
      setSaid(await step({ reportId: reportId ?? '', revision }));
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).includes(' /reports') });
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const pass = () =>
    act(async (seen) => {
      await perform(submissionOperations['reports.pass'], { reports: [seen] });
      go('/reports/review');
      return null;
    });
  const giveBack = (reason: string) =>
    act(async (seen) => {
      const cells = [...named].map(([address, text]) => ({ address, reason: text.trim() || reason }));
      await perform(submissionOperations['reports.return'], { ...seen, reason, cells });
      go('/reports/review');
      return null;
    });
  const correct = (reason: string) =>
    act(async (seen) => {
      const changes = [...parcelOf(edit).changes];
      const { touched } = await perform(submissionOperations['reports.correct'], { ...seen, reason, changes });
      setDoing('reading');
      return say(words.touched, { count: touched.length });
    });
  const name = (address: Address) => {
    if (doing === 'returning' && !named.has(address)) setNamed(new Map([...named, [address, '']]));
  };
  const jump = (address: Address) => setCursor((now) => jumpTo(tables, address, now));
  const stop = () => {
    setDoing('reading');
    setNamed(new Map());
    change(() => openedEdit(sheet.typed, sheet.explanations));
  };
  const here = levels.findIndex(({ unitPath }) => unitPath === summary.standsAt);
  const next = levels[here + 1];
  return (
    <div className="report-page">
      <ReportHead sheet={sheet} />
      <div className="report-tools">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
        <label className="key-label">
          <Switch size="small" checked={hasBeside} onChange={setHasBeside} aria-label={say(words.compare)} />{' '}
          {say(words.compare)}
        </label>
        <span className="grow" />
        {(actions.includes('save') || actions.includes('mend')) && (
          <Button
            onClick={() =>
              go('/reports/fill', { form: summary.formId, unit: summary.unitPath, period: summary.period })
            }
          >
            {say(words.editHere)}
          </Button>
        )}
        {doing === 'reading' && (
          <>
            {actions.includes('correct') && (
              <Button onClick={() => setDoing('correcting')}>{say(words.correct)}</Button>
            )}
            {actions.includes('return') && (
              <Button danger onClick={() => setDoing('returning')}>
                {say(words.return)}
              </Button>
            )}
            {actions.includes('pass') && (
              <>
                <span className="quiet">
                  {next === undefined ? say(words.passLast) : say(words.passNext, { unit: next.name })}
                </span>
                <Button type="primary" disabled={isBusy} onClick={() => void pass()}>
                  {say(words.pass)}
                </Button>
              </>
            )}
          </>
        )}
        {doing !== 'reading' && <Button onClick={stop}>{say(words.cancel)}</Button>}
      </div>
      {trouble !== null && <Alert type="error" showIcon title={trouble} />}
      {said !== null && <Alert type="success" showIcon title={said} />}
      <div className="report-body">
        <SheetPanel
          facts={facts}
          edit={edit}
          change={change}
          hasBeside={hasBeside}
          cursor={cursor}
          onCursor={setCursor}
          onDraft={(address, text) => setDraft(text === null ? null : { address, text })}
          onPasted={({ cells }) => change((now) => writeCells(now, cells))}
          onPick={name}
          more={(address) =>
            doing === 'returning' &&
            !named.has(address) && (
              <Button size="small" onClick={() => name(address)}>
                {say(words.name)}
              </Button>
            )
          }
        />
        <aside className="report-side">
          {doing === 'returning' && (
            <ReturnForm
              named={named}
              tables={tables}
              isBusy={isBusy}
              onNamed={setNamed}
              onJump={jump}
              onReturn={(reason) => void giveBack(reason)}
            />
          )}
          {doing === 'correcting' && (
            <CorrectForm
              changes={parcelOf(edit).changes}
              tables={tables}
              isBusy={isBusy}
              onJump={jump}
              onCorrect={(reason) => void correct(reason)}
            />
          )}
          <ReviewSide facts={facts} tables={tables} onJump={jump} />
        </aside>
      </div>
    </div>
  );
}

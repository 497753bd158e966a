import { DownloadOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Switch } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { addressOf, perform, Refusal } from '../../../../web/client.ts';
import { useConnection } from '../../../../web/connection.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { useGo } from '../../../../web/router.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { maySpeakFor } from '../../../indicators/observation.ts';
import { peopleOperations } from '../../../people/operations.ts';
import { reportOperations } from '../../operations.ts';
import type { Address } from '../../report.ts';
import { redo, undo, writeCells } from '../../sheet-edit.ts';
import { fixedCells } from '../../sheet-figures.ts';
import type { Pasted } from '../../sheet-selection.ts';
import { tablesOf } from '../../sheet-table.ts';
import type { ReportSummary } from '../../submission.ts';
import { type ReportSheet, submissionOperations } from '../../submission-operations.ts';
import type { SheetFacts } from './cells-of-sheet.ts';
import { ConflictsTable } from './conflicts-table.tsx';
import { Returned, Stranded, Unplaced } from './fill-notices.tsx';
import { FindingsList } from './findings-list.tsx';
import { ReportHead } from './report-head.tsx';
import { SaveNote } from './save-note.tsx';
import { type Cursor, jumpTo, SheetPanel } from './sheet-panel.tsx';
import { codeAskedBy, SiteHint } from './site-hint.tsx';
import { SubmitButton } from './submit-button.tsx';
import { useBeside } from './use-beside.ts';
import { type Place, useSheetEdit } from './use-sheet-edit.ts';
import { useVerdict } from './use-verdict.ts';
import { words } from './words.ts';
import { WorkbookButton } from './workbook-button.tsx';

const nobody: ReadonlyMap<Address, string> = new Map();

/** One report under the hands of its clerk. */
export function FillSheet({ sheet, place }: { sheet: ReportSheet; place: Place }) {
  const { say } = useLanguage();
  const go = useGo();
  const queries = useQueryClient();
  const up = useConnection();
  const { data: session } = useOperation(peopleOperations['session.show'], {});
  const { summary, actions } = sheet;
  const isOpen = actions.includes('save') || actions.includes('mend');
  const { edit, change, save, send, summaryNow, typed, explanations, waiting, stranded } = useSheetEdit(
    sheet,
    place,
    isOpen,
  );
  const [draft, setDraft] = useState<{ address: Address; text: string } | null>(null);
  const [hasBeside, setHasBeside] = useBeside();
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const shown = useMemo(() => (draft === null ? typed : { ...typed, [draft.address]: draft.text }), [typed, draft]);
  const { beside, filled, filledFrom, verdict } = useVerdict(sheet, shown, explanations);
  const tables = useMemo(() => tablesOf(sheet.form, sheet.rows), [sheet.form, sheet.rows]);
  const fixed = useMemo(() => fixedCells(sheet), [sheet]);
  const facts: SheetFacts = useMemo(
    () => ({
      sheet,
      filled,
      filledFrom,
      beside,
      verdict,
      typed: shown,
      fixed,
      conflicts: edit.conflicts,
      named: nobody,
      isReadOnly: !isOpen,
    }),
    [sheet, filled, filledFrom, beside, verdict, shown, fixed, edit.conflicts, isOpen],
  );
  const jump = (address: Address) => setCursor((now) => jumpTo(tables, address, now));
  const jumpToMissing = () => {
    const here =
      cursor === null ? '' : `${cursor.table} ${cursor.selection.active.line} ${cursor.selection.active.column}`;
    const keyOf = (address: Address): string => {
      const target = jumpTo(tables, address, null);
      return target === null ? '' : `${target.table} ${target.selection.active.line} ${target.selection.active.column}`;
    };
    const at = verdict.missing.findIndex((address) => keyOf(address) === here);
    const next = verdict.missing[(at + 1) % verdict.missing.length];
    if (next !== undefined) jump(next);
  };
  const onDraft = useCallback(
    (address: Address, text: string | null) => setDraft(text === null ? null : { address, text }),
    [],
  );
  const refresh = async () => {
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).includes(' /reports') });
  };
  const act = async (step: (summary: ReportSummary) => Promise<unknown>) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      if (await send()) {
        const { formId, unitPath, period, reportId } = summaryNow();
        // What is all known from elsewhere has never been saved, and has no number yet.
        if (reportId !== null) await step(summaryNow());
        else await step((await perform(submissionOperations['reports.save'], { formId, unitPath, period })).summary);
        await refresh();
      }
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const submit = () =>
    act(({ reportId, revision }) =>
      perform(submissionOperations['reports.submit'], { reportId: reportId ?? '', revision }),
    );
  const withdraw = async () => {
    setIsBusy(true);
    setTrouble(null);
    try {
      const { reportId, revision } = summary;
      await perform(submissionOperations['reports.withdraw'], { reportId: reportId ?? '', revision });
      await refresh();
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const others = sheet.findings.filter(({ rule }) => !/^(report|cell)\//.test(rule));
  const findings = [...verdict.findings.filter(({ rule }) => rule !== 'report/missing'), ...others];
  const stands = summary.stage === 'submitted';
  return (
    <div className="report-page">
      <ReportHead
        sheet={sheet}
        isForAnother={isOpen && session !== undefined && !maySpeakFor(session.unitPath, summary.unitPath)}
        onPeriod={(period) => go('/reports/fill', { form: summary.formId, unit: summary.unitPath, period })}
      />
      <div className="report-tools">
        {isOpen && (
          <>
            <SaveNote save={save} waiting={waiting} onAgain={() => void send()} />
            <Button
              size="small"
              icon={<UndoOutlined />}
              disabled={edit.past.length === 0}
              onClick={() => change(undo)}
              aria-label={say(words.undo)}
              title={`${say(words.undo)} Ctrl+Z`}
            />
            <Button
              size="small"
              icon={<RedoOutlined />}
              disabled={edit.future.length === 0}
              onClick={() => change(redo)}
              aria-label={say(words.redo)}
              title={`${say(words.redo)} Ctrl+Y`}
            />
          </>
        )}
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
        <label className="key-label">
          <Switch size="small" checked={hasBeside} onChange={setHasBeside} aria-label={say(words.beside)} />{' '}
          {say(words.beside)}
        </label>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          href={addressOf(reportOperations['reports.template'], {
            formId: summary.formId,
            unitPath: summary.unitPath,
            period: summary.period,
          })}
        >
          {say(words.template)}
        </Button>
        {isOpen && (
          <WorkbookButton summary={summary} tables={tables} onBefore={send} onWritten={() => void refresh()} />
        )}
        <span className="grow" />
        {isOpen && verdict.missing.length > 0 && (
          <Button size="small" onClick={jumpToMissing}>
            {say(words.missing, { count: verdict.missing.length })} · {say(words.nextMissing)}
          </Button>
        )}
        {isOpen && (
          <SubmitButton
            sheet={sheet}
            verdict={verdict}
            conflicts={edit.conflicts.size}
            isUp={up}
            isBusy={isBusy}
            onSubmit={() => void submit()}
          />
        )}
      </div>
      {trouble !== null && <Alert type="error" showIcon title={trouble} />}
      {stands && (
        <Alert
          type="success"
          showIcon
          title={say(words.submitted, { unit: summary.standsAtName ?? '' })}
          description={actions.includes('withdraw') ? say(words.withdrawHint) : undefined}
          action={
            actions.includes('withdraw') && (
              <Button size="small" disabled={isBusy} onClick={() => void withdraw()}>
                {say(words.withdraw)}
              </Button>
            )
          }
        />
      )}
      <Stranded changes={stranded} tables={tables} />
      <Returned sheet={sheet} />
      <ConflictsTable edit={edit} tables={tables} change={change} />
      <Unplaced pasted={pasted} onClose={() => setPasted(null)} />
      <div className="report-body">
        <SheetPanel
          facts={facts}
          edit={edit}
          change={change}
          hasBeside={hasBeside}
          cursor={cursor}
          onCursor={setCursor}
          onDraft={onDraft}
          onPasted={(result) => {
            change((now) => writeCells(now, result.cells));
            setPasted(result);
          }}
          more={(address) => {
            const code = codeAskedBy(sheet.form, address);
            if (!isOpen || code === null) return null;
            const take = (text: string) => change((now) => writeCells(now, [[address, text]]));
            return <SiteHint code={code} period={summary.period} onTake={take} />;
          }}
        />
        <aside className="report-side">
          <FindingsList findings={findings} tables={tables} onJump={jump} />
        </aside>
      </div>
    </div>
  );
}

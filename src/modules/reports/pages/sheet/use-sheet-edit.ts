import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { isLost, perform } from '../../../../web/client.ts';
import { useConnection } from '../../../../web/connection.ts';
import { useSession } from '../../../../web/session.ts';
import { keyOf } from '../../../../web/use-operation.ts';
import { cellsOf } from '../../report.ts';
import {
  acknowledged,
  explanationsNow,
  failed,
  isEmpty,
  openedEdit,
  type Parcel,
  parcelOf,
  refreshed,
  type SheetEdit,
  sent,
  typedCells,
} from '../../sheet-edit.ts';
import { type Outbox, outboxOf, takeUp } from '../../sheet-outbox.ts';
import { type ReportSheet, submissionOperations } from '../../submission-operations.ts';
import { keepOutbox, type OutboxPlace, takeOutbox } from './outbox-store.ts';

export type SaveState =
  | { readonly is: 'saved'; readonly at: Date | null }
  | { readonly is: 'waiting' | 'sending' }
  | { readonly is: 'lost'; readonly isKept: boolean }
  | { readonly is: 'refused'; readonly error: unknown };

export interface Place {
  readonly formId: string;
  readonly unitPath?: string;
  readonly period?: string;
}

/** How long a cell rests before it goes out, in milliseconds. */
const rest = 1000;

/** Cells of projects that have left the list meanwhile would be refused, and hold up the others. */
function withoutGone(box: Outbox, { form, rows }: ReportSheet): Outbox {
  const cells = new Set(cellsOf(form, rows).map(({ address }) => address));
  const isThere = ({ address }: { readonly address: string }): boolean => cells.has(address);
  return {
    ...box,
    changes: box.changes.filter(isThere),
    explanations: box.explanations.filter(isThere),
    conflicts: box.conflicts.filter(isThere),
  };
}

/** A sheet under edit: what is typed is kept in the browser at once and sent after a moment, cell by cell. */
export function useSheetEdit(sheet: ReportSheet, place: Place, isOpen: boolean) {
  const queries = useQueryClient();
  const session = useSession();
  const up = useConnection();
  const { formId, unitPath, period } = sheet.summary;
  const kept: OutboxPlace = { account: session?.id ?? '', formId, unitPath, period };
  const [edit, change] = useReducer(
    (now: SheetEdit, act: (now: SheetEdit) => SheetEdit) => act(now),
    sheet,
    ({ typed, explanations }) => {
      const opened = openedEdit(typed, explanations);
      return isOpen ? takeUp(opened, withoutGone(takeOutbox(kept), sheet)) : opened;
    },
  );
  /** Typed here and never sent, and the report is no longer open: said, so that nobody believes it is there. */
  const [stranded] = useState(() => (isOpen ? [] : takeOutbox(kept).changes));
  const [save, setSave] = useState<SaveState>({ is: 'saved', at: null });
  const latest = useRef(edit);
  latest.current = edit;
  const flight = useRef<Promise<boolean> | null>(null);
  const summary = useRef(sheet.summary);

  useEffect(() => {
    summary.current = sheet.summary;
    change((now) => refreshed(now, sheet.typed, sheet.explanations));
  }, [sheet]);

  const isKept = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place does not change while the sheet is open
  useEffect(() => {
    if (isOpen) isKept.current = keepOutbox(kept, outboxOf(edit));
  }, [edit, isOpen]);

  const post = useCallback(
    async (parcel: Parcel): Promise<boolean> => {
      setSave({ is: 'sending' });
      change((now) => sent(now, parcel));
      const queryKey = keyOf(submissionOperations['reports.open'], place);
      try {
        // An answer that set out before this one would bring back what was there before.
        await queries.cancelQueries({ queryKey });
        const { changes, explanations } = parcel;
        const answer = await perform(submissionOperations['reports.save'], {
          formId,
          unitPath,
          period,
          changes: [...changes],
          explanations: [...explanations],
        });
        summary.current = answer.summary;
        const after = acknowledged(latest.current, parcel, answer.conflicts);
        change((now) => acknowledged(now, parcel, answer.conflicts));
        queries.setQueryData<ReportSheet>(
          queryKey,
          (old) => old && { ...old, summary: answer.summary, typed: after.base, explanations: after.explained },
        );
        setSave({ is: 'saved', at: new Date() });
        return true;
      } catch (error) {
        change(failed);
        setSave(isLost(error) ? { is: 'lost', isKept: isKept.current } : { is: 'refused', error });
        return false;
      }
    },
    [queries, place, formId, unitPath, period],
  );
  const send = useCallback(async (): Promise<boolean> => {
    await flight.current;
    const parcel = parcelOf(latest.current);
    if (isEmpty(parcel)) return true;
    flight.current = post(parcel);
    const isDone = await flight.current;
    flight.current = null;
    return isDone;
  }, [post]);

  const isWaiting = !isEmpty(parcelOf(edit, 1));
  const isSending = edit.sending.size > 0;
  const isRefused = save.is === 'refused';
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change begins the rest anew
  useEffect(() => {
    if (!isOpen || !isWaiting || isSending || isRefused) return;
    if (!up) {
      setSave({ is: 'lost', isKept: isKept.current });
      return;
    }
    if (save.is !== 'waiting') setSave({ is: 'waiting' });
    const timer = setTimeout(() => void send(), rest);
    return () => clearTimeout(timer);
  }, [edit.waiting, edit.explaining, isSending, up, isOpen, isRefused, send]);

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') void send();
    };
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, [send]);

  return {
    edit,
    change,
    save,
    /** Sends at once; whether everything is there. */
    send,
    /** As the server said last, with the revision that the next step has seen. */
    summaryNow: () => summary.current,
    typed: typedCells(edit),
    explanations: explanationsNow(edit),
    waiting: edit.waiting.size + edit.explaining.size,
    stranded,
  };
}

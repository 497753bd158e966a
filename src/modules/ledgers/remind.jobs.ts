import type { Job, JobCall, Turn } from '../../core/job.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { noticeOperations } from '../people/notice-operations.ts';
import { type LedgerEntry, ledgerOperations } from './operations.ts';

/** Days ahead of the last day on which people are told; the entry itself turns yellow as its ledger says. */
const daysAhead = 3;

/** Tells those who have to act: the people of the unit called upon, else of the unit that keeps the entry. */
async function tell(call: JobCall, ledger: Ledger, entry: LedgerEntry, { today }: Turn): Promise<void> {
  const { entryId, name, code, dueOn, calledPath, unitPath, lamp } = entry;
  const isLate = lamp === 'red';
  const about = calledPath ?? unitPath;
  const zh = `${ledger.label.zh} ${code} ${name}`;
  const en = `${ledger.label.en} ${code} ${name}`;
  await call(noticeOperations['notices.send'], {
    about,
    to: { unitPath: about, roles: ['clerk', 'dispatcher', 'planner'] },
    kind: isLate ? 'ledger-overdue' : 'ledger-due',
    // Once while it is due, and every day while it is late.
    once: ['ledger', entryId, dueOn, ...(isLate ? [today] : [])].join(' '),
    path: `/ledgers/${ledger.id}?entry=${entryId}`,
    subject: isLate ? { zh: `已逾期：${zh}`, en: `Overdue: ${en}` } : { zh: `即将到期：${zh}`, en: `Due soon: ${en}` },
    text: {
      zh: `${zh}，办理期限 ${dueOn}，现为“${ledger.stages[entry.stage]?.label.zh}”。`,
      en: `${en} is due on ${dueOn}; it stands at “${ledger.stages[entry.stage]?.label.en}”.`,
    },
  });
}

/** 临期与逾期提醒 of all ledgers, every morning. */
export const ledgerReminderJob = (ledgers: readonly Ledger[]): Job => ({
  id: 'ledgers.remind',
  every: { dailyAt: '08:30' },
  permissions: ['ledger.read', 'register.read', 'unit.read', 'notice.send'],
  run: async (call, turn) => {
    const { entries } = await call(ledgerOperations['ledgers.due'], { days: daysAhead, limit: 1000 });
    for (const entry of entries) {
      const ledger = ledgers.find(({ id }) => id === entry.ledger);
      if (ledger !== undefined) await tell(call, ledger, entry, turn);
    }
  },
});

import type { Ledger } from '../../../core/ledger/ledger.ts';
import { complaints } from './complaints.ts';
import { jointMeetings } from './joint-meetings.ts';
import { majorReports } from './major-reports.ts';
import { planAdjustments } from './plan-adjustments.ts';
import { planAssessments } from './plan-assessments.ts';
import { planFilings } from './plan-filings.ts';
import { problems } from './problems.ts';
import { whistles } from './whistles.ts';

/** Every ledger of the system, in the order of the menu: one file each. */
export const ledgers: readonly Ledger[] = [
  problems,
  whistles,
  complaints,
  jointMeetings,
  planFilings,
  planAdjustments,
  planAssessments,
  majorReports,
];

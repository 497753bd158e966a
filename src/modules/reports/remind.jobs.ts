import type { Job } from '../../core/job.ts';
import { submissionOperations } from './submission-operations.ts';

/** 催报 every working morning: whoever is late or has a report to mend is told once a day. */
export const reminderJob: Job = {
  id: 'reports.remind',
  every: { dailyAt: '08:30' },
  permissions: ['report.review', 'report.read', 'register.read', 'observation.read', 'unit.read', 'notice.send'],
  run: async (call) => {
    await call(submissionOperations['reports.remind'], {});
  },
};

import { implement, type Service } from '../../core/implement.ts';
import { monthsOf } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { recordsOf } from '../../core/register/records.ts';
import { needFiles } from '../documents/file-ties.ts';
import { ownedOf } from './delivery-desk.service.ts';
import { addNote, listNotes } from './site.store.ts';
import { siteOperations } from './site-operations.ts';
import { projectKit } from './ties.service.ts';

const ever = { from: '0001-01-01', to: '9999-12-31' };

/** What is seen on the site is only ever added to: who saw something else adds what they saw. */
export function siteService(tools: RegisterTools): Service {
  const records = recordsOf(projectKit(tools));
  return implement(siteOperations, {
    'site.note': async (context, { id, on = context.today, text, progress, evidence }) => {
      if (on > context.today)
        throw new Problem('invalid-input', { count: 1, issues: '所见日期不能晚于今天 (the day lies ahead)' });
      const { entry } = await records.load(context, id);
      await needFiles(context, evidence);
      const { newId, now, actor } = context;
      const stamp = { noteId: newId(), at: now, by: actor.name, byUnit: actor.unitPath };
      const note = { ...stamp, on, text, progress, evidence };
      await addNote(context.db, ownedOf(entry), note);
      context.audit('project-note', note.noteId, null, { ...note, projectId: id });
      return note;
    },
    'site.notes': async (context, { id, period, limit }) => {
      const { entry } = await records.load(context, id);
      const [first, last] = period === undefined ? [] : monthsOf(period);
      const days = first === undefined ? ever : { from: `${first}-01`, to: `${last}-31` };
      return listNotes(context.db, ownedOf(entry), { ...days, limit });
    },
  });
}

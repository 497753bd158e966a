import type { TaskFact } from '../extraction.ts';
import type { Draft } from './draft.ts';
import { textTasks } from './entities/measures.ts';
import { tableTasks } from './entities/task-tables.ts';

/** Tasks with who leads and who helps: those of task tables first, then those that the text sets. */
export function tasksOf(draft: Draft): TaskFact[] {
  const tasks = [...tableTasks(draft), ...textTasks(draft)];
  return tasks.sort((a, b) => a.source.start - b.source.start);
}

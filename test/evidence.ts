import { createHash } from 'node:crypto';
import type { Call } from '../src/core/call.ts';
import type { Actor } from '../src/core/implement.ts';

const bytes = new Uint8Array(Buffer.from('办理情况说明：已按要求办结。', 'utf8'));

/** A small real file, as actions refer to it once it is kept. */
export const note = { fileId: createHash('sha256').update(bytes).digest('hex'), name: '办理情况.txt' };

/** Keeps it for the unit of whoever will refer to it. */
export async function keepNote(call: Call, actor: Actor): Promise<typeof note> {
  await call('files.attach', { name: note.name, bytes }, actor);
  return note;
}

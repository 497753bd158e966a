import { createHash } from 'node:crypto';
import { implement } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { documentOperations } from './operations.ts';
import { findVocabulary, loadFile, saveFile, saveVocabulary } from './store.ts';

export const documentService = implement(documentOperations, {
  'files.keep': async ({ db, actor, now, audit }, { name, mediaType, bytes, unitPath = actor.unitPath }) => {
    if (bytes.length === 0) throw new Problem('file-empty', { name });
    if (unitPath !== actor.unitPath && !isWithin(actor.scope, unitPath))
      throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
    const fileId = createHash('sha256').update(bytes).digest('hex');
    const { tenantId } = actor;
    await saveFile(db, { tenantId, unitPath, fileId, name, mediaType, bytes, at: now, by: actor.name });
    audit('file', fileId, null, { name, size: bytes.length });
    return { fileId, size: bytes.length };
  },

  'files.content': ({ db, actor }, { fileId }) => loadFile(db, actor, fileId),

  'vocabulary.read': ({ db, actor }) => findVocabulary(db, actor.tenantId, actor.unitPath),

  'vocabulary.save': async ({ db, actor, now, audit }, { words, revision }) => {
    const { tenantId, unitPath, name } = actor;
    const before = await findVocabulary(db, tenantId, unitPath);
    const isSaved = await saveVocabulary(db, { tenantId, unitPath, words, revision, at: now, by: name });
    if (!isSaved)
      throw new Problem('changed-meanwhile', {
        name: '本单位词汇 (the vocabulary)',
        actor: before.updatedBy ?? '—',
        revision: before.revision,
      });
    audit('vocabulary', unitPath, before.words, words);
    return findVocabulary(db, tenantId, unitPath);
  },
});

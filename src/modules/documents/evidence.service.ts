import { createHash } from 'node:crypto';
import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import {
  defaultLimits,
  type EvidenceKind,
  endingOf,
  evidenceKindIds,
  evidenceKinds,
  isNamedSo,
  kindOf,
  type Look,
} from './evidence-kinds.ts';
import { evidenceOperations } from './evidence-operations.ts';
import { canBePlain, withoutMetadata } from './photo-metadata.ts';
import { showFiles } from './shown.store.ts';
import { describeFiles, saveFile } from './store.ts';

export interface EvidenceTools {
  readonly look: (name: string, bytes: Uint8Array) => Promise<Look>;
  /** Answers what the scanner objects to, null when it is clean; left out, nothing is scanned. */
  readonly scan?: ((name: string, bytes: Uint8Array) => Promise<string | null>) | undefined;
  /** Megabytes, where the installation differs from the usual. */
  readonly limits?: Partial<Readonly<Record<EvidenceKind, number>>> | undefined;
}

const MiB = 1024 * 1024;
const inMegabytes = (bytes: number): string => `${Math.ceil((bytes / MiB) * 10) / 10} MB`;

const said = (language: 'zh' | 'en'): string =>
  evidenceKindIds.map((kind) => evidenceKinds[kind].label[language]).join(language === 'zh' ? '、' : ', ');

function needKind(name: string, look: Look): EvidenceKind {
  const kind = kindOf(look);
  if (kind === undefined) throw new Problem('evidence-kind', { name, kinds: said('zh'), kindsEn: said('en') });
  if (!isNamedSo(name, kind)) {
    const { label, endings } = evidenceKinds[kind];
    const ending = endingOf(name);
    throw new Problem('evidence-name', { name, ending, kind: label.zh, kindEn: label.en, usual: endings[0] });
  }
  return kind;
}

const photos: ReadonlySet<EvidenceKind> = new Set(['jpg', 'png', 'webp', 'heic']);

/** A photo without the place where it was taken; one of which it cannot be cut out is refused. */
function withoutPlace(name: string, kind: EvidenceKind, bytes: Uint8Array): Uint8Array {
  if (canBePlain(kind)) return withoutMetadata(kind, bytes);
  if (photos.has(kind)) throw new Problem('photo-metadata', { name });
  return bytes;
}

export function evidenceService({ look, scan, limits = {} }: EvidenceTools): Service {
  const megabytes = { ...defaultLimits, ...limits };
  return implement(evidenceOperations, {
    'files.attach': async ({ db, actor, now, audit }, { name, bytes: sent, unitPath = actor.unitPath, metadata }) => {
      if (sent.length === 0) throw new Problem('file-empty', { name });
      if (unitPath !== actor.unitPath && !isWithin(actor.scope, unitPath))
        throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
      const most = Math.max(...Object.values(megabytes)) * MiB;
      const refuseSize = (limit: number) => {
        throw new Problem('file-too-large', { name, size: inMegabytes(sent.length), limit: inMegabytes(limit) });
      };
      if (sent.length > most) refuseSize(most);
      const kind = needKind(name, await look(name, sent));
      if (sent.length > megabytes[kind] * MiB) refuseSize(megabytes[kind] * MiB);
      const found = scan === undefined ? null : await scan(name, sent);
      const bytes = metadata === 'strip' ? withoutPlace(name, kind, sent) : sent;
      if (found !== null) throw new Problem('file-infected', { name, found });
      const fileId = createHash('sha256').update(bytes).digest('hex');
      const { mediaType } = evidenceKinds[kind];
      await saveFile(db, {
        tenantId: actor.tenantId,
        unitPath,
        fileId,
        name,
        mediaType,
        bytes,
        at: now,
        by: actor.name,
      });
      const isScanned = scan !== undefined;
      audit('file', fileId, null, { name, size: bytes.length, kind, isScanned });
      return { fileId, name, kind, mediaType, size: bytes.length, isScanned };
    },

    'files.show-to': async ({ db, actor, audit }, { ids, unitPaths }) => {
      const others = unitPaths.filter((path) => !isWithin([actor.unitPath], path));
      const shown = await showFiles(db, actor.scope, ids, others);
      for (const fileId of shown) audit('file', fileId, null, { shownTo: others });
      return {};
    },

    'files.describe': async ({ db, actor }, { ids }) => ({
      files: await describeFiles(db, actor.scope, [...new Set(ids.split(','))]),
    }),

    'files.rules': async () => ({
      kinds: evidenceKindIds.map((kind) => {
        const { label, endings } = evidenceKinds[kind];
        return { kind, label, endings: [...endings], megabytes: megabytes[kind] };
      }),
      isScanned: scan !== undefined,
    }),
  });
}

import { useCallback, useState } from 'react';
import * as z from 'zod';
import { useSession } from '../../../web/session.ts';

const Draft = z.object({
  text: z.record(z.string(), z.string()),
  evidence: z.array(z.object({ fileId: z.string(), name: z.string() })),
});
type Draft = Readonly<z.infer<typeof Draft>>;

function read(key: string): Draft | null {
  try {
    return Draft.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

function keep(key: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A store that is full or refused keeps nothing; what was typed stands in the form as long as the page.
  }
}

/**
 * What somebody types on a site, kept in this browser until it is sent: the net is bad where things are built. Photos
 * that were sent already stay with it.
 */
export function useSiteDraft(form: string, projectId: string, first: Readonly<Record<string, string>>) {
  const key = `lantu.site ${useSession()?.id ?? ''} ${form} ${projectId}`;
  const [found] = useState(() => read(key));
  const [draft, setDraft] = useState<Draft>(found ?? { text: first, evidence: [] });
  const change = useCallback(
    (next: Partial<Draft>) =>
      setDraft((before) => {
        const now = { ...before, ...next };
        keep(key, now);
        return now;
      }),
    [key],
  );
  const clear = useCallback(() => keep(key, null), [key]);
  return { draft, change, clear, isFound: found !== null };
}

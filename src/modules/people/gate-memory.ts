/** Work under one name comes one after the other; under different names, side by side. */
export function takeTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    queues.set(name, settled);
    void settled.then(() => {
      if (queues.get(name) === settled) queues.delete(name);
    });
    return turn;
  };
}

interface Limits {
  now(): string;
  /** How long an answer stands, in milliseconds. */
  readonly ms: number;
  readonly most: number;
}

export interface Memory<T> {
  /** The answer known under the key, or what is asked for now. */
  recall(key: string, ask: () => Promise<T>): Promise<T>;
  forget(): void;
}

/** Answers that stand for a moment, until something changes. */
export function createMemory<T>({ now, ms, most }: Limits): Memory<T> {
  const remembered = new Map<string, { readonly until: number; readonly answer: T }>();
  let changes = 0;
  return {
    recall: async (key, ask) => {
      const at = Date.parse(now());
      const known = remembered.get(key);
      if (known !== undefined && at < known.until) return known.answer;
      const before = changes;
      const answer = await ask();
      if (remembered.size >= most) remembered.clear();
      // What changed while it was asked may not stand in the answer.
      if (before === changes) remembered.set(key, { until: at + ms, answer });
      return answer;
    },
    forget: () => {
      changes += 1;
      remembered.clear();
    },
  };
}

import { onlineManager } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/** Whether the server answers. A lost one is asked again every few seconds until it does. */
let isUp = true;
const listeners = new Set<() => void>();

function report(up: boolean) {
  if (up === isUp) return;
  isUp = up;
  onlineManager.setOnline(up);
  for (const listener of listeners) listener();
}

async function ask() {
  try {
    const answer = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(4000) });
    report(answer.ok);
  } catch {
    report(false);
  }
}

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A request did not get through: says so at once rather than at the next question. */
export const connectionLost = (): void => void ask();

export function useConnection(): boolean {
  const up = useSyncExternalStore(watch, () => isUp);
  useEffect(() => {
    const timer = setInterval(() => void ask(), up ? 20_000 : 3_000);
    return () => clearInterval(timer);
  }, [up]);
  return up;
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives memory back when nobody asks for a while: the collector of V8 comes by work alone, and keeps what the last busy
 * hour left. Returns what to call at every request, and how to end it.
 */
export function collectAtRest(quietMs = 20_000): { readonly noteWork: () => void; readonly stop: () => void } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let hasWorked = true;
  let last = performance.now();
  const timer = setInterval(() => {
    if (!hasWorked || performance.now() - last < quietMs) return;
    hasWorked = false;
    collect();
  }, quietMs / 4).unref();
  return {
    noteWork: () => {
      hasWorked = true;
      last = performance.now();
    },
    stop: () => clearInterval(timer),
  };
}

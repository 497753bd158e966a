/** Properties are tried on the same cases every time, so that a commit is judged by its change; `test:long` tries others. */
import fc from 'fast-check';

fc.configureGlobal(process.env.LANTU_LONG === '1' ? { numRuns: 1000 } : { seed: 20261122 });

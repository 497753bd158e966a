import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    scale: { type: 'string', default: '0.1' },
    seconds: { type: 'string', default: '60' },
    turns: { type: 'string', default: '5' },
    check: { type: 'boolean', default: false },
  },
});

/** The benches that were named; none named means all. */
export const names: readonly string[] = positionals;
/** Size of the generated province (province.ts). */
export const scale = Number(values.scale);
/** How long what is idle waits, and how long a crowd goes on. */
export const seconds = Number(values.seconds);
/** Times that two servers are compared; the middle counts. */
export const turns = Number(values.turns);
/** Whether a floor that is not kept is a failure. */
export const isCheck = values.check === true;

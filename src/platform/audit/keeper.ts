import type { Kysely } from 'kysely';
import type { Tables } from '../../core/tables.ts';
import { type Sealer, startSealer } from './seal.ts';
import { type Verification, verify } from './verify.ts';

export interface Keeper {
  /** Up to the last row written before. */
  verify(tenantIds: readonly string[]): Promise<Verification>;
  stop(): Promise<void>;
}

/** Seals in turns for as long as the system runs, and verifies when asked. */
export function startKeeper(owner: Kysely<Tables>, options: Parameters<typeof startSealer>[1]): Keeper {
  const sealer: Sealer = startSealer(owner, options);
  return {
    verify: async (tenantIds) => {
      await sealer.seal();
      return verify(owner, { tenantIds });
    },
    stop: () => sealer.stop(),
  };
}

import { build } from 'vite';

/** The pages under test are those of the sources as they stand. */
export async function setup(): Promise<void> {
  await build({ logLevel: 'warn' });
}

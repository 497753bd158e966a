/**
 * Lantu as `lantu serve` starts it, over a data home that has accounts already. Prints its address and the socket of its
 * database.
 *   node bench/peers/lantu-server.ts '{"home": …}'
 */
import { configOf } from '../../src/app/config.ts';
import { startServer } from '../../src/app/server.ts';
import { port, socketDirectoryFor, superuser } from '../../src/platform/db/data-home.ts';

const { home } = JSON.parse(process.argv[2] ?? '{}') as { home: string };
const config = configOf({ LANTU_HOME: home, LANTU_PORT: '0', LANTU_LOG: 'error' });
const running = await startServer(config, { sample: false, tell: () => {} });
const database = { host: socketDirectoryFor(home), port, user: superuser, database: 'lantu' };
console.log(JSON.stringify({ url: running.url, database }));
process.on('SIGTERM', () => running.close().then(() => process.exit()));

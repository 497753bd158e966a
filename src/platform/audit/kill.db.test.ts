import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anotherLantu, inMadeHome, postmasterOf } from '../../../test/embedded.ts';
import { openDatabase } from '../db/open.ts';
import { digestOf } from './digest.ts';
import { sealPending } from './seal.ts';
import { verify } from './verify.ts';

const now = () => new Date().toISOString();
/** `npm run test:long` asks for more. */
const rounds = process.env.LANTU_LONG === '1' ? 40 : 3;

test(
  `after kill -9 while four write, in ${rounds} rounds, every acknowledged row is in a chain that verifies`,
  inMadeHome(async (home) => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const child = await anotherLantu(home, 'audit');
      await sleep(150 + 97 * (round % 5));
      const postmaster = await postmasterOf(home);
      child.process.kill('SIGKILL');
      if (round % 2 === 0) process.kill(postmaster, 'SIGKILL');
      await child.ended;
      const said = child.said();
      expect(said.filter((line) => line.startsWith('FAILED'))).toEqual([]);
      for (const line of said) if (line.startsWith('AUDIT ')) acknowledged.add(line.slice(6));
      expect(acknowledged.size).toBeGreaterThan(round);
    }
    const opened = await openDatabase({ home });
    try {
      await sealPending(opened.owner, now);
      const { rows, broken } = await verify(opened.owner);
      expect(broken).toBe(0);
      expect(rows).toBeGreaterThanOrEqual(acknowledged.size);
      const sealed = await opened.owner.selectFrom('audit_seal').select('audit_id').execute();
      const places = new Set(sealed.map(({ audit_id }) => audit_id));
      expect([...acknowledged].filter((id) => !places.has(id))).toEqual([]);
    } finally {
      await opened.close();
    }
  }),
  30_000 + rounds * 5000,
);

const cli = resolve(import.meta.dirname, '../../../bin/lantu.js');

test(
  'lantu audit verify ends with 1 and names the first place that does not hold, also beside a running Lantu',
  inMadeHome(async (home) => {
    const lantu = (...args: string[]) =>
      spawnSync(process.execPath, [cli, 'audit', ...args], {
        encoding: 'utf8',
        env: { ...process.env, LANTU_HOME: home },
      });
    const opened = await openDatabase({ home });
    try {
      const { owner } = opened;
      const tenant = { tenant_id: '1', code: 'linjiang', name: '临江县', unit_path: 'linjiang', created_at: now() };
      await owner.insertInto('tenant').values(tenant).execute();
      await sql`insert into audit (tenant_id, audit_id, unit_path, at, actor, operation)
        select 1, gen_random_uuid(), 'linjiang', now() + n * interval '1 ms', 'x', 'y' from generate_series(1, 9) n`.execute(
        owner,
      );
      await sql`insert into audit_pending select tenant_id, audit_id, unit_path, at, ${digestOf('a')} from audit a`.execute(
        owner,
      );
      const head = lantu('head');
      expect(head.stdout).toMatch(/^1:9:[0-9a-f]{64}\n$/);
      expect(lantu('verify', '--head', head.stdout.trim())).toMatchObject({ status: 0, stdout: head.stdout });
      await sql`delete from audit using audit_seal s where s.audit_id = audit.audit_id and seq in (4, 7)`.execute(
        owner,
      );
      const broken = lantu('verify');
      expect(broken.status).toBe(1);
      expect(broken.stdout).toMatch(/^✗ 1:4:[0-9a-f-]{36} 被删除/);
      await sql`delete from audit using audit_seal s where s.audit_id = audit.audit_id and seq >= 4`.execute(owner);
      await sql`delete from audit_seal where seq >= 4`.execute(owner);
      expect(lantu('verify').status).toBe(0);
      const cut = lantu('verify', '--head', head.stdout.trim());
      expect(cut).toMatchObject({ status: 1, stdout: expect.stringMatching(/^✗ 1:9 .*链头不符/) });
      expect(lantu('verify', '--head', 'nonsense').status).toBe(2);
    } finally {
      await opened.close();
    }
  }),
);

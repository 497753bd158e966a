import type * as z from 'zod';
import type { Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { versionOn } from '../../core/register/history.ts';
import type { RegisterTools, Writing } from '../../core/register/kit.ts';
import { registerService } from '../../core/register/service.ts';
import { parkOperations } from './operations.ts';
import { isHigher, type ParkLevel, parkLevels, parkRegister } from './register.ts';
import { unitTies } from './unit-ties.ts';

type Upgrade = z.output<(typeof parkOperations)['parks.upgrade']['input']>;

async function upgrade({ ask, tell }: Writing, { id, revision, level, from, approval, reason }: Upgrade) {
  const { versions } = await ask(parkOperations['parks.show'], { id });
  const present = versionOn(versions as never, from)?.data;
  const before = (present?.level ?? null) as ParkLevel | null;
  if (!isHigher(level, before))
    throw new Problem('record-history', {
      name: present?.name ?? '',
      reason: `已是${before === null ? '' : parkLevels[before].zh}，升级须到更高级别；更正请用“变更”`,
      why: 'an upgrade goes to a higher level; use change to correct',
    });
  const changes = { level, ...(approval === undefined ? {} : { approval, approvedOn: from }) };
  return tell(parkOperations['parks.change'], { id, revision, from, changes, reason });
}

export function parkService(tools: RegisterTools): Service {
  const { operations, handlers } = registerService(parkRegister, parkOperations, tools, {
    ...unitTies,
    neighbours: {},
  });
  return { operations, handlers: { ...handlers, 'parks.upgrade': upgrade as unknown as Service['handlers'][string] } };
}

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../src/core/tables.ts';

export const at = '2026-11-22T02:00:00.000Z';

/** Two invented counties in one province, and a zone within the first. */
export const places = { linjiang: 'cn.p1.linjiang', zone: 'cn.p1.linjiang.zone', yunhe: 'cn.p1.yunhe' } as const;

export async function addTenants(owner: Kysely<Tables>): Promise<void> {
  await owner
    .insertInto('tenant')
    .values([
      { tenant_id: '1', code: 'linjiang', name: '临江县', unit_path: places.linjiang, created_at: at },
      { tenant_id: '2', code: 'yunhe', name: '云河市', unit_path: places.yunhe, created_at: at },
    ])
    .execute();
}

let made = 0;

/** A plan as the store would write it, with what the test wants to be different. */
export const planRow = (differs: { unit_path?: string; tenant_id?: string; title?: string } = {}) => {
  made += 1;
  return {
    tenant_id: '1',
    plan_id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    unit_path: places.linjiang as string,
    title: '临江县产业规划',
    stage: 'draft',
    is_sample: false,
    revision: 1,
    created_at: at,
    created_by: 'officer',
    updated_at: at,
    updated_by: 'officer',
    ...differs,
  };
};

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

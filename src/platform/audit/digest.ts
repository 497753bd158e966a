import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

/**
 * SQL for the digest of an audit row of the given alias. PostgreSQL computes it from the values as they are stored: JSON
 * it has normalised already, and the text it gives for a value is the same in every version. What was before and after
 * enters by its own digest. Changing this breaks every chain there is.
 */
export const digestOf = (alias: string): RawBuilder<Buffer> => {
  const column = (name: string) => `"${alias}"."${name}"`;
  const hashed = (name: string) => `encode(sha256(convert_to(${column(name)}::text, 'UTF8')), 'hex')`;
  return sql.raw<Buffer>(`sha256(convert_to(json_build_array(
    ${column('tenant_id')}::text, ${column('audit_id')}, ${column('unit_path')}::text,
    to_char(${column('at')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    ${column('actor')}, ${column('operation')}, ${column('entity')}, ${column('entity_id')},
    ${hashed('before')}, ${hashed('after')})::text, 'UTF8'))`);
};

/** What stands before a tenant's first link; SQL, and the same for the sealer. */
export const beginningText = (tenantId: string): string => `lantu.audit/1 ${tenantId}`;

/** In hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

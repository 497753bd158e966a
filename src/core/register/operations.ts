import * as z from 'zod';
import { Day } from '../day.ts';
import { Bytes, defineOperation, FileAnswer } from '../operation.ts';
import { ImportAnswer, Label, ListedRow, Names, ShownRecord } from './answers.ts';
import type { Register } from './register.ts';

const reason = z.string().trim().max(500).nullable().default(null);
const revision = z.coerce.number().int();
/** The core knows no units, but PostgreSQL takes no other text for a path. */
const unitPath = z
  .string()
  .max(500)
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/, {
    error: '单位路径是由点连接的代码 (a unit path is codes joined by dots)',
  });

const dataOf = ({ fields }: Register) => Object.fromEntries(fields.map(({ id, kind }) => [id, kind.schema]));

/** What a caller must say of a new thing; every field but the name may be left out. */
const newDataOf = ({ fields }: Register) =>
  z.object(
    Object.fromEntries(
      fields.map(({ id, kind }) => [id, id === 'name' ? kind.schema : kind.schema.default(kind.empty as never)]),
    ),
  );
const changesOf = (register: Register) =>
  z.object(Object.fromEntries(Object.entries(dataOf(register)).map(([id, schema]) => [id, schema.optional()])));

/** The records of a register as others refer to them. */
export const namesOperation = <const Plural extends string>(plural: Plural, label: z.output<typeof Label>) =>
  defineOperation({
    summary: { zh: `${label.zh}：全部名称，供引用`, en: `${label.en}: all names, for those who refer to them` },
    route: `GET /${plural}/names` as const,
    permission: 'register.read',
    input: z.object({
      on: Day.optional(),
      /** Only these, by number, joined by commas. */
      ids: z
        .string()
        .regex(/^[0-9a-f,-]*$/)
        .optional(),
    }),
    output: z.object({
      known: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          code: z.string().nullable(),
          aliases: z.array(z.string()),
          endedOn: Day.nullable(),
          mergedInto: z.string().nullable(),
        }),
      ),
    }),
  });

/** Everything that can be done with a register, by verb. */
export function registerVerbs<const Plural extends string>(register: Register<Plural>) {
  const { plural, label, fields } = register;
  const filters = Object.fromEntries(
    fields.filter(({ isFilter }) => isFilter).map(({ id }) => [id, z.string().max(200).optional()]),
  ) as Record<string, z.ZodOptional<z.ZodString>>;
  const [read, write] = ['register.read', 'register.write'] as const;
  const id = z.uuid();
  const NewItem = newDataOf(register);
  const of = (zh: string, en: string) => ({ zh: `${label.zh}：${zh}`, en: `${label.en}: ${en}` });
  return {
    list: defineOperation({
      summary: of('某日的名录', 'the register as of a day'),
      route: `GET /${plural}` as const,
      permission: read,
      input: z.object({
        on: Day.optional(),
        search: z.string().max(100).optional(),
        /** Only what belongs to this unit and those below it. */
        under: unitPath.optional(),
        after: z.string().max(400).optional(),
        limit: z.coerce.number().int().min(1).max(2000).default(500),
        ...filters,
      }),
      output: z.object({
        on: Day,
        total: z.int(),
        rows: z.array(ListedRow),
        names: Names,
        /** Give it as `after` for the next page; null at the end. */
        next: z.string().nullable(),
      }),
    }),
    names: namesOperation(plural, label),
    show: defineOperation({
      summary: of('一条记录的沿革与出处', 'one record with its history and provenance'),
      route: `GET /${plural}/records/:id` as const,
      permission: read,
      input: z.object({ id }),
      output: ShownRecord,
    }),
    add: defineOperation({
      summary: of('新增', 'add'),
      route: `POST /${plural}` as const,
      permission: write,
      input: z.object({ data: NewItem, since: Day, unitPath: unitPath.optional(), reason }),
      output: ShownRecord,
    }),
    change: defineOperation({
      summary: of('自某日起变更（同日则更正）', 'change from a day on; the same day puts it right'),
      route: `POST /${plural}/records/:id/change` as const,
      permission: write,
      input: z.object({ id, revision, from: Day, changes: changesOf(register), reason }),
      output: ShownRecord,
    }),
    rename: defineOperation({
      summary: of('更名，旧名留作别名', 'rename; the old name stays as an alias'),
      route: `POST /${plural}/records/:id/rename` as const,
      permission: write,
      input: z.object({ id, revision, from: Day, name: z.string().trim().min(1).max(200), reason }),
      output: ShownRecord,
    }),
    merge: defineOperation({
      summary: of('合并：并入现有一条，或合为新的一条', 'merge into one that exists, or into a new one'),
      route: `POST /${plural}/merge` as const,
      permission: write,
      input: z.object({
        ids: z.array(id).min(1).max(100),
        into: id.optional(),
        /** The new record, where none of the old ones goes on. */
        data: NewItem.optional(),
        on: Day,
        reason,
      }),
      output: ShownRecord,
    }),
    split: defineOperation({
      summary: of('拆分为若干条，原记录可保留', 'split into several; the old one may go on'),
      route: `POST /${plural}/records/:id/split` as const,
      permission: write,
      input: z.object({
        id,
        revision,
        parts: z.array(NewItem).min(1).max(50),
        keeps: z.boolean().default(false),
        on: Day,
        reason,
      }),
      output: z.object({ parts: z.array(ShownRecord) }),
    }),
    end: defineOperation({
      summary: of('撤销', 'end'),
      route: `POST /${plural}/records/:id/end` as const,
      permission: write,
      input: z.object({ id, revision, on: Day, reason }),
      output: ShownRecord,
    }),
    import: defineOperation({
      summary: of('从 Excel 或 CSV 导入（先预览）', 'import from Excel or CSV, with a preview first'),
      route: `POST /${plural}/import` as const,
      permission: write,
      takes: 'bytes',
      input: z.object({
        name: z.string().min(1).max(255),
        bytes: Bytes,
        /** The day from which changes hold. */
        since: Day.optional(),
        apply: z
          .enum(['true', 'false'])
          .default('false')
          .transform((text) => text === 'true'),
        /** Of the file that was previewed; another content is refused. */
        digest: z.string().max(64).optional(),
      }),
      output: ImportAnswer,
    }),
    export: defineOperation({
      summary: of('导出某日的名录', 'export the register as of a day'),
      route: `GET /${plural}/export/:format` as const,
      permission: read,
      gives: 'file',
      input: z.object({
        format: z.enum(['xlsx', 'csv']),
        on: Day.optional(),
        isTemplate: z.stringbool().default(false),
      }),
      output: FileAnswer,
    }),
    duplicates: defineOperation({
      summary: of('疑似重复', 'records that may be one thing'),
      route: `GET /${plural}/duplicates` as const,
      permission: read,
      input: z.object({ on: Day.optional() }),
      output: z.object({
        pairs: z.array(
          z.object({
            score: z.int(),
            grounds: z.array(z.object({ label: Label, points: z.int() })),
            a: ListedRow,
            b: ListedRow,
          }),
        ),
      }),
    }),
    apart: defineOperation({
      summary: of('核定两条不是同一个', 'two records are found not to be the same'),
      route: `POST /${plural}/apart` as const,
      permission: write,
      input: z.object({ a: id, b: id, reason: z.string().trim().min(1).max(500) }),
      output: z.object({ kept: z.literal(true) }),
    }),
    adopt: defineOperation({
      summary: of('采纳文件中的事实，带出处', 'take a fact of a document in, with its provenance'),
      route: `POST /${plural}/adopt` as const,
      permission: write,
      input: z.object({
        data: NewItem,
        since: Day,
        document: z.string().min(1).max(500),
        line: z.int().min(1),
        quote: z.string().min(1).max(2000),
        planId: id.optional(),
        factId: id.optional(),
      }),
      output: z.object({ outcome: z.enum(['added', 'completed', 'known']), record: ShownRecord }),
    }),
  };
}
export type RegisterVerbs = ReturnType<typeof registerVerbs<string>>;

/** The same as a module declares them: `parks.list`, `parks.merge` and so on. */
export function registerOperations<const Plural extends string>(register: Register<Plural>) {
  type Verbs = ReturnType<typeof registerVerbs<Plural>>;
  const named = Object.entries(registerVerbs(register)).map(([verb, operation]) => [
    `${register.plural}.${verb}`,
    operation,
  ]);
  return Object.fromEntries(named) as { [Verb in keyof Verbs as `${Plural}.${Verb}`]: Verbs[Verb] };
}

import * as z from 'zod';
import type { Operation } from '../core/operation.ts';
import type { Label } from '../core/text.ts';
import { DifferenceList } from './difference-list.tsx';
import { Failure } from './error-boundary.tsx';
import { useLanguage } from './language.tsx';
import { useOperation } from './use-operation.ts';
import { Waiting } from './waiting.tsx';

const words = {
  none: { zh: '没有修改记录', en: 'Nothing was ever changed' },
} satisfies Record<string, Label>;

const Input = z.object({ entity: z.string(), id: z.string() });
const Output = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      actor: z.string(),
      actorName: z.string().nullable(),
      unitPath: z.string(),
      unitName: z.string().nullable(),
      operation: z.string(),
      summary: z.object({ zh: z.string(), en: z.string() }).nullable(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});

interface Props {
  /** `audits.of`, handed in because the kit knows no module. */
  readonly operation: Operation<
    z.ZodType<z.output<typeof Input>, z.input<typeof Input>>,
    z.ZodType<z.output<typeof Output>>
  >;
  readonly entity: string;
  readonly id: string;
}

/** Who changed one thing, when, and from what to what; the newest first. */
export function History({ operation, entity, id }: Props) {
  const { say, language } = useLanguage();
  const { data, error, refetch } = useOperation(operation, { entity, id });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.rows.length === 0) return <p className="quiet">{say(words.none)}</p>;
  return (
    <ol className="change-history">
      {data.rows.map((row) => (
        <li key={row.id}>
          <b>{row.summary === null ? row.operation : say(row.summary)}</b>{' '}
          <small className="quiet">
            {row.actorName ?? row.actor} · {row.unitName ?? row.unitPath} ·{' '}
            {new Date(row.at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
          </small>
          <DifferenceList before={row.before} after={row.after} />
        </li>
      ))}
    </ol>
  );
}

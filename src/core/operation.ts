import type { z } from 'zod';
import type { Label } from './text.ts';

type Route = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** One thing the system can do, described once and offered over HTTP, command line, OpenAPI and the pages. */
export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  At extends Route = Route,
> {
  readonly summary: Label;
  readonly route: At;
  readonly permission: string;
  readonly input: Input;
  readonly output: Output;
  /** What one row is called in the audit: the operation writes `{ entity, id }` of its output there. */
  readonly entity?: string;
}

export const defineOperation = <Input extends z.ZodType, Output extends z.ZodType, const At extends Route>(
  operation: Operation<Input, Output, At>,
): Operation<Input, Output, At> => operation;

export type Operations = Readonly<Record<string, Operation>>;

/** GET reads, everything else writes — for the type checker and at run time alike. */
export type IsRead<Op extends Operation> = Op['route'] extends `GET ${string}` ? true : false;
export const isRead = ({ route }: Operation): boolean => route.startsWith('GET ');

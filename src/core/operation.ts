import * as z from 'zod';
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
  /** The request's body is a file: it arrives in the input as `bytes` (and is never written to the audit). */
  readonly takes?: 'bytes';
  /** The answer is a file (`FileAnswer`) to be downloaded rather than JSON. */
  readonly gives?: 'file';
  /** The answer holds a password or a token: it is shown once and kept nowhere, not even for a repeated request. */
  readonly shows?: 'secret';
  /** Only other operations ask or tell it: neither HTTP nor the command line offers it. */
  readonly isInner?: true;
}

export const defineOperation = <Input extends z.ZodType, Output extends z.ZodType, const At extends Route>(
  operation: Operation<Input, Output, At>,
): Operation<Input, Output, At> => operation;

/** The content of a file. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, {
  error: '须是文件内容 (bytes are expected)',
});

/** What an operation with `gives: 'file'` answers. */
export const FileAnswer = z.object({ name: z.string(), mediaType: z.string(), bytes: Bytes });

export type Operations = Readonly<Record<string, Operation>>;

/** GET reads, everything else writes — for the type checker and at run time alike. */
export type IsRead<Op extends Operation> = Op['route'] extends `GET ${string}` ? true : false;
export const isRead = ({ route }: Operation): boolean => route.startsWith('GET ');

import { FileAnswer, isRead, type Operation } from '../../core/operation.ts';
import { Problem, type ProblemCode, problems } from '../../core/problem.ts';
import type { Data } from '../../core/text.ts';

/** Calls an operation on a server that runs already, as the pages do. */
export async function callRemote(
  url: string,
  operation: Operation,
  input: Record<string, unknown>,
  token?: string,
): Promise<unknown> {
  const [method = 'GET', route = '/'] = operation.route.split(' ');
  const rest = { ...input };
  const path = route.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name] ?? '');
    delete rest[name];
    return encodeURIComponent(value);
  });
  const { bytes, mediaType, ...fields } = rest;
  const inQuery = isRead(operation) || operation.takes === 'bytes' || method === 'DELETE';
  const query = new URLSearchParams(inQuery ? (fields as Record<string, string>) : {});
  const body = operation.takes === 'bytes' ? (bytes as Uint8Array<ArrayBuffer>) : JSON.stringify(fields);
  const answer = await fetch(`${url}/api${path}?${query}`, {
    method,
    headers: {
      'content-type': operation.takes === 'bytes' ? String(mediaType) : 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(method !== 'GET' && method !== 'DELETE' && { body }),
  });
  if (!answer.ok) {
    const { code = 'unexpected', data = {} } = (await answer.json()) as { code?: ProblemCode; data?: Data };
    throw new Problem(code in problems ? code : 'unexpected', data);
  }
  if (operation.gives !== 'file') return answer.json();
  const name = decodeURIComponent(
    answer.headers.get('content-disposition')?.match(/filename\*=UTF-8''(.*)$/)?.[1] ?? 'lantu',
  );
  const content = new Uint8Array(await answer.arrayBuffer());
  return FileAnswer.parse({ name, mediaType: answer.headers.get('content-type') ?? '', bytes: content });
}

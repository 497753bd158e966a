import type * as z from 'zod';
import type { Operation } from '../core/operation.ts';
import type { Data, Label } from '../core/text.ts';
import { connectionLost } from './connection.ts';
import { signedOut } from './session.ts';

/** A refusal as it reached the page: in both languages, with the way out. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly label: Label;
  readonly data: Data;

  constructor(code: string, status: number, label: Label, data: Data = {}) {
    super(label.en);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.label = label;
    this.data = data;
  }
}

const lost: Label = {
  zh: '连不上服务，您写的内容还在本页；连接恢复后请再按一次',
  en: 'The server cannot be reached; what you wrote is still here. Press again when the connection is back',
};
const unexpected: Label = {
  zh: '服务出错（{status}），没有改动任何数据；请再试一次，仍不行请把这个编号告诉管理员',
  en: 'The server failed ({status}) and changed nothing; try again, or tell the administrator this number',
};

export const isLost = (error: unknown): boolean => error instanceof Refusal && error.code === 'connection-lost';

const isLabel = (value: unknown): value is Label =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

function refusalOf(status: number, body: string): Refusal {
  try {
    const problem = JSON.parse(body) as Record<string, unknown>;
    const label = [problem.message, problem.title, problem.detail].find(isLabel);
    if (label !== undefined && typeof problem.code === 'string')
      return new Refusal(problem.code, status, label, (problem.data ?? {}) as Data);
  } catch {
    // A proxy in between may answer in HTML.
  }
  const fill = (text: string) => text.replace('{status}', String(status));
  return new Refusal('unexpected', status, { zh: fill(unexpected.zh), en: fill(unexpected.en) });
}

interface Options {
  readonly signal?: AbortSignal;
  /** Share of the upload that has left this machine, 0–1. */
  readonly onSent?: (share: number) => void;
}

/** Where an operation's input goes: path, revision header, bytes, and the rest as query or JSON. */
export function requestOf(operation: Pick<Operation, 'route' | 'takes'>, input: Record<string, unknown>) {
  const [method = 'GET', pattern = '/'] = operation.route.split(' ');
  const rest = { ...input };
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const headers: Record<string, string> = { accept: 'application/json' };
  if (rest.revision !== undefined) {
    headers['if-match'] = `"${rest.revision}"`;
    delete rest.revision;
  }
  let body: Uint8Array | string | undefined;
  if (operation.takes === 'bytes') {
    body = rest.bytes as Uint8Array;
    delete rest.bytes;
    headers['content-type'] = 'application/octet-stream';
  } else if (method === 'POST' || method === 'PUT') {
    body = JSON.stringify(rest);
    headers['content-type'] = 'application/json';
  }
  const inQuery = method === 'GET' || method === 'DELETE' || operation.takes === 'bytes';
  const query = new URLSearchParams();
  if (inQuery)
    for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value));
  const search = query.size > 0 ? `?${query}` : '';
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID?.() ?? String(Math.random());
  return { method, url: `/api${path}${search}`, headers, body };
}

/** fetch cannot report how much of an upload has been sent, so requests go by XMLHttpRequest. */
function send({ method, url, headers, body }: ReturnType<typeof requestOf>, { signal, onSent }: Options) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (onSent) request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => {
      connectionLost();
      reject(new Refusal('connection-lost', 0, lost));
    };
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body as XMLHttpRequestBodyInit | undefined);
  });
}

/** Performs a declared operation over HTTP. Types come from the declaration; the server has checked the output. */
export async function perform<Op extends Operation>(
  operation: Op,
  input: z.input<Op['input']>,
  options: Options = {},
): Promise<z.output<Op['output']>> {
  const { status, text } = await send(requestOf(operation, input as Record<string, unknown>), options);
  if (status < 200 || status >= 300) {
    const refusal = refusalOf(status, text);
    if (refusal.code === 'not-signed-in') signedOut();
    throw refusal;
  }
  return JSON.parse(text) as z.output<Op['output']>;
}

/** The address of an operation that gives a file: for a link the browser downloads from. */
export const addressOf = <Op extends Operation>(operation: Op, input: z.input<Op['input']>): string =>
  requestOf(operation, input as Record<string, unknown>).url;

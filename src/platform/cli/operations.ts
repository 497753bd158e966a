import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { FileAnswer, type Operation, type Operations } from '../../core/operation.ts';

/** How a command reaches the system: its own database, or a server that runs already. */
export type Reach = (id: string, operation: Operation, input: Record<string, unknown>) => Promise<unknown>;

const flagOf = (name: string): string => `--${name.replaceAll(/([A-Z])/g, (letter) => `-${letter.toLowerCase()}`)}`;

interface Schema {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly anyOf?: readonly Schema[];
}

/** Typed as it is; a text that may be left out is a text too. */
const isScalar = ({ type, enum: words, anyOf = [] }: Schema): boolean =>
  words !== undefined ||
  ['string', 'number', 'integer', 'boolean'].includes(String(type)) ||
  (anyOf.length === 2 && anyOf.some((each) => each.type === 'string') && anyOf.some((each) => each.type === 'null'));

/** What was typed, as its schema takes it; a word where a number is needed goes on as it is, to be refused by name. */
function asTyped(schema: Schema, text: string): unknown {
  if (!isScalar(schema)) return JSON.parse(text);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  if (isNumber && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return schema.type === 'boolean' && ['true', 'false'].includes(text) ? text === 'true' : text;
}

/** One command per operation: `lantu plans list`, `lantu plans read-file PLAN.docx`. Structured input comes as JSON. */
export function operationCommands(operations: Operations, reach: Reach): Command[] {
  const nouns = new Map<string, Command>();
  for (const [id, operation] of Object.entries(operations)) {
    const [noun = '', verb = ''] = id.split('.');
    const group = nouns.get(noun) ?? new Command(noun);
    nouns.set(noun, group);
    const { properties = {}, required = [] } = z.toJSONSchema(operation.input, {
      io: 'input',
      unrepresentable: 'any',
    }) as {
      properties?: Record<string, Schema>;
      required?: string[];
    };
    const command = group.command(verb).description(`${operation.summary.zh} / ${operation.summary.en}`);
    const takesFile = operation.takes === 'bytes';
    if (takesFile) command.argument('[file]');
    const names = Object.keys(properties).filter(
      (name) => !(takesFile && ['bytes', 'mediaType', 'name'].includes(name)),
    );
    for (const name of names) {
      const hint = isScalar(properties[name] ?? {}) ? `<${name}>` : '<json>';
      command[required.includes(name) ? 'requiredOption' : 'option'](`${flagOf(name)} ${hint}`);
    }
    if (operation.gives === 'file') command.option('--output <file>', '保存到文件 / write to this file');
    command.action(async (...args: unknown[]) => {
      const options = command.opts<Record<string, string>>();
      const input: Record<string, unknown> = {};
      for (const name of names) {
        const text = options[name];
        if (text !== undefined) input[name] = asTyped(properties[name] ?? {}, text);
      }
      if (takesFile) {
        const path = typeof args[0] === 'string' ? args[0] : null;
        input.bytes = path === null ? new Uint8Array() : new Uint8Array(readFileSync(path));
        if (path !== null) input.name = basename(path);
        input.mediaType = 'application/octet-stream';
      }
      print(operation, await reach(id, operation, input), options.output);
    });
  }
  for (const [noun, group] of nouns)
    group.description(`${noun}: ${group.commands.map((each) => each.name()).join(', ')}`);
  return [...nouns.values()];
}

function print(operation: Operation, output: unknown, path: string | undefined): void {
  if (operation.gives !== 'file') {
    process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
    return;
  }
  const { name, bytes } = FileAnswer.parse(output);
  writeFileSync(path ?? name, bytes);
  process.stdout.write(`${path ?? name}\n`);
}

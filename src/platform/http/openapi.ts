import * as z from 'zod';
import type { Operation, Operations } from '../../core/operation.ts';
import { problems } from '../../core/problem.ts';

type Schema = Record<string, unknown>;

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  // A file has no JSON form: its schema is that of raw bytes.
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodCustom) Object.assign(jsonSchema, { type: 'string', format: 'binary' });
    },
  });
  return schema;
};

const problemAnswer = {
  description: 'A refusal with the way out, in both languages',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function describe(id: string, operation: Operation): [string, string, Schema] {
  const [method = 'GET', route = '/'] = operation.route.split(' ');
  const path = route.replaceAll(/:(\w+)/g, '{$1}');
  const inPath = [...route.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const { properties = {}, required = [] } = schemaOf(operation.input, 'input') as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const takesFile = operation.takes === 'bytes';
  const names = Object.keys(properties);
  const parameters: Schema[] = [];
  const inBody: string[] = [];
  for (const name of names) {
    const schema = properties[name] as Schema;
    if (inPath.includes(name)) parameters.push({ name, in: 'path', required: true, schema });
    else if (name === 'revision')
      parameters.push({ name: 'If-Match', in: 'header', required: required.includes(name), schema });
    else if (takesFile && (name === 'bytes' || name === 'mediaType')) continue;
    else if (!hasBody || takesFile) parameters.push({ name, in: 'query', required: required.includes(name), schema });
    else inBody.push(name);
  }
  if (method === 'POST')
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'A repeated request with the same key is answered with the first answer.',
      schema: { type: 'string', maxLength: 100 },
    });
  const body = takesFile
    ? { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
    : {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(inBody.map((name) => [name, properties[name]])),
              required: required.filter((name) => inBody.includes(name)),
            },
          },
        },
      };
  const content =
    operation.gives === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(operation.output, 'output') } };
  return [
    path,
    method.toLowerCase(),
    {
      operationId: id,
      summary: operation.summary.en,
      description: `${operation.summary.zh}。需要权限 ${operation.permission}。`,
      tags: [id.split('.')[0]],
      ...(parameters.length > 0 && { parameters }),
      ...(hasBody && (takesFile || inBody.length > 0) && { requestBody: body }),
      responses: { '200': { description: operation.summary.en, content }, default: problemAnswer },
    },
  ];
}

/** The OpenAPI 3.1 document of all operations. */
export function openApi(operations: Operations, version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [id, operation] of Object.entries(operations)) {
    const [path, method, description] = describe(id, operation);
    paths[path] = { ...paths[path], [method]: description };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lantu 蓝图', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['code', 'status', 'title'],
          properties: {
            code: { enum: Object.keys(problems) },
            status: { type: 'integer' },
            title: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
            data: { type: 'object' },
            requestId: { type: 'string' },
          },
        },
      },
    },
  };
}

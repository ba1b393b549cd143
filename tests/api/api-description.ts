import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { REPOSITORY } from '../support/plugin-under-test';

/** Parsed YAML or JSON. */
export type Json = Record<string, any>;

/** The description as it is in the repository. */
export const api: Json = parse(readFileSync(path.join(REPOSITORY, 'openapi.yaml'), 'utf8'));
/** Methods that routes of ours have, as the description spells them. */
export const METHODS = ['get', 'post', 'put', 'delete'];

/** Every operation that is described, as `METHOD /path`. */
export const operations = new Map<string, Json>(
  Object.entries(api.paths as Json).flatMap(([place, item]) =>
    METHODS.filter((method) => item[method]).map((method): [string, Json] => [
      `${method.toUpperCase()} ${place}`,
      { ...item[method], ofProject: item['x-route-of'] === 'project' },
    ]),
  ),
);

/**
 * The description with nothing left open: an answer must not carry a property that is not described.
 * To callers it stays open, so that later versions may add some.
 */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const schema = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)])) as Json;
  const isObject = [schema.type].flat().includes('object') && 'properties' in schema;
  return isObject && !('additionalProperties' in schema)
    ? { ...schema, additionalProperties: false }
    : schema;
}

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
addFormats(ajv);
for (const keyword of ['openapi', 'info', 'servers', 'tags', 'paths', 'components']) ajv.addKeyword(keyword);
ajv.addSchema(
  { ...api, components: { ...api.components, schemas: closed(api.components.schemas) } },
  'openapi',
);

/** Validates against a schema by its name. */
export const schema = (name: string): ValidateFunction =>
  ajv.compile({ $ref: `openapi#/components/schemas/${name}` });

/** Fails with what is wrong, not just that something is. */
export function expectValid(name: string, value: unknown): void {
  const validate = schema(name);
  validate(value);
  expect({ name, errors: validate.errors ?? [], ...(validate.errors && { value }) }).toEqual({
    name,
    errors: [],
  });
}

/** Schema names of a JSON body; `undefined` where there is none. */
export const schemaOf = (body: Json | undefined): string | undefined =>
  (body?.content?.['application/json']?.schema?.$ref as string | undefined)?.split('/').pop();

/** What a reference leads to; anything else is itself. */
export const resolved = (node: Json): Json =>
  typeof node.$ref === 'string'
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((value: Json, key: string) => value[key], api)
    : node;

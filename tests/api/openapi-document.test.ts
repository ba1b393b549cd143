import {
  api,
  expectValid,
  type Json,
  METHODS,
  operations,
  resolved,
  schema,
  schemaOf,
} from './api-description';
import { codesInSources } from './codes-in-sources';

describe('the description', () => {
  it('compiles every schema', () => {
    for (const name of Object.keys(api.components.schemas)) expect(typeof schema(name)).toBe('function');
  });

  it('leads every reference somewhere', () => {
    const dangling: string[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { $ref } = node as Json;
      if (typeof $ref === 'string' && resolved(node as Json) === undefined) dangling.push($ref);
      Object.values(node).forEach(visit);
    };
    visit(api);
    expect(dangling).toEqual([]);
  });

  it('names every operation once, under a tag that exists', () => {
    const ids = [...operations.values()].map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(api.tags.map(({ name }: Json) => name));
    expect([...operations].filter(([, { tags: own }]) => !own.every((tag: string) => tags.has(tag)))).toEqual(
      [],
    );
  });

  it('declares every parameter of its paths', () => {
    for (const [place, item] of Object.entries(api.paths as Json)) {
      for (const method of METHODS.filter((name) => item[name])) {
        const parameters = [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolved);
        const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        const named = [...place.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect([place, declared.sort()]).toEqual([place, named.sort()]);
      }
    }
  });

  it('has examples that its own schemas accept', () => {
    let examples = 0;
    for (const operation of operations.values()) {
      for (const body of [operation.requestBody, ...Object.values(operation.responses as Json)]) {
        if (!body) continue;
        const { content } = resolved(body);
        const name = schemaOf({ content });
        for (const { value } of Object.values(content?.['application/json']?.examples ?? {}) as Json[]) {
          examples += 1;
          expectValid(name!, value);
        }
      }
    }
    expect(examples).toBeGreaterThan(10);
  });
});

describe('the codes', () => {
  const codes = codesInSources();
  const described = (name: string): string[] => [...api.components.schemas[name].enum].sort();

  it.each([
    ['ErrorCode', codes.problems],
    ['EntryProblemCode', codes.entryProblems],
    ['EventRejectionCode', codes.rejections],
    ['IssueCode', codes.issues],
  ] as const)('%s are those of the sources, all of them and no other', (name, inSources) => {
    expect(described(name)).toEqual([...inSources].sort());
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { REPOSITORY } from '../support/plugin-under-test';

/** Every stable code that the sources can answer, by the place where callers meet it. */
export interface CodesInSources {
  /** `error.details.code` of an answer. */
  readonly problems: ReadonlySet<string>;
  /** `data[].error.code` of `decide`. */
  readonly entryProblems: ReadonlySet<string>;
  /** `data[].code` of `collect`, and the reasons of the quarantine. */
  readonly rejections: ReadonlySet<string>;
  /** `error.details.issues[].code`. */
  readonly issues: ReadonlySet<string>;
}

const DECISIONS = 'server/src/features/decisions';

/**
 * A problem whose code is no literal, and the files whose literals it passes on. A new one fails the collection
 * until it is listed, so no code can slip by.
 */
const PASSED_ON: Readonly<Record<string, readonly string[]>> = {
  [`${DECISIONS}/decision-controller.ts: first?.code ?? 'request-malformed'`]: [
    `${DECISIONS}/read-decide-request.ts`,
    'src/context/parse-context.ts',
    'src/context/context-shape.ts',
  ],
  [`${DECISIONS}/decision-controller.ts: ...found.error`]: [`${DECISIONS}/entry-lookup.ts`],
  [`${DECISIONS}/decision-controller.ts: verified.error`]: [`${DECISIONS}/preview-tokens.ts`],
  [`${DECISIONS}/preview-controller.ts: issues[0]?.code ?? 'preview-malformed'`]: [
    `${DECISIONS}/preview-controller.ts`,
  ],
  "server/src/features/delivery/request-middleware.ts: first?.code ?? 'context-malformed'": [
    'src/context/parse-context.ts',
    'src/context/context-shape.ts',
  ],
  'server/src/features/records/entry-check.ts: found.code': ['server/src/features/records/entry-check.ts'],
};

/** Codes that stand in a table and reach `issue` through a variable. */
const IN_TABLES: Readonly<Record<string, RegExp>> = {
  'server/src/features/experiences/check-references.ts': /'([a-z]+-missing)'/g,
  'server/src/features/interest-tags/entry-targeting-service.ts': /'([a-z-]+-missing)'/g,
};

/** Reads the sources as a syntax tree; nothing is run. @throws Error at a code that it cannot follow. */
export function codesInSources(): CodesInSources {
  const files = [...sourcesBelow('src'), ...sourcesBelow('server/src')];
  const found = new Map(files.map((file) => [file, codesOf(file)]));
  const all = (pick: (codes: FileCodes) => Iterable<string>, keep: (file: string) => boolean = () => true) =>
    new Set([...found].flatMap(([file, codes]) => (keep(file) ? [...pick(codes)] : [])));

  const kinds = all(({ invalidKinds }) => invalidKinds);
  const stored = all(({ storedKinds }) => storedKinds);
  const problems = all(({ problems: literal }) => literal);
  for (const place of all(({ dynamic }) => dynamic)) {
    if (place.endsWith('`${kind}-invalid`')) for (const kind of kinds) problems.add(`${kind}-invalid`);
    else if (place.endsWith('`${kind}-not-found`'))
      for (const kind of stored) problems.add(`${kind}-not-found`);
    else {
      const from = PASSED_ON[place];
      if (!from) throw new Error(`A code that no list knows: ${place}`);
      for (const file of from) {
        const codes = found.get(file);
        if (!codes) throw new Error(`${file} is gone; say where the codes of ${place} come from.`);
        const literal = [...codes.issues, ...codes.answers];
        for (const code of literal.length > 0 ? literal : codes.unions) problems.add(code);
      }
    }
  }
  return {
    problems,
    entryProblems: new Set(found.get(`${DECISIONS}/entry-lookup.ts`)?.unions),
    rejections: new Set([
      ...all(({ issues, answers }) => [...issues, ...answers], isAboutEvents),
      ...(found.get(`${DECISIONS}/receipt.ts`)?.unions ?? []),
    ]),
    issues: all(
      ({ issues }) => issues,
      (file) => !isAboutEvents(file) && !file.startsWith(NO_ROUTE),
    ),
  };
}

/** Shares and estimates are computed for callers of the core; no route answers with their refusals. */
const NO_ROUTE = 'src/learning/';

const isAboutEvents = (file: string) =>
  file.startsWith('src/events/') || file.startsWith('server/src/features/events/');

const sourcesBelow = (folder: string): string[] =>
  readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .sort();

/** What one file says. */
interface FileCodes {
  /** Literals of `new Problem({ code })`. */
  readonly problems: Set<string>;
  /** Other codes of problems, as `file: expression`. */
  readonly dynamic: Set<string>;
  /** First literals of calls that make issues. */
  readonly issues: Set<string>;
  /** Literals of `{ code, message }` that are answered as they are. */
  readonly answers: Set<string>;
  /** Members of unions of literals in `…Problem` types. */
  readonly unions: Set<string>;
  /** Kinds of `<kind>-invalid`. */
  readonly invalidKinds: Set<string>;
  /** Kinds of `<kind>-not-found`. */
  readonly storedKinds: Set<string>;
}

const ISSUE_MAKERS: ReadonlySet<string> = new Set(['issue', 'fail', 'refuse', 'refused']);
const KIND_POSITION: ReadonlyMap<string, number> = new Map([
  ['parseInput', 2],
  ['invalid', 0],
]);

function codesOf(file: string): FileCodes {
  const text = readFileSync(path.join(REPOSITORY, file), 'utf8');
  const codes: FileCodes = {
    problems: new Set(),
    dynamic: new Set(),
    issues: new Set(),
    answers: new Set(),
    unions: new Set(),
    invalidKinds: new Set(),
    storedKinds: new Set(),
  };
  for (const [, code] of text.matchAll(IN_TABLES[file] ?? /(?!)/g)) codes.issues.add(code!);
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Problem') readProblem(file, node, codes);
    else if (ts.isCallExpression(node)) readCall(node, codes);
    else if (ts.isObjectLiteralExpression(node)) readObject(node, codes);
    else if (isProblemType(node)) collect(node, codes.unions);
    else if (isTableOfRefusals(node)) collect(node.initializer!, codes.problems);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return codes;
}

function readProblem(file: string, node: ts.NewExpression, codes: FileCodes): void {
  const [parts] = node.arguments ?? [];
  if (!parts || !ts.isObjectLiteralExpression(parts)) throw new Error(`${file}: ${node.getText()}`);
  for (const property of parts.properties) {
    if (ts.isSpreadAssignment(property)) codes.dynamic.add(`${file}: ${property.getText()}`);
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) continue;
    if (property.name.getText() !== 'code') continue;
    // `fromStrapi(status, code, message)` is read where it is called.
    if (ts.isShorthandPropertyAssignment(property)) continue;
    const literals = literalsOf(property.initializer);
    if (!literals) codes.dynamic.add(`${file}: ${property.initializer.getText()}`);
    collect(property.initializer, codes.problems);
  }
}

function readCall(node: ts.CallExpression, codes: FileCodes): void {
  const name = node.expression.getText();
  const argumentsOf = [...node.arguments];
  if (name === 'fromStrapi') collect(argumentsOf[1]!, codes.problems);
  if (name === 'notFound') literalsOf(argumentsOf[0]!)?.forEach((kind) => codes.storedKinds.add(kind));
  if (ISSUE_MAKERS.has(name)) {
    const first = argumentsOf
      .slice(0, 2)
      .map(literalsOf)
      .find((literals) => literals !== undefined);
    first?.forEach((code) => codes.issues.add(code));
  }
  const position = KIND_POSITION.get(name);
  const kind = position === undefined ? undefined : argumentsOf[position];
  if (kind) literalsOf(kind)?.forEach((literal) => codes.invalidKinds.add(literal));
}

function readObject(node: ts.ObjectLiteralExpression, codes: FileCodes): void {
  const values = new Map(
    node.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)
        ? [[property.name.getText(), property] as const]
        : [],
    ),
  );
  const literal = (name: string): string[] => {
    const property = values.get(name);
    return property && ts.isPropertyAssignment(property) ? (literalsOf(property.initializer) ?? []) : [];
  };
  const isKindOfRecord = values.has('uid') && values.has('label');
  if (isKindOfRecord) literal('kind').forEach((kind) => codes.storedKinds.add(kind));
  if (!values.has('message') || values.has('status')) {
    // A rejected event says so in `status`, whose values are words; those of a problem are numbers.
    if (!literal('status').includes('rejected')) return;
  }
  literal('code').forEach((code) => (values.has('path') ? codes.issues : codes.answers).add(code));
}

/** Unions of literals that name what can go wrong: `type XProblem = 'a' | 'b'`, or the `code` of such an interface. */
const isProblemType = (node: ts.Node): boolean =>
  (ts.isTypeAliasDeclaration(node) && node.name.text.endsWith('Problem') && ts.isUnionTypeNode(node.type)) ||
  (ts.isPropertySignature(node) &&
    node.name.getText() === 'code' &&
    ts.isInterfaceDeclaration(node.parent) &&
    node.parent.name.text.endsWith('Problem'));

/** Codes that are given to what Strapi refuses by itself. */
const isTableOfRefusals = (node: ts.Node): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && node.name.getText() === 'REFUSALS' && node.initializer !== undefined;

/** The literals that an expression can be, or `undefined` if it can be anything else. */
function literalsOf(expression: ts.Expression): string[] | undefined {
  if (ts.isStringLiteral(expression)) return [expression.text];
  if (!ts.isConditionalExpression(expression)) return undefined;
  const branches = [literalsOf(expression.whenTrue), literalsOf(expression.whenFalse)];
  return branches.every((branch) => branch !== undefined) ? branches.flat() : undefined;
}

/** Every literal below a node. */
function collect(node: ts.Node, into: Set<string>): void {
  if (ts.isStringLiteral(node)) into.add(node.text);
  ts.forEachChild(node, (child) => collect(child, into));
}

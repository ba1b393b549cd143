import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { isForbiddenKey } from '../foundation/plain-object';
import { canonicalPath } from '../context/context-aliases';
import { findDeclaration } from '../context/find-declaration';
import { valueFormat, type ValueFormat } from './value-format';
import type { AttributeDeclaration, AttributeType } from '../context/attributes';

/** An attribute that a rule names, with its type. */
export interface ParsedAttribute {
  readonly name: string;
  readonly segments: readonly string[];
  readonly type: AttributeType;
  readonly values?: readonly string[];
  readonly format?: ValueFormat;
}

/** What a parse knows and collects. */
type Parse = { readonly catalogue: readonly AttributeDeclaration[] | undefined; readonly issues: Issue[] };

/** Reads a dotted path; without a catalogue any is allowed, but none that reaches a prototype. */
export const parseAttribute = (
  name: string,
  path: Issue['path'],
  parse: Parse,
): ParsedAttribute | undefined => {
  const known = parse.catalogue && namesOf(parse.catalogue);
  const before = known?.get(name);
  if (before !== undefined) return before;
  const attribute = parseName(name, path, parse);
  if (known !== undefined && attribute !== undefined) {
    if (known.size >= KNOWN_NAMES) known.clear();
    known.set(name, attribute);
  }
  return attribute;
};

/** Thousands of rules name the same few attributes: what was read well is remembered with its catalogue. */
const NAMES = new WeakMap<readonly AttributeDeclaration[], Map<string, ParsedAttribute>>();

/** Names come from outside too, and wildcards admit any number of them. */
const KNOWN_NAMES = 1_000;

const namesOf = (catalogue: readonly AttributeDeclaration[]): Map<string, ParsedAttribute> => {
  let names = NAMES.get(catalogue);
  if (names === undefined) NAMES.set(catalogue, (names = new Map()));
  return names;
};

const parseName = (name: string, path: Issue['path'], parse: Parse): ParsedAttribute | undefined => {
  const refuse = (code: string, message: string): undefined => {
    parse.issues.push(issue(code, path, message));
    return undefined;
  };
  const segments = name.split('.');
  if (segments.some(isForbiddenKey)) {
    return refuse(
      'key-forbidden',
      'Choose another name: __proto__, constructor and prototype are not attributes.',
    );
  }
  if (name.length > LIMITS.stringLength || segments.length > LIMITS.contextDepth) {
    return refuse(
      'attribute-malformed',
      `Use at most ${LIMITS.contextDepth} parts and ${LIMITS.stringLength} characters in an attribute path.`,
    );
  }
  if (segments.some((segment) => segment === '' || segment === '*' || segment.startsWith('$'))) {
    return refuse('attribute-malformed', 'Write the attribute as a dotted path, such as location.country.');
  }
  if (!parse.catalogue) return { name, segments, type: 'any' };
  const declaration = findDeclaration(parse.catalogue, segments);
  if (!declaration) {
    const meant = canonicalPath(name);
    const hint =
      meant === undefined ? 'Choose one from the catalogue or declare it as a trait.' : `Use ${meant}.`;
    return refuse('attribute-unknown', `There is no attribute ${name}. ${hint}`);
  }
  const format = valueFormat(declaration.path);
  return {
    name,
    segments,
    type: declaration.type,
    ...(declaration.values && { values: declaration.values }),
    ...(format && { format }),
  };
};

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

/** Reads a dotted path; without a catalogue any is allowed, but none that reaches a prototype. */
export const parseAttribute = (
  name: string,
  path: Issue['path'],
  parse: { readonly catalogue: readonly AttributeDeclaration[] | undefined; readonly issues: Issue[] },
): ParsedAttribute | undefined => {
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

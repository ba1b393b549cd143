import {
  valueReader,
  type AttributeScalar,
  type AttributeValue,
  type ValueReader,
} from '../../context/attribute-value';
import { isRecord } from '../../foundation/plain-object';
import type { Reading } from '../reading';
import type { IndexedAttribute } from './atom-table';

/** More children than this and a record is walked by the visitor's keys, of which there are few, instead of the rules'. */
const WIDE = 8;

/** The attributes that rules read, as a tree of path segments. */
interface PathNode {
  readonly key: string;
  readonly children: Map<string, PathNode>;
  list: readonly PathNode[];
  code: Code | undefined;
}

/** Codes the raw value of one attribute. */
type Code = (raw: unknown) => void;

/** The cells of one context. Valid until the next one is coded. */
export interface CodedContext {
  /** Code by slot; 0 = nothing. */
  readonly codes: Int32Array;
  /** The slots whose code is not 0, the first `touchedCount` of them. */
  readonly touched: Int32Array;
  readonly touchedCount: () => number;
  /** By position of the attribute, where an atom needs it. */
  readonly values: (AttributeValue | undefined)[];
}

/**
 * Reads every attribute that some rule asks, once, and codes it. Total as the closures are: own properties only, and
 * what cannot be read is missing.
 *
 * @param needsConsent is an attribute missing without consent?
 */
export const contextCoder = (
  attributes: readonly IndexedAttribute[],
  slots: number,
  needsConsent: (segments: readonly string[]) => boolean,
): CodedContext & { readonly code: (reading: Reading) => void } => {
  const codes = new Int32Array(slots);
  const touched = new Int32Array(slots);
  const values = new Array<AttributeValue | undefined>(attributes.length).fill(undefined);
  const kept = attributes.filter(({ keepsValue }) => keepsValue).map(({ position }) => position);
  let count = 0;
  let consent = true;
  /** Not to be read from the context, because it is computed. */
  let computed: PathNode | undefined;

  const touch = (slot: number, code: number): void => {
    if (code === 0) return;
    if (codes[slot] === 0) touched[count++] = slot;
    codes[slot] = code;
  };

  /** Made once for an attribute: nearly all are looked at in one way only. */
  const codeOfAttribute = ({ position, segments, type, axes, items, keepsValue }: IndexedAttribute): Code => {
    const read = valueReader(type);
    const [first, ...others] = axes;
    const isSimple = first !== undefined && others.length === 0 && items.size === 0 && !keepsValue;
    const code: Code = isSimple
      ? codeOnOneAxis(read, first)
      : (raw) => {
          const value = read(raw);
          if (value === undefined) return;
          for (const { slot, axis } of axes) touch(slot, axis.codeOf(value));
          if (items.size > 0 && Array.isArray(value)) {
            for (const item of value as readonly AttributeScalar[]) {
              for (const slot of items.get(item) ?? []) touch(slot, 1);
            }
          }
          if (keepsValue) values[position] = value;
        };
    return needsConsent(segments) ? (raw) => (consent ? code(raw) : undefined) : code;
  };

  const codeOnOneAxis =
    (read: ValueReader, { slot, axis }: IndexedAttribute['axes'][number]): Code =>
    (raw) => {
      const value = read(raw);
      if (value !== undefined) touch(slot, axis.codeOf(value));
    };

  const coders = attributes.map(codeOfAttribute);
  const root = pathTree(attributes, coders);
  const interests = new Map(
    attributes
      .filter(({ segments }) => segments[0] === 'interests')
      .map(({ position, segments }) => [segments.slice(1).join('.'), coders[position]!]),
  );

  const codeInterest = (score: number, tag: string): void => interests.get(tag)?.(score);

  const visit = (node: PathNode, record: Readonly<Record<string, unknown>>): void => {
    if (node === computed) return;
    try {
      const raw = record[node.key];
      if (raw === undefined || !Object.hasOwn(record, node.key)) return;
      if (node.code !== undefined) node.code(raw);
      if (node.list.length > 0 && isRecord(raw)) walk(node, raw);
    } catch {
      // A getter or a proxy that throws: the attribute is missing.
    }
  };

  const walk = ({ list, children }: PathNode, record: Readonly<Record<string, unknown>>): void => {
    const keys = list.length > WIDE ? keysOf(record) : undefined;
    if (keys === undefined) {
      for (let at = 0; at < list.length; at += 1) visit(list[at]!, record);
      return;
    }
    for (let at = 0; at < keys.length; at += 1) {
      const child = children.get(keys[at]!);
      if (child !== undefined) visit(child, record);
    }
  };

  return {
    codes,
    touched,
    touchedCount: () => count,
    values,
    code: (next) => {
      for (let at = 0; at < count; at += 1) codes[touched[at]!] = 0;
      for (const position of kept) values[position] = undefined;
      count = 0;
      consent = next.consent;
      computed = next.interests === undefined ? undefined : root.children.get('interests');
      try {
        if (isRecord(next.context)) walk(root, next.context);
      } catch {
        // A revoked proxy is not even a record.
      }
      if (computed === undefined) return;
      next.interests!.forEach(codeInterest);
    },
  };
};

const pathTree = (attributes: readonly IndexedAttribute[], coders: readonly Code[]): PathNode => {
  const root: PathNode = { key: '', children: new Map(), list: [], code: undefined };
  const all = [root];
  for (const attribute of attributes) {
    let node = root;
    for (const key of attribute.segments) {
      let child = node.children.get(key);
      if (child === undefined) {
        child = { key, children: new Map(), list: [], code: undefined };
        node.children.set(key, child);
        all.push(child);
      }
      node = child;
    }
    node.code = coders[attribute.position];
  }
  for (const node of all) node.list = [...node.children.values()];
  return root;
};

/** `undefined` where they cannot be listed: then the rules' keys are tried one by one. */
const keysOf = (record: Readonly<Record<string, unknown>>): readonly string[] | undefined => {
  try {
    return Object.getOwnPropertyNames(record);
  } catch {
    return undefined;
  }
};

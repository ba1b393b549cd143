import type { AttributeValue } from '../../context/attribute-value';
import { propertyReader, type PropertyReader } from '../../context/own-property';
import { isRecord } from '../../foundation/plain-object';
import type { ComputedInterests } from '../attribute-reader';
import type { Reading } from '../reading';
import type { IndexedAttribute } from './atom-table';
import { codingOf, type Coding } from './coding';
import { cellAmong } from './ordered-axis';
import { TextMemory } from './text-memory';

/**
 * More children than this and a group is walked by the visitor's keys, of which there are few, instead of the rules'.
 * The groups themselves are few, and reading them is fast.
 */
const WIDE = 8;

/** The attributes that rules read, as a tree of path segments. */
interface PathNode {
  readonly read: PropertyReader;
  readonly children: Map<string, PathNode>;
  list: readonly PathNode[];
  isWide: boolean;
  coding: Coding | undefined;
}

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
  const keep = (position: number, value: AttributeValue): void => {
    values[position] = value;
  };

  const shared = { touch, keep, memory: new TextMemory() };
  const codings = attributes.map((attribute) =>
    codingOf(attribute, needsConsent(attribute.segments), shared),
  );
  const root = pathTree(attributes, codings);
  const interestsNode = root.children.get('interests');
  const interests = new Map(
    attributes
      .filter(({ segments }) => segments[0] === 'interests')
      .map(({ position, segments }) => [segments.slice(1).join('.'), codings[position]!]),
  );

  const codeRaw = (coding: Coding, raw: unknown): void => {
    if (coding.stored && !consent) return;
    if (typeof raw === 'string') {
      const known = coding.texts.get(raw);
      if (known !== undefined) return touch(coding.slot, known);
    } else if (typeof raw === 'number' && coding.numbers !== undefined) {
      // What is not finite is no number to any rule.
      if (raw - raw === 0) touch(coding.slot, cellAmong(coding.numbers, raw));
      return;
    }
    coding.code(raw);
  };

  const codeInterest = (score: number, coding: Coding): void => codeRaw(coding, score);

  const codeInterests = (scores: ComputedInterests): void => {
    if (scores.forKnown !== undefined) return scores.forKnown(interests, codeInterest);
    for (const [tag, coding] of interests) {
      const score = scores.get(tag);
      if (score !== undefined) codeInterest(score, coding);
    }
  };

  const visit = (node: PathNode, record: Readonly<Record<string, unknown>>): void => {
    if (node === computed) return;
    try {
      const raw = node.read(record);
      if (raw === undefined) return;
      if (node.coding !== undefined) codeRaw(node.coding, raw);
      if (node.list.length > 0 && isRecord(raw)) walk(node, raw);
    } catch {
      // A getter or a proxy that throws: the attribute is missing.
    }
  };

  const walk = ({ list, children, isWide }: PathNode, record: Readonly<Record<string, unknown>>): void => {
    const keys = isWide ? keysOf(record) : undefined;
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
      computed = next.interests === undefined ? undefined : interestsNode;
      try {
        if (isRecord(next.context)) walk(root, next.context);
      } catch {
        // A revoked proxy is not even a record.
      }
      if (computed !== undefined) codeInterests(next.interests!);
    },
  };
};

const pathTree = (attributes: readonly IndexedAttribute[], codings: readonly Coding[]): PathNode => {
  const root: PathNode = {
    read: () => undefined,
    children: new Map(),
    list: [],
    isWide: false,
    coding: undefined,
  };
  const all = [root];
  for (const attribute of attributes) {
    let node = root;
    for (const [depth, key] of attribute.segments.entries()) {
      let child = node.children.get(key);
      if (child === undefined) {
        child = {
          read: propertyReader(attribute.segments.slice(0, depth), key),
          children: new Map(),
          list: [],
          isWide: false,
          coding: undefined,
        };
        node.children.set(key, child);
        all.push(child);
      }
      node = child;
    }
    node.coding = codings[attribute.position];
  }
  for (const node of all) {
    node.list = [...node.children.values()];
    node.isWide = node !== root && node.list.length > WIDE;
  }
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

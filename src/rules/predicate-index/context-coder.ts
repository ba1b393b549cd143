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
export type CodedContext = Readonly<Pick<ContextCoder, 'codes' | 'touched' | 'count' | 'values'>>;

/**
 * Reads every attribute that some rule asks, once, and codes it. Total as the closures are: own properties only, and
 * what cannot be read is missing.
 *
 * A class, because a server makes an index after each edit: V8 compiles methods for all of them alike, and closures
 * only for the first one well. That is worth 2 %.
 */
export class ContextCoder {
  /** Code by slot; 0 = nothing. */
  readonly codes: Int32Array;
  /** The slots whose code is not 0, the first `count` of them. */
  readonly touched: Int32Array;
  count = 0;
  /** By position of the attribute, where an atom needs it. */
  readonly values: (AttributeValue | undefined)[];
  private readonly kept: readonly number[];
  private readonly root: PathNode;
  private readonly interestsNode: PathNode | undefined;
  private readonly interests: ReadonlyMap<string, Coding>;
  private consent = true;
  /** Not to be read from the context, because it is computed. */
  private computed: PathNode | undefined = undefined;

  /** @param needsConsent is an attribute missing without consent? */
  constructor(
    attributes: readonly IndexedAttribute[],
    slots: number,
    needsConsent: (segments: readonly string[]) => boolean,
  ) {
    this.codes = new Int32Array(slots);
    this.touched = new Int32Array(slots);
    this.values = new Array<AttributeValue | undefined>(attributes.length).fill(undefined);
    this.kept = attributes.filter(({ keepsValue }) => keepsValue).map(({ position }) => position);
    const shared = {
      touch: (slot: number, code: number) => this.touch(slot, code),
      keep: (position: number, value: AttributeValue) => {
        this.values[position] = value;
      },
      memory: new TextMemory(),
    };
    const codings = attributes.map((attribute) =>
      codingOf(attribute, needsConsent(attribute.segments), shared),
    );
    this.root = pathTree(attributes, codings);
    this.interestsNode = this.root.children.get('interests');
    this.interests = new Map(
      attributes
        .filter(({ segments }) => segments[0] === 'interests')
        .map(({ position, segments }) => [segments.slice(1).join('.'), codings[position]!]),
    );
  }

  code({ context, consent, interests }: Reading): void {
    for (let at = 0; at < this.count; at += 1) this.codes[this.touched[at]!] = 0;
    for (const position of this.kept) this.values[position] = undefined;
    this.count = 0;
    this.consent = consent;
    this.computed = interests === undefined ? undefined : this.interestsNode;
    try {
      if (isRecord(context)) this.walk(this.root, context);
    } catch {
      // A revoked proxy is not even a record.
    }
    if (interests !== undefined && this.computed !== undefined) this.codeInterests(interests);
  }

  private touch(slot: number, code: number): void {
    if (code === 0) return;
    if (this.codes[slot] === 0) this.touched[this.count++] = slot;
    this.codes[slot] = code;
  }

  private codeRaw(coding: Coding, raw: unknown): void {
    if (coding.stored && !this.consent) return;
    if (typeof raw === 'string') {
      const known = coding.texts.get(raw);
      if (known !== undefined) return this.touch(coding.slot, known);
    } else if (typeof raw === 'number' && coding.numbers !== undefined) {
      // What is not finite is no number to any rule.
      if (raw - raw === 0) this.touch(coding.slot, cellAmong(coding.numbers, raw));
      return;
    }
    coding.code(raw);
  }

  private readonly codeInterest = (score: number, coding: Coding): void => this.codeRaw(coding, score);

  private codeInterests(scores: ComputedInterests): void {
    if (scores.forKnown !== undefined) return scores.forKnown(this.interests, this.codeInterest);
    for (const [tag, coding] of this.interests) {
      const score = scores.get(tag);
      if (score !== undefined) this.codeInterest(score, coding);
    }
  }

  private visit(node: PathNode, record: Readonly<Record<string, unknown>>): void {
    if (node === this.computed) return;
    try {
      const raw = node.read(record);
      if (raw === undefined) return;
      if (node.coding !== undefined) this.codeRaw(node.coding, raw);
      if (node.list.length > 0 && isRecord(raw)) this.walk(node, raw);
    } catch {
      // A getter or a proxy that throws: the attribute is missing.
    }
  }

  private walk({ list, children, isWide }: PathNode, record: Readonly<Record<string, unknown>>): void {
    const keys = isWide ? keysOf(record) : undefined;
    if (keys === undefined) {
      for (let at = 0; at < list.length; at += 1) this.visit(list[at]!, record);
      return;
    }
    for (let at = 0; at < keys.length; at += 1) {
      const child = children.get(keys[at]!);
      if (child !== undefined) this.visit(child, record);
    }
  }
}

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

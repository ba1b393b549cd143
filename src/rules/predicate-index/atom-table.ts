import type { AttributeScalar, AttributeValue } from '../../context/attribute-value';
import { parseInstant } from '../../context/iso-instant';
import { compareVersions, parseVersion, type VersionNumber } from '../../context/version-number';
import type { ValueTest } from '../comparison';
import { readAs } from '../compile';
import type { ConditionNode } from '../rule-tree';
import { foldCase } from '../text-match';
import type { Ask, Axis } from './axis';
import { only, type CodeSet } from './code-set';
import { exactAxis } from './exact-axis';
import { numberAxis, numericOrder, orderedAxis } from './ordered-axis';
import { prefixAxis } from './prefix-axis';

/** Where it is read off whether an atom holds: by the code of a slot. */
export interface Place {
  readonly slot: number;
  /** The codes that satisfy it. */
  readonly set: CodeSet;
}

/** A positive test of one attribute, the same object for all rules that ask it. */
export type Atom = (
  | {
      readonly kind: 'cells';
      readonly slot: number;
      readonly axis: Axis;
      readonly ask: Ask;
      /** Known when the cells are fixed and somebody asked. */
      place: Place | undefined;
    }
  /** A list, or a single value, has one of these items; its slot has code 1 then. */
  | { readonly kind: 'items'; readonly place: Place; readonly attribute: IndexedAttribute }
  /** A test without cells, asked of the value when it is needed and then remembered for the context. */
  | {
      readonly kind: 'asked';
      readonly position: number;
      readonly attribute: IndexedAttribute;
      readonly test: ValueTest;
    }
) & {
  /** What `selectivity.ts` found, when somebody asked: a table is asked for one index, so for one sample. */
  share: number | undefined;
};

/** How the values of an attribute can be looked at. */
export type AxisName = 'exact' | 'folded' | 'number' | 'date' | 'version' | 'prefix' | 'folded-prefix';

/** One attribute that some rule reads. */
export interface IndexedAttribute {
  readonly position: number;
  readonly segments: readonly string[];
  /** How its value is read: the type, or text where every question is asked of text. */
  type: ConditionNode['type'];
  readonly axes: { readonly slot: number; readonly axis: Axis }[];
  /** Slots of item atoms by item. */
  readonly items: Map<AttributeScalar, number[]>;
  /** Some `asked` atom needs its value. */
  keepsValue: boolean;
}

const textOf = (value: AttributeValue): string | undefined => (typeof value === 'string' ? value : undefined);
const instantOf = (value: AttributeValue): number | undefined =>
  typeof value === 'string' ? parseInstant(value) : undefined;
const versionOf = (value: AttributeValue): VersionNumber | undefined =>
  typeof value === 'string' ? parseVersion(value) : undefined;

const AXES: Readonly<Record<AxisName, () => Axis>> = {
  exact: () => exactAxis(),
  folded: () =>
    exactAxis((value) => {
      const text = textOf(value);
      return text === undefined ? undefined : foldCase(text);
    }),
  number: numberAxis,
  date: () => orderedAxis(numericOrder(instantOf)),
  version: () =>
    orderedAxis({
      read: versionOf,
      bound: (bound) => parseVersion(String(bound))!,
      compare: compareVersions,
    }),
  prefix: () => prefixAxis(),
  'folded-prefix': () => prefixAxis(foldCase),
};

/** Everything that the rules of an index ask, each once. */
export interface AtomTable {
  readonly attributes: readonly IndexedAttribute[];
  readonly atoms: readonly Atom[];
  /** Number of slots: one an axis, one an item atom. */
  slots(): number;
  cells(condition: ConditionNode, axis: AxisName, ask: Ask): Atom;
  items(condition: ConditionNode, items: readonly AttributeScalar[]): Atom;
  asked(condition: ConditionNode, test: () => ValueTest): Atom;
  /** Number of codes of each slot, 0 included. After `seal` only. */
  slotSizes(): Int32Array;
  /** Fixes the cells. Afterwards nothing new may be asked. */
  seal(): void;
}

/** An empty table. */
export const atomTable = (): AtomTable => {
  const attributes = new Map<string, IndexedAttribute>();
  /**
   * By attribute and question. Only while it is filled: whoever keeps an attribute must not keep every question about
   * it.
   */
  const named = new Map<IndexedAttribute, Map<string, Atom>>();
  const axes = new Map<string, { readonly slot: number; readonly axis: Axis }>();
  const atoms: Atom[] = [];
  let slots = 0;
  let asked = 0;

  const attributeOf = (condition: ConditionNode) => {
    const { attribute, segments, type } = condition;
    let found = attributes.get(attribute);
    if (found === undefined) {
      const position = attributes.size;
      found = {
        position,
        segments,
        type: readAs(condition),
        axes: [],
        items: new Map(),
        keepsValue: false,
      };
      attributes.set(attribute, found);
    }
    if (readAs(condition) === type) found.type = type;
    return found;
  };
  const once = (
    condition: ConditionNode,
    question: string,
    make: (attribute: IndexedAttribute) => Atom,
  ): Atom => {
    const attribute = attributeOf(condition);
    let questions = named.get(attribute);
    if (questions === undefined) named.set(attribute, (questions = new Map()));
    let atom = questions.get(question);
    if (atom === undefined) {
      atom = make(attribute);
      questions.set(question, atom);
      atoms.push(atom);
    }
    return atom;
  };
  const axisOf = (attribute: IndexedAttribute, name: AxisName) => {
    const key = `${attribute.position}:${name}`;
    let found = axes.get(key);
    if (found === undefined) {
      found = { slot: slots++, axis: AXES[name]() };
      axes.set(key, found);
      attribute.axes.push(found);
    }
    return found;
  };

  return {
    get attributes() {
      return [...attributes.values()];
    },
    atoms,
    slots: () => slots,
    slotSizes: () => {
      // An item is there or it is not.
      const sizes = new Int32Array(slots).fill(2);
      for (const { slot, axis } of axes.values()) sizes[slot] = axis.size;
      return sizes;
    },
    cells: (condition, name, ask) =>
      once(condition, `${name} ${nameOf(ask)}`, (attribute) => {
        const { slot, axis } = axisOf(attribute, name);
        axis.tell(ask);
        return { kind: 'cells', slot, axis, ask, place: undefined, share: undefined };
      }),
    items: (condition, items) =>
      once(condition, `items ${JSON.stringify(items)}`, (attribute) => {
        const slot = slots++;
        for (const item of new Set(items)) {
          const told = attribute.items.get(item);
          if (told === undefined) attribute.items.set(item, [slot]);
          else told.push(slot);
        }
        return { kind: 'items', place: { slot, set: only(1) }, attribute, share: undefined };
      }),
    asked: (condition, test) =>
      once(condition, `asked ${condition.operator} ${JSON.stringify(condition.operand)}`, (attribute) => {
        attribute.keepsValue = true;
        return { kind: 'asked', position: asked++, attribute, test: test(), share: undefined };
      }),
    seal: () => {
      named.clear();
      for (const { axis } of axes.values()) axis.seal();
    },
  };
};

/** The same for the same question, and for no other of its axis. */
const nameOf = (ask: Ask): string => {
  switch (ask.kind) {
    case 'present':
      return ask.kind;
    case 'among':
      return JSON.stringify(ask.values);
    case 'prefix':
      return ask.text;
    default:
      return `${ask.kind} ${ask.bound}`;
  }
};

/** `undefined` for an atom without cells. */
export const placeOf = (atom: Atom): Place | undefined => {
  switch (atom.kind) {
    case 'cells':
      // Every part of the index asks for it again.
      return (atom.place ??= { slot: atom.slot, set: atom.axis.setOf(atom.ask) });
    case 'items':
      return atom.place;
    case 'asked':
      return undefined;
  }
};

import { useEffect, useRef, useState } from 'react';
import type { Issue } from '../../../src/foundation/issue';
import { type Problem, readProblem } from './use-problem';

/** What a form is made of. */
export interface RecordFormParts<R, F extends object> {
  /** As read from the server; changes whenever somebody saved. */
  readonly record: R;
  /** What of it the form shows. */
  readonly toForm: (record: R) => F;
  /** `undefined` where the kind of record has no stamp. */
  readonly stampOf: (record: R) => string | undefined;
  /** Sends what changed, with the stamp that the edit began from. Rejects with the call's error. */
  readonly save: (changed: Partial<F>, stamp: string | undefined) => Promise<R>;
  /** Reads the record again. */
  readonly refetch: () => Promise<R>;
}

/** The state of editing one record. */
export interface RecordForm<F extends object> {
  readonly values: F;
  readonly set: <K extends keyof F>(name: K, value: F[K]) => void;
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly problem?: Problem;
  /** Attributes that somebody else saved otherwise meanwhile; decide with `takeTheirs` or `keepMine`. */
  readonly conflict?: readonly (keyof F)[];
  /** Issues of one attribute, of the last attempt to save. */
  readonly issuesOf: (name: keyof F) => readonly Issue[];
  /** True when it was saved. */
  readonly submit: () => Promise<boolean>;
  /** Drops this edit for what the other one saved. */
  readonly takeTheirs: () => void;
  /** Keeps this edit; the next save goes over what the other one saved in the same attributes, knowingly. */
  readonly keepMine: () => void;
  readonly reset: () => void;
}

/**
 * Edits a record so that nothing is lost: what was typed stays when a save is refused, only what changed is sent,
 * and when two people edit one record the second is asked.
 */
export function useRecordForm<R, F extends object>(parts: RecordFormParts<R, F>): RecordForm<F> {
  const { record, toForm, stampOf, save, refetch } = parts;
  const [base, setBase] = useState(record);
  const [values, setValues] = useState(() => toForm(record));
  const [theirs, setTheirs] = useState<R>();
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const changed = difference(toForm(base), values);
  const dirty = Object.keys(changed).length > 0;

  // Somebody else's save shows at once while nothing was typed here; otherwise saving tells.
  const isDirty = useRef(dirty);
  isDirty.current = dirty;
  const newest = stampOf(record);
  useEffect(() => {
    if (isDirty.current) return;
    setBase(record);
    setValues(toForm(record));
    // The stamp stands for the record; the functions are made anew at every render.
  }, [newest]);

  const begin = (from: R, edit: F) => {
    setBase(from);
    setValues(edit);
    setTheirs(undefined);
    setProblem(undefined);
  };

  const submit = async (): Promise<boolean> => {
    setSaving(true);
    setProblem(undefined);
    try {
      const saved = await saveOnto(base);
      begin(saved, toForm(saved));
      return true;
    } catch (error) {
      const found = readProblem(error);
      setProblem(found);
      if (found.code === 'changed-meanwhile') setTheirs(await refetch().catch(() => undefined));
      return false;
    } finally {
      setSaving(false);
    }
  };

  /** A save that changed nothing that this form shows stands in nobody's way. */
  const saveOnto = async (from: R): Promise<R> => {
    try {
      return await save(changed, stampOf(from));
    } catch (error) {
      if (readProblem(error).code !== 'changed-meanwhile') throw error;
      const newer = await refetch();
      const isSame = keysOf(difference(toForm(from), toForm(newer))).length === 0;
      if (!isSame || stampOf(newer) === stampOf(from)) throw error;
      return save(changed, stampOf(newer));
    }
  };

  return {
    values,
    dirty,
    saving,
    problem,
    conflict: theirs === undefined ? undefined : keysOf(difference(toForm(base), toForm(theirs))),
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    issuesOf: (name) => (problem?.issues ?? []).filter(({ path }) => path[0] === name),
    submit,
    takeTheirs: () => theirs !== undefined && begin(theirs, toForm(theirs)),
    keepMine: () => theirs !== undefined && begin(theirs, { ...toForm(theirs), ...changed }),
    reset: () => begin(base, toForm(base)),
  };
}

/** The attributes in which `after` differs, with its values. Compared as JSON: forms hold plain data. */
export function difference<F extends object>(before: F, after: F): Partial<F> {
  const names = keysOf(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<F>;
}

const keysOf = <F extends object>(form: F): (keyof F)[] => Object.keys(form) as (keyof F)[];

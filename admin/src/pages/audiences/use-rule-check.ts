import { useEffect, useMemo, useRef, useState } from 'react';
import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import { findDeclaration } from '../../../../src/context/find-declaration';
import type { Issue } from '../../../../src/foundation/issue';
import { useValidateAudienceMutation } from '../../api/audiences';
import { type Problem, readProblem } from '../../hooks/use-problem';
import { type JsonFlaw, readJson } from './read-json';

/** What is known of a rule as it is being written. */
export type RuleVerdict =
  | { readonly kind: 'flaw'; readonly flaw: JsonFlaw }
  | { readonly kind: 'issues'; readonly issues: readonly PlacedIssue[] }
  | {
      readonly kind: 'valid';
      readonly sentence: { readonly en: string; readonly de: string };
      /** Why nobody can match it all the same. */
      readonly warning?: { readonly en: string; readonly de: string };
    }
  /** Nobody could be asked; the rule may be right. */
  | { readonly kind: 'unchecked'; readonly problem: Problem };

/** An issue with the line of the text at which it is. */
export interface PlacedIssue extends Issue {
  readonly line: number;
}

/** Long enough that nobody is corrected in the middle of a word. */
const PAUSE_MS = 350;

/**
 * Checks a rule at each pause of typing. The server is asked, because only it knows the traits that a project
 * declares and the names of interests; it runs the same check when the rule is saved. What is no JSON is said here.
 */
export function useRuleCheck(source: string): { readonly verdict?: RuleVerdict; readonly checking: boolean } {
  const [validate] = useValidateAudienceMutation();
  const [checked, setChecked] = useState<{ source: string; verdict: RuleVerdict }>();
  const newest = useRef(source);
  newest.current = source;

  useEffect(() => {
    const finish = (verdict: RuleVerdict) => {
      if (newest.current === source) setChecked({ source, verdict });
    };
    const check = async () => {
      const reading = readJson(source);
      if (!reading.ok) return finish({ kind: 'flaw', flaw: reading.flaw });
      try {
        const { valid, issues, sentence, warning } = await validate({ rule: reading.value }).unwrap();
        if (valid && sentence) return finish({ kind: 'valid', sentence, ...(warning && { warning }) });
        finish({
          kind: 'issues',
          issues: issues.map((issue) => ({
            ...issue,
            line: reading.lineOf(issue.path),
            values: choicesOf(issue.path),
          })),
        });
      } catch (error) {
        finish({ kind: 'unchecked', problem: readProblem(error) });
      }
    };
    const pause = setTimeout(() => void check(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [source, validate]);

  return useMemo(
    () => ({ verdict: checked?.verdict, checking: checked?.source !== source }),
    [checked, source],
  );
}

/** The values to choose from, where the attribute of an issue has a closed set of them. */
function choicesOf(path: Issue['path']): Issue['values'] {
  for (const part of path) {
    const values = typeof part === 'string' ? findDeclaration(ATTRIBUTE_CATALOGUE, part)?.values : undefined;
    if (values) return { values: values.join(', ') };
  }
  return undefined;
}

import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import type { AttributeDeclaration } from '../context/attributes';

/** What the parts of one parse share: what is allowed, what was counted, what is wrong so far. */
export interface RuleParse {
  readonly catalogue: readonly AttributeDeclaration[] | undefined;
  readonly issues: Issue[];
  conditions: number;
  groups: number;
  /** Set once a limit is passed: the rest is not looked at. */
  stopped: boolean;
}

/** A parse that has seen nothing yet. */
export const startParse = (catalogue: readonly AttributeDeclaration[] | undefined): RuleParse => ({
  catalogue,
  issues: [],
  conditions: 0,
  groups: 0,
  stopped: false,
});

/** Counts one condition; false once there are too many. */
export const enterCondition = (path: Issue['path'], parse: RuleParse): boolean => {
  parse.conditions += 1;
  if (parse.conditions <= LIMITS.ruleConditions) return true;
  stopAsTooLarge(path, parse);
  return false;
};

/** Counts one group; false where it is nested too deep or there are too many. */
export const enterGroup = (path: Issue['path'], depth: number, parse: RuleParse): boolean => {
  parse.groups += 1;
  if (depth > LIMITS.ruleDepth) {
    parse.issues.push(issue('rule-too-deep', path, `Nest groups at most ${LIMITS.ruleDepth} levels deep.`));
    return false;
  }
  if (parse.groups <= LIMITS.ruleGroups) return true;
  stopAsTooLarge(path, parse);
  return false;
};

/** Ends a parse: looking further would only cost time. */
export const stopAsTooLarge = (path: Issue['path'], parse: RuleParse): undefined => {
  if (parse.stopped) return undefined;
  parse.stopped = true;
  const sizes = `${LIMITS.ruleConditions} conditions and ${LIMITS.ruleGroups} groups`;
  parse.issues.push(
    issue('rule-too-large', path, `Use at most ${sizes}; split the rule into several audiences.`),
  );
  return undefined;
};

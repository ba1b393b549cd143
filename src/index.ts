/** The surface of `./core`, locked by a test: names may be added, never changed. */
export { affinity, type Interests } from './interests/affinity';
export { EVENT_WEIGHTS, learn, type InterestEvent } from './interests/learn';
export { overlay } from './overlay/overlay';
export type { OverlaySchema, VariableAttribute } from './overlay/schema';
export { buildManifest, type BuildOptions } from './manifest/build-manifest';
export { changeManifest, type ManifestChange } from './manifest/change-manifest';
export { loadManifest, type LoadOptions } from './manifest/load-manifest';
export type {
  DecideInput,
  Engine,
  EntryDecision,
  EntryDependencies,
  EntryExplanation,
  EntryScope,
  ChosenContent,
  ResolvedKey,
} from './manifest/engine';
export type {
  DecisionSettings,
  EntryTargeting,
  Manifest,
  ManifestExperience,
  ManifestRecords,
} from './manifest/manifest';
export type { Explanation, TraceStep } from './decision/explanation';
export { validateRule } from './rules/validate';
export { compileRule, type RuleTest } from './rules/compile';
export { explainRule, type RuleOutcome } from './rules/explain';
export { describeRule, type DescribeOptions } from './rules/describe';
export { isSatisfiable } from './rules/analysis/is-satisfiable';
export { isSubsumed } from './rules/analysis/is-subsumed';
export { describeReason, type AnalysisReason, type ReasonNames } from './rules/analysis/describe-reason';
export type { NobodyReason, OpenReason, Satisfiability, Subsumption } from './rules/analysis/answers';
export { analyseVariants, type VariantFinding } from './decision/analyse-variants';
export { describeFinding, type FindingNames } from './decision/describe-finding';
export { report, type ReportOptions, type ReportRollups } from './reports/report';
export type { Report } from './reports/report-shape';
export { verdictSentence } from './reports/verdict-sentence';
export type { Verdict } from './reports/verdict-shape';
export type { VerdictNames } from './reports/verdict-wording';
export { daysForEffect, smallestEffect } from './reports/planner';
export type { PlannerInput, PlannerProblem } from './reports/planner-input';
export type { GoalComparisons } from './reports/goal-comparisons';
export type { Health } from './reports/health';
export type { Comparison } from './statistics/comparison';
export type { Issue } from './foundation/issue';
export type { Result } from './foundation/result';
export type { AttributeDeclaration, AttributeType, ConsentClass } from './context/attributes';
export type { Audience } from './model/audience';
export type { Decision, DecisionReason } from './model/decision';
export type { EntryRef } from './model/entry-ref';
export type { AllocationRange, Experience, Selection, Variant, VariantContent } from './model/experience';
export type { Goal } from './model/goal';
export type { InterestGroup, InterestProfile, InterestTag, WeightedTag } from './model/interest-profile';
export type { Rule } from './model/rule';
export type { Unit, VisitorContext } from './model/visitor-context';

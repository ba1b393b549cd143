import type { Decision } from '../../../../src/model/decision';
import { isCountable } from '../../../../src/events/countable-reasons';
import type { EntryRef } from '../../../../src/model/entry-ref';
import type { Selection } from '../../../../src/model/experience';
import type { DecideInput, Engine, EntryDecision, EntryExplanation } from '../../../../src/manifest/engine';
import type { DecideMeta, DecidedEntry, ReceiptedDecision } from '../../../../src/protocol/decisions';
import { covers } from './preview-cover';
import type { PreviewGrant } from './preview-tokens';
import type { ReceiptService } from './receipt';
import type { Visitor } from './resolve-visitor';
import { unitHash } from './unit-hash';

/** A page to decide. */
export interface PageQuestion {
  readonly engine: Engine;
  readonly entries: readonly EntryRef[];
  readonly visitor: Visitor;
  /** Epoch milliseconds to decide at. */
  readonly now: number;
  /** Epoch milliseconds by the server's clock, for receipts. */
  readonly issuedAt: number;
  /** From a verified preview token, with the preview engine as `engine`: decides what it covers and nothing else. */
  readonly grant?: PreviewGrant;
  readonly explain?: boolean;
}

/** Everything decided for a page, entries in the order asked. */
export interface DecidedPage {
  readonly data: readonly DecidedEntry[];
  readonly meta: DecideMeta;
}

/** The one way from a visitor to decisions with receipts, for `decide` and personalised pages alike. */
export function decidePage(question: PageQuestion, receipts: ReceiptService): DecidedPage {
  const { engine, entries, visitor, grant } = question;
  const data = entries.map(undecided);
  const forced = grant && { experience: grant.experience, variant: grant.variant };
  for (const [locale, indices] of byLocale(entries)) {
    const input: DecideInput = { context: visitor, now: question.now, locale, forced };
    const asked = indices.filter((index) => !grant || covers(engine, grant, entries[index] as EntryRef));
    const refs = asked.map((index) => entries[index] as EntryRef);
    const answers: readonly (EntryDecision & Partial<EntryExplanation>)[] = question.explain
      ? engine.explainMany(refs, input)
      : engine.decideMany(refs, input);
    answers.forEach(({ decisions, variantKey, explanations }, position) => {
      const index = asked[position] as number;
      data[index] = {
        ...(data[index] as DecidedEntry),
        decisions: decisions.map((decision) => withReceipt(decision, question, receipts)),
        variantKey,
        ...(explanations && { explanation: explanations }),
      };
    });
  }
  return { data, meta: pageMeta(engine, visitor, data) };
}

/** What holds for a page as a whole. */
export const pageMeta = (engine: Engine, visitor: Visitor, data: readonly DecidedEntry[]): DecideMeta => ({
  manifestVersion: engine.manifest.version,
  unit: visitor.unit,
  variantKey: joinKeys(data.map(({ variantKey }) => variantKey)),
});

/** Everything at base because delivering failed: nothing that was not shown may be counted as seen. */
export const asError = (decided: DecidedEntry): DecidedEntry => ({
  ...decided,
  decisions: decided.decisions.map(({ receipt: _receipt, ...decision }) => ({
    ...decision,
    variant: 'base',
    wouldBe: 'base',
    reason: 'error',
  })),
  variantKey: '',
});

const undecided = ({ contentType, documentId, locale }: EntryRef): DecidedEntry => ({
  contentType,
  documentId,
  locale: locale ?? null,
  decisions: [],
  variantKey: '',
});

function byLocale(entries: readonly EntryRef[]): Map<string | undefined, number[]> {
  const groups = new Map<string | undefined, number[]>();
  entries.forEach(({ locale }, index) => {
    const group = groups.get(locale);
    if (group) group.push(index);
    else groups.set(locale, [index]);
  });
  return groups;
}

function withReceipt(
  decision: Decision,
  question: PageQuestion,
  receipts: ReceiptService,
): ReceiptedDecision {
  if (question.grant || !isCountable(decision.reason, selectionOf(question.engine, decision)))
    return decision;
  const { unit } = question.visitor;
  const { experience, variant, wouldBe, propensity, weightsVersion } = decision;
  const receipt = receipts.sign({
    experience,
    variant,
    wouldBe,
    propensity,
    weightsVersion,
    unitKind: unit.kind,
    unitHash: unitHash(unit),
    issuedAt: question.issuedAt,
  });
  return { ...decision, receipt };
}

const selectionOf = ({ manifest }: Engine, { experience }: Decision): Selection | undefined =>
  manifest.experiences.find(({ code }) => code === experience)?.selection;

/** All parts of all keys once, sorted, as a page's own cache key. */
function joinKeys(keys: readonly string[]): string {
  const parts = new Set(keys.flatMap((key) => key.split('~')).filter((part) => part !== ''));
  return [...parts].sort().join('~');
}

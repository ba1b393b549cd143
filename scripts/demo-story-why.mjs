// A sentence for people from the explanation of one decision.

/** Why this was shown; `explanation` is one of those that `decide` answers with `explain`. */
export function why({ decision, trace }) {
  const step = (name) => trace.find((one) => one.step === name);
  const { affinities = {}, base = 0, bucket, range } = step('selection')?.details ?? {};
  const ranked = Object.entries(affinities).sort(([, a], [, b]) => b - a);
  switch (decision.reason) {
    case 'audience':
    case 'order':
      return `${audiencesOf(trace)}.`;
    case 'affinity':
      return `It matches the visitor's interests best: ${ranked.map(match).join(', ')}; the default ${base.toFixed(2)}.`;
    case 'holdout':
      return `Kept on the default to measure the others; would have got "${decision.wouldBe}".`;
    case 'split':
      return `Drawn: ${bucket} of 10,000 lies in ${range.from} to ${range.to}.`;
    case 'base-no-match':
      return ranked.length === 0
        ? 'No audience of a variant or of the test matches.'
        : `Nothing fits well enough: ${ranked.map(match).join(', ')}; 0.20 is needed, and 0.10 more than the default.`;
    case 'base-no-consent':
      return "Its goal is reached after this page, so counting it needs the visitor's consent.";
    default:
      return `${decision.reason}: ${trace.at(-1)?.code}.`;
  }
}

const match = ([variant, affinity]) => `${variant} ${affinity.toFixed(2)}`;

/** Audiences that matched, each with the facts that made it so. */
function audiencesOf(trace) {
  const matched = trace.flatMap(({ rules = [] }) => rules).filter(({ outcome }) => outcome.matched);
  return matched
    .map(({ audience, name, outcome }) => `Belongs to "${name ?? audience}" (${factsOf(outcome).join(', ')})`)
    .join('; ');
}

const factsOf = (outcome) =>
  outcome.kind === 'condition'
    ? outcome.matched
      ? [`${outcome.attribute} is ${short(outcome.actual)}`]
      : []
    : outcome.children.flatMap(factsOf);

const short = (value) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : JSON.stringify(value);

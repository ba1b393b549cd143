'use strict';

const { affinity, learn } = require('./plugin-core');

/**
 * Why a decision is as it is, as a sentence for the visitor, in the words of the page's language.
 * @param explanation one of those that `decide` answers with `explain`; absent: the reason alone has to do.
 * @param interests tags of the visitor, strongest first.
 */
function reasonSentence(words, locale, { decision, explanation, interests }) {
  const { because } = words;
  const trace = explanation?.trace ?? [];
  switch (decision.reason) {
    case 'affinity': {
      const leading = interests.find((tag) => !Object.hasOwn(words.leanings, tag));
      return leading === undefined ? because.affinityUnknown : because.affinity(topicOf(words, leading));
    }
    case 'audience':
    case 'order': {
      const facts = factsOf(words, locale, trace);
      if (facts.length > 0) return because[decision.reason](joined(words, facts));
      return decision.reason === 'order' ? because.orderUnknown : because.affinityUnknown;
    }
    case 'split':
    case 'adaptive':
      return because[decision.reason](percent(locale, decision.propensity));
    case 'holdout':
      return because.holdout(decision.wouldBe);
    case 'base-no-match':
      return isNoPart(trace) ? because.noPart : because['base-no-match'];
    default:
      return because[decision.reason] ?? because.error;
  }
}

/** How well each variant fits, best first, the default last: `[code, 0..1]`. */
function matchesOf(explanation) {
  const { affinities, base } = explanation?.trace.find(({ step }) => step === 'selection')?.details ?? {};
  if (!affinities) return [];
  return [...Object.entries(affinities).sort(([, a], [, b]) => b - a), ['base', base]];
}

const isNoPart = (trace) =>
  trace.some(({ step, code }) => step === 'takes-part' && code === 'no-audience-matched');

/** What made the audiences of variants match; the name of an audience where no fact can be told. */
function factsOf(words, locale, trace) {
  const rules = trace.find(({ step }) => step === 'eligible')?.rules ?? [];
  return rules
    .filter(({ outcome }) => outcome.matched)
    .flatMap(({ audience, name, outcome }) => {
      const facts = [...new Set(conditionsOf(outcome).map((one) => factOf(words, locale, one)))];
      return facts.length > 0 && facts.every(Boolean)
        ? facts
        : [words.because.audienceNamed(name ?? audience)];
    });
}

const conditionsOf = (outcome) =>
  outcome.kind === 'condition'
    ? [outcome]
    : outcome.children.filter(({ matched }) => matched).flatMap(conditionsOf);

/** A fact as a clause; `undefined` where the shop has no words for it. */
function factOf(words, locale, { attribute, actual }) {
  const { facts } = words;
  if (actual === undefined) return undefined;
  if (attribute === 'campaign.name') return facts.campaign(actual);
  if (attribute.startsWith('interests.'))
    return facts.interest(topicOf(words, attribute.slice('interests.'.length)));
  if (attribute === 'history.purchase.count') return facts.bought;
  if (attribute === 'device.type' && actual !== 'desktop') return facts.small;
  if (attribute === 'location.country') return facts.country(countryName(locale, actual));
  return undefined;
}

/** Tags of a profile, strongest now first: `[tag, 0..1]`, by the plugin's own arithmetic. */
function strongestInterests(profile, now) {
  if (!profile) return [];
  // An event without tags teaches nothing, but ages the profile to now.
  const aged = learn(profile, { kind: 'view', tags: [], at: new Date(now).toISOString() });
  return Object.keys({ ...aged.visit, ...aged.lasting })
    .map((tag) => [tag, affinity(aged, [{ tag, weight: 100 }])])
    .filter(([, strength]) => strength >= 0.05)
    .sort(([, a], [, b]) => b - a);
}

/** An interest in the page's language; a tag that the shop has no word for reads as its code. */
const topicOf = ({ topics, leanings }, tag) =>
  [topics, leanings].find((words) => Object.hasOwn(words, tag))?.[tag] ?? tag.replaceAll('-', ' ');

function countryName(locale, code) {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code);
  } catch {
    return code;
  }
}

const percent = (locale, share) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);

const joined = (words, parts) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${words.because.and}${parts.at(-1)}`;

module.exports = { reasonSentence, matchesOf, strongestInterests, topicOf, countryName };

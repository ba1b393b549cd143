import type { Comparison, Sequence } from '../../../src/statistics/comparison';
import { verdict } from '../../../src/reports/verdict';
import type { VerdictInput } from '../../../src/reports/verdict-input';
import { verdictSentence } from '../../../src/reports/verdict-sentence';

const GOAL = { code: 'order', kind: 'rate', direction: 'up', currency: null } as const;
const NBSP = '\u00a0';

const sequence = (more: Partial<Sequence> = {}): Sequence => ({
  alpha: 0.05,
  tunedFor: 5000,
  absolute: { low: -0.01, high: 0.012 },
  relative: { low: -0.1, high: 0.12 },
  p: 0.5,
  crossed: false,
  looks: [],
  ...more,
});

/** Ten days, 5,000 against 5,000, 10 % each. */
const comparison = (more: Partial<Comparison> = {}): Comparison => ({
  variant: 'a',
  control: 'base',
  treatmentArm: { units: 5000, conversions: 500, mean: 0.1 },
  controlArm: { units: 5000, conversions: 500, mean: 0.1 },
  days: 10,
  problem: null,
  absolute: { value: 0.001, error: 0.006, low: -0.011, high: 0.013 },
  relative: { value: 0.01, error: 0.06, low: -0.11, high: 0.13 },
  p: 0.9,
  pAdjusted: 0.9,
  sequence: sequence(),
  likely: 0.005,
  exact: null,
  adjustment: null,
  gates: [],
  favours: null,
  ...more,
});

const found = (low: number, high: number, more: Partial<Comparison> = {}) =>
  comparison({
    sequence: sequence({
      absolute: { low: low / 10, high: high / 10 },
      relative: { low, high },
    }),
    favours: low > 0 ? 'treatment' : high < 0 ? 'control' : null,
    ...more,
  });

const input = (comparisons: readonly Comparison[], more: Partial<VerdictInput> = {}): VerdictInput => ({
  goal: GOAL,
  selection: 'split',
  unitKind: 'visitor',
  windowDays: 7,
  comparisons,
  guardrails: [],
  withheld: [],
  ...more,
});

const NAMES = {
  variant: (code: string) => (code === 'a' ? 'Warm tone' : undefined),
  goal: (code: string) => (code === 'order' ? 'Order' : undefined),
};

const says = (made: VerdictInput) => {
  const told = verdict(made);
  return [told.code, verdictSentence(told, 'en', NAMES), verdictSentence(told, 'de', NAMES)];
};

const gate = (
  code: Comparison['gates'][number]['code'],
  has: number,
  needs: number,
  arm: string | null = 'a',
) => ({ code, arm, has, needs }) as const;

describe('the verdict and its sentence', () => {
  it.each<[string, VerdictInput, string, string]>([
    [
      'no-goal',
      input([], { goal: 'order' }),
      'Cannot be calculated: the goal “Order” does not exist any more.',
      'Nicht berechenbar: Das Ziel „Order“ gibt es nicht mehr.',
    ],
    [
      'no-variants',
      input([]),
      'Cannot be compared yet: no visitors of any variant have been counted.',
      'Noch nicht vergleichbar: Es wurden noch keine Besucher einer Variante gezählt.',
    ],
    [
      'no-control-group',
      input(
        [
          comparison({
            problem: 'one-sided',
            controlArm: { units: 0, conversions: 0, mean: 0 },
            sequence: null,
          }),
        ],
        { selection: 'relevance' },
      ),
      'Cannot be compared: the control group has no visitors, so nobody knows what would have happened otherwise.',
      'Nicht vergleichbar: Die Vergleichsgruppe hat keine Besucher, also weiß niemand, was sonst geschehen wäre.',
    ],
    [
      'one-sided',
      input([comparison({ problem: 'one-sided', sequence: null })]),
      'Cannot be compared yet: only one side has visitors, “Warm tone” or the default.',
      'Noch nicht vergleichbar: Nur eine Seite hat Besucher, „Warm tone“ oder der Standard.',
    ],
    [
      'no-closed-day',
      input([comparison({ problem: 'no-closed-day' })]),
      'Not enough data yet: no day is complete. A day counts when everybody seen on it has had 7 days to reach the goal.',
      'Noch nicht genug Daten: Kein Tag ist abgeschlossen. Ein Tag zählt, wenn alle, die an ihm gesehen wurden, 7 Tage Zeit hatten, das Ziel zu erreichen.',
    ],
    [
      'more-units',
      input([comparison({ days: 4, gates: [gate('units', 40, 100)] })]),
      'Not enough data yet: “Warm tone” has 40 of 100 visitors; about 6 more days.',
      'Noch nicht genug Daten: „Warm tone“ hat 40 von 100 Besuchern; noch etwa 6 Tage.',
    ],
    [
      'more-conversions',
      input([comparison({ days: 20, gates: [gate('conversions', 24, 25, 'base')] })]),
      'Not enough data yet: the default has 24 of 25 visitors who reached the goal; about 1 more day.',
      'Noch nicht genug Daten: Der Standard hat 24 von 25 Besuchern, die das Ziel erreicht haben; noch etwa 1 Tag.',
    ],
    [
      'more-conversions',
      input([comparison({ days: 20, gates: [gate('conversions', 0, 25)] })], { unitKind: 'page-visit' }),
      'Not enough data yet: “Warm tone” has 0 of 25 page visits that reached the goal; at this traffic not within a year.',
      'Noch nicht genug Daten: „Warm tone“ hat 0 von 25 Seitenbesuchen, die das Ziel erreicht haben; bei diesem Verkehr nicht innerhalb eines Jahres.',
    ],
    [
      'more-not-converted',
      input([comparison({ gates: [gate('not-converted', 5, 25, 'base')] })], { selection: 'relevance' }),
      'Not enough data yet: the control group has 5 of 25 visitors who did not reach the goal; about 40 more days.',
      'Noch nicht genug Daten: Die Vergleichsgruppe hat 5 von 25 Besuchern, die das Ziel nicht erreicht haben; noch etwa 40 Tage.',
    ],
    [
      'more-days',
      input([comparison({ days: 3, gates: [gate('days', 3, 7, null)] })]),
      'Not enough data yet: 3 of 7 full days; 4 more days.',
      'Noch nicht genug Daten: 3 von 7 vollen Tagen; noch 4 Tage.',
    ],
    [
      'undecided',
      input([found(-0.25, 0.3123)]),
      'Not enough data yet: “Warm tone” may bring anything from 25% less to 32% more than the default; about 20 more days.',
      `Noch nicht genug Daten: „Warm tone“ kann zwischen 25${NBSP}% weniger und 32${NBSP}% mehr bringen als der Standard; noch etwa 20 Tage.`,
    ],
    [
      'withheld-sample-ratio',
      input([found(0.02, 0.1)], {
        withheld: [
          {
            code: 'withheld-sample-ratio',
            values: { variant: 'base', against: 'default', unitKind: 'visitor', expected: 0.5, seen: 0.532 },
          },
        ],
      }),
      'Result withheld: visitors were not split as planned. The default should have 50% of them and has 53%.',
      `Ergebnis zurückgehalten: Die Besucher wurden nicht wie geplant verteilt. Der Standard sollte 50${NBSP}% haben und hat 53${NBSP}%.`,
    ],
    [
      'withheld-multiple',
      input([found(0.02, 0.1)], {
        withheld: [{ code: 'withheld-multiple', values: { unitKind: 'visitor', share: 0.0211, most: 0.01 } }],
      }),
      'Result withheld: 2.2% of visitors saw more than one side, and the limit is 1%.',
      `Ergebnis zurückgehalten: 2,2${NBSP}% der Besucher sahen mehr als eine Seite, die Grenze ist 1${NBSP}%.`,
    ],
    [
      'withheld-changed',
      input([comparison({ sequence: sequence({ crossed: true }) })]),
      'Result withheld: earlier and later days contradict each other, so the effect of “Warm tone” has changed.',
      'Ergebnis zurückgehalten: Frühere und spätere Tage widersprechen sich, also hat sich die Wirkung von „Warm tone“ geändert.',
    ],
    [
      'no-variation',
      input([comparison({ problem: 'no-variation', sequence: null })]),
      'Cannot be calculated: with “Warm tone” and with the default everybody did the same.',
      'Nicht berechenbar: Mit „Warm tone“ und mit dem Standard taten alle dasselbe.',
    ],
    [
      'no-denominator',
      input([comparison({ problem: 'no-denominator', sequence: null })]),
      'Cannot be calculated: what the goal divides by is not above zero, with “Warm tone” or with the default.',
      'Nicht berechenbar: Wodurch das Ziel teilt, ist mit „Warm tone“ oder mit dem Standard nicht größer als null.',
    ],
    [
      'bad-numbers',
      input([comparison({ problem: 'bad-numbers', sequence: null })]),
      'Cannot be calculated: values of “Warm tone” or of the default are no usable numbers.',
      'Nicht berechenbar: Werte von „Warm tone“ oder von dem Standard sind keine brauchbaren Zahlen.',
    ],
    [
      'guardrail-dropped',
      input([found(0.02, 0.1)], {
        guardrails: [{ goal: { ...GOAL, code: 'newsletter' }, comparisons: [found(-0.2, -0.031)] }],
      }),
      'Must not drop, but did: with “Warm tone”, “newsletter” brings at least 3.1% less than with the default.',
      `Darf nicht sinken, ist aber gesunken: Mit „Warm tone“ bringt „newsletter“ mindestens 3,1${NBSP}% weniger als mit dem Standard.`,
    ],
    [
      'better',
      input([found(0.0456, 0.2, { likely: 0.0987 })]),
      '“Warm tone” is better than the default: at least 4.5% more, most likely 9.9% more.',
      `„Warm tone“ ist besser als der Standard: mindestens 4,5${NBSP}% mehr, am wahrscheinlichsten 9,9${NBSP}% mehr.`,
    ],
    [
      'worse',
      input([found(-0.2, -0.0456, { likely: -0.0987, variant: null })], { selection: 'relevance' }),
      'The personalization is worse than the control group: at least 4.5% less, most likely 9.9% less.',
      `Die Personalisierung ist schlechter als die Vergleichsgruppe: mindestens 4,5${NBSP}% weniger, am wahrscheinlichsten 9,9${NBSP}% weniger.`,
    ],
    [
      'no-harm',
      input([found(-0.0412, 0.15)]),
      '“Warm tone” may stay: no harm larger than 4.2% compared with the default.',
      `„Warm tone“ darf bleiben: kein Schaden größer als 4,2${NBSP}% gegenüber dem Standard.`,
    ],
    [
      'no-difference',
      input([found(-0.0412, 0.0571)]),
      'No difference larger than 5.8% between “Warm tone” and the default.',
      `Kein Unterschied größer als 5,8${NBSP}% zwischen „Warm tone“ und dem Standard.`,
    ],
  ])('%s', (code, made, english, german) => {
    expect(says(made)).toEqual([code, english, german]);
  });

  it('turns round where the goal should go down', () => {
    const goal = { ...GOAL, direction: 'down' } as const;
    const better = found(-0.2, -0.05, { favours: 'treatment', likely: -0.1 });
    expect(says(input([better], { goal }))[1]).toBe(
      '“Warm tone” is better than the default: at least 5% less, most likely 10% less.',
    );
    expect(says(input([found(-0.3, 0.05)], { goal }))[1]).toBe(
      '“Warm tone” may stay: no harm larger than 5% compared with the default.',
    );
    const risen = found(0.05, 0.3, { favours: 'control' });
    const guardrails = [{ goal: { ...goal, code: 'returns' }, comparisons: [risen] }];
    expect(says(input([found(0.02, 0.1)], { guardrails }))[1]).toBe(
      'Must not rise, but did: with “Warm tone”, “returns” brings at least 5% more than with the default.',
    );
  });

  it('speaks in units of the goal where the default is nothing that can be divided by', () => {
    const rate = comparison({
      sequence: sequence({ absolute: { low: 0.00312, high: 0.02 }, relative: null }),
      absolute: { value: 0.012, error: 0.003, low: 0.006, high: 0.018 },
      favours: 'treatment',
      likely: null,
    });
    expect(says(input([rate]))[1]).toBe(
      '“Warm tone” is better than the default: at least 0.31 more per 100 visitors, most likely 1.2 more per 100 visitors.',
    );
    const money = comparison({
      sequence: sequence({ absolute: { low: 0.31, high: 2.4 }, relative: null }),
      absolute: { value: 1.234, error: 0.3, low: 0.6, high: 1.8 },
      favours: 'treatment',
      likely: null,
    });
    const goal = { code: 'revenue', kind: 'value', direction: 'up', currency: 'EUR' } as const;
    expect(says(input([money], { goal }))[1]).toBe(
      '“Warm tone” is better than the default: at least €0.31 more per visitor, most likely €1.20 more per visitor.',
    );
    expect(says(input([money], { goal }))[2]).toBe(
      `„Warm tone“ ist besser als der Standard: mindestens 0,31${NBSP}€ mehr je Besucher, am wahrscheinlichsten 1,20${NBSP}€ mehr je Besucher.`,
    );
    const odd = { ...goal, currency: 'coins' };
    expect(says(input([money], { goal: odd }))[1]).toContain('at least 0.31 more per visitor');
  });

  it('tells what was planned from what was seen, however little they differ', () => {
    const seen = (share: number) => {
      const values = { variant: 'base', against: 'default', unitKind: 'visitor', expected: 0.5, seen: share };
      const told = { code: 'withheld-sample-ratio', values } as Parameters<typeof verdictSentence>[0];
      return [verdictSentence(told, 'en'), verdictSentence(told, 'de')];
    };
    expect(seen(0.503)[0]).toContain('should have 50% of them and has 50.3%.');
    expect(seen(0.50041)[0]).toContain('should have 50% of them and has 50.04%.');
    expect(seen(0.503)[1]).toContain(`sollte 50${NBSP}% haben und hat 50,3${NBSP}%.`);
    expect(seen(0.5)[0]).toContain('should have 50% of them and has 50%.');
  });

  it('never says "most likely" less than "at least"', () => {
    const [, sentence] = says(input([found(0.08, 0.3, { likely: 0.02 })]));
    expect(sentence).toContain('at least 8% more, most likely 8% more');
  });

  it('does not let a guardrail speak that has too little data or another variant', () => {
    const short = found(-0.2, -0.03, { gates: [gate('units', 5, 100)] });
    const other = found(-0.2, -0.03, { variant: 'b' });
    const guardrails = [{ goal: { ...GOAL, code: 'newsletter' }, comparisons: [short, other] }];
    expect(says(input([found(0.02, 0.1)], { guardrails }))[0]).toBe('better');
  });

  it('names what takes longest when several things are missing', () => {
    const gates = [gate('units', 80, 100), gate('conversions', 2, 25), gate('days', 5, 7, null)];
    expect(says(input([comparison({ days: 5, gates })]))[0]).toBe('more-conversions');
  });

  it('speaks of the best of several better variants, and of a better one before others', () => {
    const told = verdict(
      input([
        found(-0.2, -0.05, { variant: 'a' }),
        found(0.01, 0.2, { variant: 'b' }),
        found(0.05, 0.1, { variant: 'c' }),
        comparison({ variant: 'd', gates: [gate('units', 1, 100)] }),
      ]),
    );
    expect(told).toMatchObject({ code: 'better', values: { variant: 'c', atLeast: 0.05 } });
  });

  it('says what still waits before it says that another variant is worse', () => {
    const told = verdict(input([found(-0.2, -0.05), found(-0.3, 0.3, { variant: 'b' })]));
    expect(told).toMatchObject({ code: 'undecided', values: { variant: 'b' } });
  });

  it('speaks of the whole personalization where that was compared', () => {
    const told = verdict(
      input([found(-0.02, 0.03, { variant: null }), found(0.05, 0.1)], { selection: 'relevance' }),
    );
    expect(told).toMatchObject({ code: 'no-difference', values: { variant: null } });
  });

  it('shows the code of a verdict that it does not know yet', () => {
    const newer = { code: 'from-the-future', values: {} } as unknown as Parameters<typeof verdictSentence>[0];
    expect(verdictSentence(newer, 'en')).toBe('from-the-future');
    expect(verdictSentence({ ...newer, code: 'toString' } as unknown as typeof newer, 'de')).toBe('toString');
  });
});

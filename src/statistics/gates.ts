import type { ArmFigures, CompareSettings, Gate, GoalKind } from './comparison';

/** What must be there before a comparison is told: sample, outcomes and full days in both arms. */
export function unmetGates(
  kind: GoalKind,
  arms: readonly (ArmFigures & { readonly arm: string | null })[],
  days: number,
  settings: Pick<CompareSettings, 'minUnits' | 'minConversions' | 'minDays'>,
): Gate[] {
  const least = (code: Gate['code'], needs: number, has: (arm: ArmFigures) => number): Gate[] => {
    const [worst] = [...arms].sort((a, b) => has(a) - has(b));
    return worst && has(worst) < needs ? [{ code, arm: worst.arm, has: has(worst), needs }] : [];
  };
  return [
    ...least('units', settings.minUnits, ({ units }) => units),
    ...least('conversions', settings.minConversions, ({ conversions }) => conversions),
    // Where nearly everyone converts, those who do not carry the information.
    ...(kind === 'rate'
      ? least('not-converted', settings.minConversions, ({ units, conversions }) => units - conversions)
      : []),
    ...(days < settings.minDays
      ? [{ code: 'days' as const, arm: null, has: days, needs: settings.minDays }]
      : []),
  ];
}

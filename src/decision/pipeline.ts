import type { Decision } from '../model/decision';
import type { TraceStep } from './explanation';
import { baseBecause, type Frame, type Step, type StepReport, type StepVerdict } from './step';
import { consent } from './steps/consent';
import { eligible } from './steps/eligible';
import { forced } from './steps/forced';
import { holdout } from './steps/holdout';
import { running } from './steps/running';
import { schedule } from './steps/schedule';
import { selection } from './steps/selection';
import { takesPart } from './steps/takes-part';

/** The order is the law: DESIGN section 6. */
const STEPS: readonly Step[] = [forced, running, schedule, consent, takesPart, eligible, selection, holdout];

/**
 * Runs the steps until one decides. `decide` and `explain` are this same function; an explanation hands in a
 * list that the trace is written to. Never throws: whatever goes wrong is base with reason `error`.
 */
export const runPipeline = (frame: Frame, trace?: TraceStep[]): Decision => {
  try {
    for (const step of STEPS) {
      const report = step.run(frame);
      trace?.push(traceOf(step, report, frame));
      if (report.verdict !== undefined) return decisionOf(frame, report.verdict);
    }
    throw new Error('No step decided');
  } catch (error) {
    trace?.push({ step: 'error', outcome: 'decided', code: 'threw', details: { message: messageOf(error) } });
    return decisionOf(frame, baseBecause('error'));
  }
};

const decisionOf = ({ prepared, world }: Frame, verdict: StepVerdict): Decision => ({
  experience: prepared.experience.code,
  variant: verdict.variant,
  wouldBe: verdict.wouldBe,
  reason: verdict.reason,
  propensity: verdict.propensity,
  weightsVersion: prepared.experience.weightsVersion,
  manifestVersion: world.manifestVersion,
});

const traceOf = (step: Step, report: StepReport, frame: Frame): TraceStep => ({
  step: step.name,
  outcome: report.verdict === undefined ? 'passed' : 'decided',
  code: report.code,
  ...evidenceOf(report, frame),
});

/** What an explanation adds. It must never change a decision, so where a hostile context makes it throw there is none. */
const evidenceOf = (
  report: StepReport,
  { world, situation }: Frame,
): Pick<TraceStep, 'details' | 'rules'> => {
  try {
    const audiences = report.audiences?.() ?? [];
    return {
      ...(report.details && { details: report.details() }),
      ...(audiences.length > 0 && {
        rules: audiences.flatMap((audience) => world.explainAudience(audience, situation()) ?? []),
      }),
    };
  } catch {
    return {};
  }
};

/** The message only: a stack never leaves. */
const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : 'unknown';

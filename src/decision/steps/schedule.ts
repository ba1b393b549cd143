import type { ManifestExperience } from '../../manifest/manifest';
import { baseBecause, type Step } from '../step';

/** Where a moment lies in a schedule. Half-open: at `startsAt` it runs, at `endsAt` no more. @param now epoch milliseconds */
export const phaseAt = (
  { startsAt, endsAt }: Pick<ManifestExperience, 'startsAt' | 'endsAt'>,
  now: number,
): 'not-yet' | 'in-schedule' | 'over' => {
  if (startsAt !== undefined && now < startsAt) return 'not-yet';
  return endsAt !== undefined && now >= endsAt ? 'over' : 'in-schedule';
};

/** Outside its schedule an experience answers base. */
export const schedule: Step = {
  name: 'schedule',
  run: ({ prepared: { experience }, situation }) => {
    const { now } = situation();
    const { startsAt, endsAt } = experience;
    const details = () => ({
      now: new Date(now).toISOString(),
      ...(startsAt !== undefined && { startsAt: new Date(startsAt).toISOString() }),
      ...(endsAt !== undefined && { endsAt: new Date(endsAt).toISOString() }),
    });
    const code = phaseAt(experience, now);
    return code === 'in-schedule'
      ? { code, details }
      : { code, verdict: baseBecause('base-not-running'), details };
  },
};

import type { Experience } from '../../../../src/model/experience';
import type { ExperienceTransition } from '../../../../src/protocol/experiences';
import type { Issue } from '../../../../src/foundation/issue';
import { Problem } from '../../http/problem';
import type { RecordStore } from '../records';
import type { Allocation } from './allocation';
import type { StoredExperience } from './experience-record';
import type { LoadExperiences } from './load-experiences';
import type { StartConditions } from './start-conditions';

/** Starts, pauses, resumes and ends experiences. */
export interface Lifecycle {
  /**
   * @throws Problem 404 `experience-not-found`, 409 `experience-status` when it is not in a status for this,
   * 409 `experience-cannot-start` with what stands in the way.
   */
  move(code: string, transition: ExperienceTransition): Promise<StoredExperience>;
  /** What stands in the way of a start. @throws Problem 404 `experience-not-found`. */
  checks(code: string): Promise<Issue[]>;
}

/** What the lifecycle is made of. */
export interface LifecycleParts {
  readonly store: RecordStore<StoredExperience>;
  readonly loadExperiences: LoadExperiences;
  readonly conditions: StartConditions;
  readonly allocation: Allocation;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

type Status = Experience['status'];

const MOVES: Readonly<Record<ExperienceTransition, { from: readonly Status[]; to: Status; done: string }>> = {
  start: { from: ['draft'], to: 'running', done: 'started' },
  pause: { from: ['running'], to: 'paused', done: 'paused' },
  resume: { from: ['paused'], to: 'running', done: 'resumed' },
  end: { from: ['running', 'paused'], to: 'ended', done: 'ended' },
};

/** Makes the lifecycle. Each move is one transaction: its checks see what it changes. */
export function createLifecycle(parts: LifecycleParts): Lifecycle {
  const { store, loadExperiences, conditions, allocation, now } = parts;

  const whole = async (code: string): Promise<Experience> => {
    const [experience] = await loadExperiences({ codes: [code] });
    if (experience) return experience;
    throw new Error(`experience ${code} vanished inside its own transaction`);
  };

  const enter = async (code: string): Promise<void> => {
    const experience = await whole(code);
    const issues = await conditions.check(experience);
    if (issues.length > 0) throw cannotStart(experience.name, issues);
    // Variants may have been edited while it was paused; the version says what holds from now on.
    if (experience.weightsVersion === 0) await allocation.begin(experience);
    else await allocation.follow(experience);
  };

  return {
    async checks(code) {
      await store.require(code);
      return conditions.check(await whole(code));
    },
    move: (code, transition) =>
      store.change(code, undefined, async (current) => {
        const { from, to, done } = MOVES[transition];
        if (!from.includes(current.status)) throw wrongStatus(current, from, done);
        if (to === 'running') await enter(code);
        const at = new Date(now()).toISOString();
        return {
          status: to,
          ...(to === 'running' && current.startedAt === undefined && { startedAt: at }),
          ...(to === 'ended' && { endedAt: at }),
        };
      }),
  };
}

const wrongStatus = ({ name, status }: StoredExperience, from: readonly Status[], done: string) =>
  new Problem({
    status: 409,
    code: 'experience-status',
    message: `“${name}” is ${status}; only one that is ${from.join(' or ')} can be ${done}.`,
  });

const cannotStart = (name: string, issues: readonly Issue[]) =>
  new Problem({
    status: 409,
    code: 'experience-cannot-start',
    message: `“${name}” cannot start yet. ${issues.map(({ message }) => message).join(' ')}`,
    issues,
  });

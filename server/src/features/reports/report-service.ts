import type { Experience } from '../../../../src/model/experience';
import type { DayOf } from '../../../../src/events/calendar-day';
import type { Goal } from '../../../../src/model/goal';
import type { WeightsVersion } from '../../../../src/model/weights-version';
import type { Report } from '../../../../src/reports/report-shape';
import { report, type ReportOptions } from '../../../../src/reports/report';
import type { ResultResponse, ResultSummary } from '../../../../src/protocol/reports';
import { Problem } from '../../http/problem';
import type { RollupStore } from '../rollups';

/** The numbers for people. */
export interface ReportService {
  /** Every experience, drafts too, in the order of creation. */
  find(): Promise<ResultSummary[]>;
  /** @throws Problem 404 `experience-not-found`. */
  findOne(experience: string): Promise<ResultResponse['data']>;
}

/** What a report needs to know of an experience. */
export type ReportedExperience = Pick<
  Experience,
  'code' | 'name' | 'status' | 'selection' | 'goal' | 'guardrails'
>;

/** Where the numbers, and what they are about, come from. */
export interface ReportSources {
  readonly rollups: RollupStore;
  experiences(): Promise<readonly ReportedExperience[]>;
  goals(): Promise<readonly Goal[]>;
  weightsVersions(experience: string): Promise<readonly WeightsVersion[]>;
  /** 0..10,000. */
  globalHoldout(): number;
  /** Epoch milliseconds. */
  now(): number;
  /** In the project's time zone. */
  dayOf: DayOf;
}

/** Reads rollups and nothing else: neither events nor participations. */
export function createReportService(sources: ReportSources): ReportService {
  const { rollups } = sources;
  const about = ({ code, selection, goal }: ReportedExperience, goals: readonly Goal[]): ReportOptions => {
    const currency = goals.find((candidate) => candidate.code === goal)?.currency;
    return { experience: code, selection, goal, ...(currency && { currency }) };
  };
  const countsOf = async (code: string) => {
    const [cells, days] = await Promise.all([rollups.cells(code), rollups.days(code)]);
    return { cells, days };
  };
  const reportOf = async (experience: ReportedExperience): Promise<Report> => {
    const goals = await sources.goals();
    const weightsVersions = await sources.weightsVersions(experience.code);
    return report(await countsOf(experience.code), {
      ...about(experience, goals),
      ...{ goals, guardrails: experience.guardrails, weightsVersions },
      globalHoldout: sources.globalHoldout(),
      today: sources.dayOf(sources.now()),
    });
  };
  return {
    find: async () => {
      const goals = await sources.goals();
      const summaries: ResultSummary[] = [];
      for (const experience of await sources.experiences()) {
        const counts = await countsOf(experience.code);
        // A list compares nothing: that is for the page of one experience.
        summaries.push(summaryOf(experience, report(counts, about(experience, goals))));
      }
      return summaries;
    },
    findOne: async (code) => {
      const experience = (await sources.experiences()).find((candidate) => candidate.code === code);
      if (experience) {
        const { name, status } = experience;
        return { ...(await reportOf(experience)), name, status };
      }
      const message = `There is no personalization with the code "${code.slice(0, 64)}".`;
      throw new Problem({ status: 404, code: 'experience-not-found', message });
    },
  };
}

const FIGURES = ['units', 'exposures', 'interactions', 'conversions', 'value'] as const;

const summaryOf = ({ code, name, status, selection }: ReportedExperience, full: Report): ResultSummary => ({
  experience: code,
  name,
  status,
  selection,
  comparison: full.comparison,
  currency: full.currency,
  unitKinds: full.unitKinds.map(({ unitKind, groups }) => {
    const arms = groups.flatMap((group) => group.arms);
    const figures = FIGURES.map((figure) => [figure, arms.reduce((sum, arm) => sum + arm[figure], 0)]);
    return { unitKind, ...(Object.fromEntries(figures) as Record<(typeof FIGURES)[number], number>) };
  }),
});

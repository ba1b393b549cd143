import type { Experience } from '../../../../src/model/experience';
import type { Goal } from '../../../../src/model/goal';
import type { Report } from '../../../../src/reports/report-shape';
import { report } from '../../../../src/reports/report';
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
export type ReportedExperience = Pick<Experience, 'code' | 'name' | 'status' | 'selection' | 'goal'>;

/** Reads rollups and nothing else: neither events nor participations. */
export function createReportService(
  rollups: RollupStore,
  loadExperiences: () => Promise<readonly ReportedExperience[]>,
  loadGoals: () => Promise<readonly Goal[]>,
): ReportService {
  const reportOf = async (experience: ReportedExperience, goals: readonly Goal[]): Promise<Report> => {
    const { code, selection, goal } = experience;
    const [cells, days] = await Promise.all([rollups.cells(code), rollups.days(code)]);
    const currency = goals.find((candidate) => candidate.code === goal)?.currency;
    return report({ cells, days }, { experience: code, selection, goal, ...(currency && { currency }) });
  };
  return {
    find: async () => {
      const goals = await loadGoals();
      const summaries: ResultSummary[] = [];
      for (const experience of await loadExperiences()) {
        summaries.push(summaryOf(experience, await reportOf(experience, goals)));
      }
      return summaries;
    },
    findOne: async (code) => {
      const experience = (await loadExperiences()).find((candidate) => candidate.code === code);
      if (experience) {
        const { name, status } = experience;
        return { ...(await reportOf(experience, await loadGoals())), name, status };
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

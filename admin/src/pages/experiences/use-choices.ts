import { useGetAudiencesQuery } from '../../api/audiences';
import { useGetCampaignsQuery } from '../../api/experiences';
import { useGetGoalsQuery } from '../../api/goals';
import { useGetInterestTagsQuery } from '../../api/interest-tags';
import { useMay } from '../../hooks/use-may';

/** A record to choose, by name. */
export interface Choice {
  readonly code: string;
  readonly name: string;
}

/** What can be chosen; `undefined` while it is read, or where the role may not read it. */
export interface Choices {
  readonly audiences?: readonly Choice[];
  readonly interests?: readonly Choice[];
  readonly goals?: readonly Choice[];
  readonly campaigns?: readonly Choice[];
}

/** As many as one answer holds. */
const ALL = { pageSize: 500 };

/** The records that an experience and its variants can name. */
export function useChoices(): Choices {
  const may = useMay();
  const audiences = useGetAudiencesQuery(ALL, { skip: !may('readAudiences') });
  const interests = useGetInterestTagsQuery(ALL, { skip: !may('readInterests') });
  const goals = useGetGoalsQuery(ALL, { skip: !may('readGoals') });
  const campaigns = useGetCampaignsQuery(undefined, { skip: !may('readCampaigns') });
  return {
    audiences: audiences.data?.data,
    interests: interests.data?.data,
    goals: goals.data?.data,
    campaigns: campaigns.data,
  };
}

/** The records, or the bare codes where their names are not known: a code that is not known is not gone. */
export const choicesOr = (
  choices: readonly Choice[] | undefined,
  codes: readonly string[],
): readonly Choice[] => choices ?? codes.map((code) => ({ code, name: code }));

/** The name of a code; the code itself where it is not known. */
export const nameIn = (choices: readonly Choice[] | undefined, code: string): string =>
  choices?.find((choice) => choice.code === code)?.name ?? code;

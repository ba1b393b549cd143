import { useCallback } from 'react';
import { Box, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import { useGetExperiencesQuery } from '../../api/experiences';
import { useMay } from '../../hooks/use-may';

/** Experiences that measure by a goal and have not ended; none where the role may not read them. */
export function useGoalUses(): (code: string) => readonly ExperienceRecord[] {
  const may = useMay();
  const { data } = useGetExperiencesQuery({ pageSize: 500 }, { skip: !may('readExperiences') });
  return useCallback(
    (code) =>
      (data?.data ?? []).filter(
        ({ goal, guardrails, status }) =>
          status !== 'ended' && (goal === code || (guardrails ?? []).includes(code)),
      ),
    [data],
  );
}

/** The way to each of them. */
export const GoalUses = ({ uses }: { uses: readonly ExperienceRecord[] }) => (
  <Box tag="ul" paddingLeft={4} paddingTop={2} style={{ listStyle: 'disc' }}>
    {uses.map(({ code, name }) => (
      <li key={code}>
        <Link tag={NavLink} to={`/plugins/contextual/experiences/${encodeURIComponent(code)}`}>
          {name}
        </Link>
      </li>
    ))}
  </Box>
);

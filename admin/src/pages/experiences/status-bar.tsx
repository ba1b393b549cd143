import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ExperienceRecord, ExperienceTransition } from '../../../../src/protocol/experiences';
import { useGetExperienceChecksQuery, useMoveExperienceMutation } from '../../api/experiences';
import { ConfirmButton } from '../../components/confirm-button';
import { useMay } from '../../hooks/use-may';
import { type Problem, readProblem } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { ProblemAlert } from '../../components/problem-alert';
import { PERMISSIONS } from '../../permissions';
import { CheckList } from './check-list';
import { toWallTime, wallTimeAt } from './wall-time';
import { WarningList } from './warning-list';

interface Props {
  readonly experience: ExperienceRecord;
  /** Something is typed that is not saved: what starts must be what is seen. */
  readonly unsaved: boolean;
}

/** How far the experience is, what can be done next and what stands in the way of it. */
export function StatusBar({ experience, unsaved }: Props) {
  const text = useText();
  const may = useMay();
  const { code, name, status } = experience;
  const checks = useGetExperienceChecksQuery(code, {
    skip: status === 'ended',
    refetchOnMountOrArgChange: true,
  });
  const [move, { isLoading }] = useMoveExperienceMutation();
  const [problem, setProblem] = useState<Problem>();
  const issues = status === 'ended' ? [] : (checks.data?.data ?? []);
  const warnings = status === 'ended' ? [] : (checks.data?.meta.warnings ?? []);
  const mayStart = may('startExperiences');

  const go = async (transition: ExperienceTransition) => {
    setProblem(undefined);
    try {
      await move({ code, transition }).unwrap();
    } catch (error) {
      setProblem(readProblem(error));
      void checks.refetch();
    }
  };
  const button = (transition: 'start' | 'pause' | 'resume', variant: 'success' | 'secondary') => (
    <Button variant={variant} loading={isLoading} disabled={unsaved} onClick={() => void go(transition)}>
      {text(`experiences.do.${transition}`)}
    </Button>
  );

  return (
    <Box
      tag="section"
      aria-label={text('common.status')}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex justifyContent="space-between" alignItems="center" gap={6}>
        <StatusSentence experience={experience} ready={issues.length === 0 && checks.data !== undefined} />
        {mayStart && (
          <Flex gap={2} shrink={0}>
            {status === 'draft' && button('start', 'success')}
            {status === 'running' && button('pause', 'secondary')}
            {status === 'paused' && button('resume', 'success')}
            {(status === 'running' || status === 'paused') && (
              <ConfirmButton
                title={text('experiences.end.title', { name })}
                question={text('experiences.end.question')}
                onConfirm={() => go('end')}
                disabled={isLoading || unsaved}
              >
                {text('experiences.do.end')}
              </ConfirmButton>
            )}
          </Flex>
        )}
      </Flex>
      {!mayStart && status !== 'ended' && (
        <Typography variant="pi" textColor="neutral600">
          {text('experiences.start.permission', { permission: PERMISSIONS.startExperiences })}
        </Typography>
      )}
      {mayStart && unsaved && status !== 'ended' && (
        <Typography variant="pi" textColor="warning700">
          {text('experiences.save-first')}
        </Typography>
      )}
      {problem && (
        <Box paddingTop={4}>
          {/* What stands in the way is listed right below, with links. */}
          <ProblemAlert
            problem={problem.code === 'experience-cannot-start' ? { ...problem, issues: [] } : problem}
          />
        </Box>
      )}
      {issues.length > 0 && (
        <CheckList
          issues={issues}
          title={text(status === 'running' ? 'experiences.checks.running' : 'experiences.checks.title')}
        />
      )}
      {warnings.length > 0 && <WarningList warnings={warnings} />}
      {checks.error !== undefined && (
        <Box paddingTop={4}>
          <ProblemAlert problem={readProblem(checks.error)} />
        </Box>
      )}
    </Box>
  );
}

/** One sentence for how far it is. */
function StatusSentence({ experience, ready }: { experience: ExperienceRecord; ready: boolean }) {
  const text = useText();
  const { formatDate } = useIntl();
  const { status, startsAt, endsAt, startedAt, endedAt, timeZone } = experience;
  const at = (moment: string) => formatDate(moment, { dateStyle: 'long', timeStyle: 'short' });
  const wall = (moment: string) =>
    formatDate(`${toWallTime(moment, timeZone)}:00Z`, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
  const now = wallTimeAt(new Date(), timeZone);
  const isBefore = startsAt !== undefined && toWallTime(startsAt, timeZone) > now;
  const isAfter = endsAt !== undefined && toWallTime(endsAt, timeZone) <= now;
  const sentence = () => {
    if (status === 'draft') return text(ready ? 'experiences.status.ready' : 'experiences.status.draft');
    if (status === 'paused') return text('experiences.status.paused');
    if (status === 'ended') return text('experiences.status.ended', { date: endedAt ? at(endedAt) : '–' });
    if (isBefore) return text('experiences.status.waiting', { date: wall(startsAt), timeZone });
    if (isAfter) return text('experiences.status.over', { date: wall(endsAt), timeZone });
    return text('experiences.status.running', { date: startedAt ? at(startedAt) : '–' });
  };
  return (
    <Typography role="status" fontWeight="semiBold">
      {sentence()}
    </Typography>
  );
}

import { Box } from '@strapi/design-system';
import { type Problem, useProblemText } from '../hooks/use-problem';
import { useText } from '../hooks/use-text';
import { Notice } from './notice';

/** Says what went wrong and where, above what was typed. Nothing when there is no problem. */
export function ProblemAlert({ problem }: { problem?: Problem }) {
  const text = useText();
  const say = useProblemText();
  if (!problem) return null;
  return (
    <Notice variant="danger" title={text('common.problem.title')}>
      {say(problem)}
      {problem.issues.length > 0 && (
        <Box tag="ul" paddingTop={2} paddingLeft={4} style={{ listStyle: 'disc' }}>
          {problem.issues.map((issue, index) => (
            <li key={index}>
              {issue.path.length > 0 && <code>{issue.path.join(' › ')}: </code>}
              {say(issue)}
            </li>
          ))}
        </Box>
      )}
    </Notice>
  );
}

import { Alert, Box, Typography } from '@strapi/design-system';
import { type Problem, useProblemText } from '../hooks/use-problem';
import { useText } from '../hooks/use-text';

/** Says what went wrong and where, above what was typed. Nothing when there is no problem. */
export function ProblemAlert({ problem, onClose }: { problem?: Problem; onClose?: () => void }) {
  const text = useText();
  const say = useProblemText();
  if (!problem) return null;
  return (
    <Alert
      variant="danger"
      title={text('common.problem.title')}
      closeLabel={text('common.close')}
      onClose={onClose}
      role="alert"
    >
      {say(problem)}
      {problem.issues.length > 0 && (
        <Box tag="ul" paddingTop={2} paddingLeft={4} style={{ listStyle: 'disc' }}>
          {problem.issues.map((issue, index) => (
            <li key={index}>
              <Typography>
                {issue.path.length > 0 && <code>{issue.path.join(' › ')}: </code>}
                {say(issue)}
              </Typography>
            </li>
          ))}
        </Box>
      )}
    </Alert>
  );
}

import type { ReactNode } from 'react';
import { Box, Button, Flex, Loader } from '@strapi/design-system';
import { readProblem } from '../hooks/use-problem';
import { useText } from '../hooks/use-text';
import { ProblemAlert } from './problem-alert';

interface Props<T> {
  /** What a query hook gives. */
  readonly query: { readonly data?: T; readonly error?: unknown; readonly refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}

/** Shows what a query brought; a spinner until then, or what went wrong with a way to try again. */
export function QueryState<T>({ query, children }: Props<T>) {
  const text = useText();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === undefined) {
    return (
      <Flex padding={8} justifyContent="center">
        <Loader>{text('common.loading')}</Loader>
      </Flex>
    );
  }
  return (
    <Box padding={4}>
      <ProblemAlert problem={readProblem(query.error)} />
      <Box paddingTop={4}>
        <Button variant="secondary" onClick={() => void query.refetch()}>
          {text('common.try-again')}
        </Button>
      </Box>
    </Box>
  );
}

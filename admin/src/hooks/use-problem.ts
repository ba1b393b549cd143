import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Issue } from '../../../src/foundation/issue';
import { getTranslation } from '../translations/get-translation';

/** What went wrong with a call, whatever it was. */
export interface Problem {
  /** Stable code of ours; `unreachable` when no answer came, `unknown` for answers of others. */
  readonly code: string;
  /** The server's sentence, in English. */
  readonly message: string;
  readonly issues: readonly Issue[];
  readonly status?: number;
}

/** Reads what Strapi's data layer or fetch client threw. */
export function readProblem(error: unknown): Problem {
  const { response, ...flat } = asRecord(error);
  // The fetch client wraps the answer; the data layer hands out its `error` directly.
  const body = asRecord(asRecord(asRecord(response).data).error ?? flat);
  const details = asRecord(body.details);
  const status = typeof body.status === 'number' ? body.status : undefined;
  const message = typeof body.message === 'string' ? body.message : '';
  return {
    code: typeof details.code === 'string' ? details.code : status === undefined ? 'unreachable' : 'unknown',
    message,
    issues: Array.isArray(details.issues) ? (details.issues as Issue[]) : [],
    ...(status !== undefined && { status }),
  };
}

/** Says a problem or an issue in the panel's language. */
export type ProblemText = (problem: Pick<Problem, 'code' | 'message'> & Pick<Issue, 'values'>) => string;

/**
 * The server's sentences are English and name the very thing; in another language ours of the same code is said
 * (`problem.<code>.named` with the names, where they came along), and the server's where there is none.
 */
export function useProblemText(): ProblemText {
  const { locale, messages, formatMessage } = useIntl();
  return useCallback(
    ({ code, message, values }) => {
      const id = getTranslation(`problem.${code}`);
      const named = `${id}.named`;
      if (!locale.startsWith('en') || message === '') {
        if (values && Object.hasOwn(messages, named)) return formatMessage({ id: named }, { ...values });
        if (Object.hasOwn(messages, id)) return formatMessage({ id });
      }
      return message || formatMessage({ id: getTranslation('problem.unknown') });
    },
    [locale, messages, formatMessage],
  );
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

import { LIMITS } from '../../foundation/limits';
import { signalText } from './signal-text';
import type { VisitorContext } from '../../model/visitor-context';

const PARAMETERS = [
  ['utm_campaign', 'name'],
  ['utm_source', 'source'],
  ['utm_medium', 'medium'],
  ['utm_term', 'term'],
  ['utm_content', 'content'],
  ['utm_id', 'id'],
] as const;

/** The campaign that a page's `utm_*` parameters name. */
export const campaignSignal = (query: Readonly<Record<string, unknown>> | undefined): VisitorContext => {
  const campaign: Record<string, string> = {};
  for (const [parameter, part] of PARAMETERS) {
    const value = signalText(query, parameter);
    if (value !== undefined && value.length <= LIMITS.stringLength) campaign[part] = value;
  }
  return Object.keys(campaign).length > 0 ? { campaign } : {};
};

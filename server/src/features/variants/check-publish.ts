import type { Issue } from '../../../../src/foundation/issue';
import { Problem } from '../../http/problem';
import type { LoadedContent } from './load-contents';

/**
 * Says what stands against these contents being published: the conflicts that they would bring into running
 * experiences. Called before the publication, with the contents as they would be; empty = publish.
 */
export type CheckPublish = (contents: readonly LoadedContent[]) => Promise<readonly Issue[]>;

/** @throws Problem 409 `content-conflict` with the check's own sentences. */
export async function refuseConflict(
  checkPublish: CheckPublish,
  contents: readonly LoadedContent[],
): Promise<void> {
  if (contents.length === 0) return;
  const issues = await checkPublish(contents);
  if (issues.length === 0) return;
  throw new Problem({
    status: 409,
    code: 'content-conflict',
    message: issues.map(({ message }) => message).join(' '),
    issues,
  });
}

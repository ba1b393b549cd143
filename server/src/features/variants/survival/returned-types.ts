import { UID } from '../../../constants';
import type { Strapi } from '../../../strapi';
import { siblingTypes } from '../sibling-types';
import { survivalStore } from './store';

/**
 * Notes which of our types the previous start did not have: Strapi keeps the content types of every start
 * and tells the hook. Written down before Strapi forgets it, so that a crash between here and the
 * restoration repeats the restoration and does not lose it. Call in `register`.
 */
export function noteReturnedTypes(strapi: Strapi): void {
  const hook = strapi.hook('strapi::content-types.afterSync') as {
    register(handler: (event: { oldContentTypes?: Record<string, unknown> }) => Promise<void>): unknown;
  };
  hook.register(async ({ oldContentTypes }) => {
    if (!oldContentTypes) return;
    const returned = [UID.variant, ...siblingTypes(strapi).keys()].filter(
      (uid) => !Object.hasOwn(oldContentTypes, uid),
    );
    if (returned.length === 0) return;
    const store = survivalStore(strapi);
    const pending = (await store.returned.get()) ?? [];
    await store.returned.set([...new Set([...pending, ...returned])]);
  });
}

import type { Strapi } from '../../strapi';

/** Asks once whether files lie in a private store, whose URLs Strapi signs for a while at every read. */
export function createSignsUrls(strapi: Strapi): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  return () => (answer ??= ask(strapi));
}

async function ask(strapi: Strapi): Promise<boolean> {
  const { provider } = (strapi.plugin('upload') ?? {}) as unknown as {
    provider?: { isPrivate?(): boolean | Promise<boolean> };
  };
  return (await provider?.isPrivate?.()) ?? false;
}

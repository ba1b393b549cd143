/**
 * Order of versions of three numbers, for peers that have no such operator. Simpler than a semver library and than
 * ours, so it favours them.
 */
export const versionAtLeast = (version: unknown, least: string): boolean => {
  if (typeof version !== 'string') return false;
  const left = version.split('.');
  const right = least.split('.');
  for (let index = 0; index < 3; index += 1) {
    const difference = Number(left[index]) - Number(right[index]);
    if (difference !== 0) return difference > 0;
  }
  return true;
};

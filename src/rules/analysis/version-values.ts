import { parseVersion, type VersionNumber } from '../../context/version-number';
import { LIMITS } from '../../foundation/limits';

/** The largest number of a version: 15 digits. */
const LARGEST = 999_999_999_999_999;
const NUMBERS = 6;

/** The least pre-release there is, behind the least numbers there are. */
const LEAST = '0-0';

/**
 * Versions of which every cell that the bounds cut has one: the bounds, the version right behind each, and the least.
 * Between two versions that are no neighbours stands the one right behind the lower.
 *
 * @param bounds operands of the conditions
 * @param avoided spellings that must not be used, because conditions compare them as text
 * @returns `complete`: false where a version would be longer than one may be
 */
export const versionCandidates = (
  bounds: readonly string[],
  avoided: ReadonlySet<string> = new Set(),
): { readonly texts: readonly string[]; readonly complete: boolean } => {
  const ranks = new Set<string | undefined>([LEAST]);
  for (const bound of bounds) {
    const version = parseVersion(bound);
    if (!version) continue;
    ranks.add(fitting([bound, textOf(trimmed(version))]));
    const behind = behindOf(version);
    if (behind) ranks.add(fitting([textOf(behind)]));
  }
  const texts = [...ranks].map((rank) => rank && spelledAnew(rank, avoided));
  return {
    texts: texts.filter((text) => text !== undefined),
    complete: !texts.includes(undefined),
  };
};

/** The same version written as no condition writes it: build data counts for nothing. */
const spelledAnew = (text: string, avoided: ReadonlySet<string>): string | undefined => {
  const plain = text.replace(/\+.*$/, '');
  const spellings = [text, plain, `v${plain}`];
  for (let build = 1; build <= avoided.size; build += 1) spellings.push(`${plain}+${build}`);
  return fitting(spellings.filter((spelling) => !avoided.has(spelling)));
};

const fitting = (texts: readonly string[]): string | undefined =>
  texts.find((text) => parseVersion(text) !== undefined && text.length <= LIMITS.versionLength);

const textOf = ({ numbers, preRelease }: VersionNumber): string =>
  numbers.join('.') + (preRelease.length > 0 ? `-${preRelease.join('.')}` : '');

const trimmed = ({ numbers, preRelease }: VersionNumber): VersionNumber => {
  let length = numbers.length;
  while (length > 1 && numbers[length - 1] === 0) length -= 1;
  return { numbers: numbers.slice(0, length), preRelease };
};

/**
 * The version right behind another (Semantic Versioning 2.0, section 11): of a pre-release the one with the identifier
 * 0 added; of a release the least pre-release of the next numbers, of which there are up to six.
 */
const behindOf = (version: VersionNumber): VersionNumber | undefined => {
  const { numbers, preRelease } = trimmed(version);
  if (preRelease.length > 0) return { numbers, preRelease: [...preRelease, '0'] };
  const next = [...numbers, ...new Array<number>(NUMBERS - numbers.length).fill(0)];
  for (let at = NUMBERS - 1; at >= 0; at -= 1) {
    if (next[at]! < LARGEST) {
      next[at]! += 1;
      return trimmed({ numbers: next, preRelease: ['0'] });
    }
    next[at] = 0;
  }
  return undefined;
};

import { LIMITS } from '../foundation/limits';

/** A version as numbers, with the identifiers of its pre-release, if it is one. */
export interface VersionNumber {
  readonly numbers: readonly number[];
  readonly preRelease: readonly string[];
}

const VERSION = /^v?(\d{1,15}(?:\.\d{1,15}){0,5})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** Reads `12`, `12.4`, `v1.2.3-beta.1+build`, or the four numbers of a browser; anything else is `undefined`. */
export const parseVersion = (text: string): VersionNumber | undefined => {
  if (text.length > LIMITS.versionLength) return undefined;
  return parsePlain(text) ?? parseAny(text);
};

const NO_PRE_RELEASE: readonly string[] = [];

/** Up to six numbers of few digits with dots between them: nearly all versions, read digit by digit. */
const parsePlain = (text: string): VersionNumber | undefined => {
  const numbers: number[] = [];
  let number = 0;
  let length = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9 && length < 9) {
      number = number * 10 + digit;
      length += 1;
    } else if (length > 0 && numbers.length < 6 && (at === text.length || digit === -2)) {
      numbers.push(number);
      number = 0;
      length = 0;
    } else return undefined;
  }
  return { numbers, preRelease: NO_PRE_RELEASE };
};

const parseAny = (text: string): VersionNumber | undefined => {
  const parts = VERSION.exec(text);
  const numbers = parts?.[1];
  if (!parts || numbers === undefined) return undefined;
  return { numbers: numbers.split('.').map(Number), preRelease: parts[2]?.split('.') ?? [] };
};

/**
 * Negative, zero or positive, as `sort` wants it. Missing numbers count as 0 (`1.2` = `1.2.0`);
 * a pre-release comes before its release and build data is ignored (Semantic Versioning 2.0, section 11).
 */
export const compareVersions = (left: VersionNumber, right: VersionNumber): number => {
  const length = Math.max(left.numbers.length, right.numbers.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePreReleases(left.preRelease, right.preRelease);
};

const comparePreReleases = (left: readonly string[], right: readonly string[]): number => {
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareIdentifiers(left[index], right[index]);
    if (difference !== 0) return difference;
  }
  return 0;
};

const compareIdentifiers = (left: string | undefined, right: string | undefined): number => {
  if (left === right) return 0;
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  const leftIsNumber = DIGITS.test(left);
  const rightIsNumber = DIGITS.test(right);
  if (leftIsNumber && rightIsNumber) return Number(left) - Number(right);
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
  return left < right ? -1 : 1;
};

const DIGITS = /^\d+$/;

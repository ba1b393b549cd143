const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What identifies an event in every table: a UUID means the same in upper and lower case, anything else
 * is taken as it is. Hashed, so that the database compares fixed hex whatever its collation, and so that
 * nothing readable is left when a visitor is erased.
 * @param sha256 text to 64 hex digits.
 */
export const eventHash = (id: string, sha256: (text: string) => string): string =>
  sha256(UUID.test(id) ? id.toLowerCase() : JSON.stringify(id));

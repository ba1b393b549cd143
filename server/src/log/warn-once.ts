/** Different sentences remembered; a failure that names ever new things must not fill the memory. */
const REMEMBERED = 200;

/** Says each sentence once: a failure on every request is one line in the log, not a million. */
export function createWarnOnce(log: { warn(message: string): void }): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message) || said.size >= REMEMBERED) return;
    said.add(message);
    log.warn(message);
  };
}

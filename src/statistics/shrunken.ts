/**
 * Posterior mean of an effect with the prior N(0, spread²): what a large measured effect most likely is. Among many
 * experiments the ones that look best were also lucky, and this takes that part back (winner's curse).
 * @param value measured. @param error its standard error. @param spread standard deviation of true effects.
 */
export function shrink(value: number, error: number, spread: number): number {
  if (spread === 0) return 0;
  const ratio = error / spread;
  return value / (1 + ratio * ratio);
}

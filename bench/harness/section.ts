/** A figure that must hold. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  /** Exactly one of the two. */
  readonly least?: number;
  readonly most?: number;
  /** Printed behind the figures, such as `x` or `us`. */
  readonly unit: string;
}

/** One table with what is to be said about it and the goals that it is measured against. */
export interface Section {
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals: readonly Goal[];
}

export const isMet = ({ value, least, most }: Goal): boolean =>
  Number.isFinite(value) && value >= (least ?? -Infinity) && value <= (most ?? Infinity);

/** A section as text: first column to the left, figures to the right. */
export const printed = ({ title, notes, columns, rows, goals }: Section): string => {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const last = columns.length - 1;
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        // Text columns come first and last; the last needs no padding.
        index === 0 ? cell.padEnd(widths[0]!) : index === last ? cell : cell.padStart(widths[index]!),
      )
      .join('  ')
      .trimEnd();
  const rule = widths
    .map((width) => '-'.repeat(Math.min(width, 60)))
    .join('  ')
    .trimEnd();
  return [
    '',
    `== ${title}`,
    ...notes.map((note) => `   ${note}`),
    ...(rows.length > 0 ? ['', line(columns), rule, ...rows.map(line)] : []),
    ...(goals.length > 0 ? ['', ...goals.map(goalLine)] : []),
  ].join('\n');
};

const goalLine = (goal: Goal): string => {
  const limit = goal.least === undefined ? `at most ${goal.most}` : `at least ${goal.least}`;
  const verdict = isMet(goal) ? 'met    ' : 'NOT MET';
  return `${verdict}  ${goal.name}: ${figure(goal.value)} ${goal.unit} (goal: ${limit})`;
};

/** Three digits that count. */
export const figure = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** Nanoseconds with the unit that suits them. */
export const duration = (ns: number): string => {
  if (ns < 1e3) return `${figure(ns)} ns`;
  if (ns < 1e6) return `${figure(ns / 1e3)} us`;
  return ns < 1e9 ? `${figure(ns / 1e6)} ms` : `${figure(ns / 1e9)} s`;
};

/** How many times one is of the other. */
export const times = (ratio: number): string => `${figure(ratio)} x`;

export const megabytes = (bytes: number): string => `${figure(bytes / 1024 / 1024)} MB`;

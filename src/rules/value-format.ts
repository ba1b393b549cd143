/** How the values of an attribute are written; another spelling would be saved and never match. */
export interface ValueFormat {
  readonly test: (value: string) => boolean;
  /** Says how to write it. */
  readonly message: string;
}

const FORMATS: ReadonlyMap<string, ValueFormat> = new Map([
  [
    'location.country',
    {
      test: (value) => /^[A-Z]{2}$/.test(value),
      message: 'Write the country as its two-letter code in capitals, such as DE (ISO 3166-1).',
    },
  ],
]);

/** The format of a declared attribute, by its path in the catalogue. */
export const valueFormat = (path: string): ValueFormat | undefined => FORMATS.get(path);

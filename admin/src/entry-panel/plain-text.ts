/** Longer ones would push the rest of a panel away. */
const LENGTH = 120;

/** A value as a short line of text; undefined for what has none, such as files, components and relations. */
export function plainText(value: unknown, type: string): string | undefined {
  const text = type === 'blocks' ? blocksText(value) : scalarText(value);
  const line = text?.split(/\s+/).join(' ').trim();
  if (!line) return undefined;
  return line.length > LENGTH ? `${line.slice(0, LENGTH)} …` : line;
}

const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;

/** The leaves of Strapi's blocks, in order. */
function blocksText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map(leafText).join(' ');
}

function leafText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text, children } = node as { text?: unknown; children?: unknown };
  if (typeof text === 'string') return text;
  return Array.isArray(children) ? children.map(leafText).join('') : '';
}

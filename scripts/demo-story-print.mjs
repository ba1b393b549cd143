// Tables for people, and statements that are true or end the demo with an error.
import { isDeepStrictEqual } from 'node:util';

/** Collects statements: each is printed, and `end` says whether all of them were as told. */
export function createStatements() {
  let told = 0;
  const wrong = [];
  return {
    /** Prints the statement; when it is not true also what was found instead. */
    check(statement, actual, expected = true) {
      told += 1;
      if (isDeepStrictEqual(actual, expected)) return console.log(`  ok   ${statement}`);
      wrong.push(statement);
      console.log(
        `  NOT  ${statement}\n       expected ${JSON.stringify(expected)}\n       found    ${JSON.stringify(actual)}`,
      );
    },
    end() {
      if (wrong.length === 0) console.log(`\nAll ${told} statements hold.`);
      else console.error(`\n${wrong.length} of ${told} statements do not hold:\n  ${wrong.join('\n  ')}`);
      return wrong.length === 0;
    },
  };
}

/** Prints rows under their headings; the last column may be as long as it likes. */
export function printTable(headings, rows) {
  const lines = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, column) => Math.max(...lines.map((row) => row[column].length)));
  const print = (row) =>
    console.log(
      `  ${row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column]) : cell)).join('  ')}`,
    );
  print(lines[0]);
  console.log(
    `  ${widths.map((width, column) => '-'.repeat(column < widths.length - 1 ? width : 20)).join('  ')}`,
  );
  lines.slice(1).forEach(print);
}

/** Starts a chapter. */
export const chapter = (title) => console.log(`\n${title}\n`);

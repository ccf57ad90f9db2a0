/** The longest word that gets room for itself; longer ones are broken. */
const LONGEST_WORD = 12;

/**
 * Shares of the line for columns that wrap, `undefined` for those that are as wide as their text. If there is too little room for
 * all, every column has its longest word at least, and the rest goes letter by letter to where it makes the table less high.
 *
 * @param lines - the texts of the cells, as many a line as there are columns
 */
export function columnWidths(lines: readonly (readonly string[])[]): readonly (number | undefined)[] {
  const columns = lines[0]?.map((_, column) => lines.map((line) => line[column] ?? '')) ?? [];
  const natural = columns.map((cells) => Math.max(1, ...cells.map((cell) => cell.length)));
  // Tables of many columns are set small and close, see `tableText`: a letter is then narrower, and so is what stands between columns.
  const many = columns.length >= 8;
  const letter = columns.length >= 10 ? 0.0084 : many ? 0.0105 : 0.0145;
  const room = Math.floor((1 - columns.length * (many ? 0.013 : 0.035)) / letter);
  if (sum(natural) <= room) {
    return natural.map(() => undefined);
  }
  // Short cells do not wrap at all: `BLIP-2` is one thing.
  const longestWords = columns.map((cells, column) =>
    (natural[column] ?? 0) <= LONGEST_WORD
      ? (natural[column] ?? 1)
      : Math.max(3, ...cells.flatMap((cell) => cell.split(/[\s/-]+/)).map(({ length }) => length)),
  );
  // Where there is no room for words, all begin alike.
  const least = 6;
  const hasRoom = sum(longestWords.map((length) => Math.min(length, LONGEST_WORD))) <= room;
  const widths = longestWords.map((length) => Math.min(length, hasRoom ? LONGEST_WORD : least));
  const lengths = lines.map((line) => line.map((cell) => cell.length));
  for (let left = room - sum(widths); left > 0; left--) {
    const gains = widths.map((width, column) =>
      width < (natural[column] ?? 0) ? height(lengths, widths) - height(lengths, widened(widths, column)) : 0,
    );
    const best = gains.indexOf(Math.max(...gains));
    if ((gains[best] ?? 0) <= 0) {
      break;
    }
    widths[best] = (widths[best] ?? 0) + 1;
  }
  return widths.map((width, column) =>
    width === natural[column] ? undefined : Math.floor(width * letter * 1000) / 1000,
  );
}

/** About as many lines of text as the table has; a cell that is not its line's longest counts a little, lest nothing be gained. */
function height(lengths: readonly (readonly number[])[], widths: readonly number[]): number {
  return sum(
    lengths.map((line) => {
      const heights = line.map((length, column) => Math.max(1, length / (widths[column] ?? 1)));
      return Math.max(...heights) + 0.05 * sum(heights);
    }),
  );
}

function widened(widths: readonly number[], column: number): number[] {
  return widths.map((width, index) => (index === column ? width + 1 : width));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** As much of a benchmark as is needed to pair it. */
interface Scored {
  readonly id: string;
  readonly cells: readonly { readonly row: string }[];
}

/**
 * The two benchmarks to begin with: those that the most rows have scores on.
 *
 * @returns their ids; fewer if there are fewer benchmarks
 */
export function bestPair(columns: readonly Scored[]): readonly string[] {
  let best: { readonly pair: readonly string[]; readonly common: number } | undefined;
  for (const [index, x] of columns.entries()) {
    for (const y of columns.slice(index + 1)) {
      const common = commonRows(x, y);
      if (best === undefined || common > best.common) {
        best = { pair: [x.id, y.id], common };
      }
    }
  }
  return best?.pair ?? columns.map(({ id }) => id);
}

/** How many rows have scores on both. */
export function commonRows(x: Scored, y: Scored): number {
  const rows = new Set(x.cells.map(({ row }) => row));
  return y.cells.filter(({ row }) => rows.has(row)).length;
}

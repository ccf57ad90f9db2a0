/** One line of the printed tables. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Of the design's section 7, where there is one. */
  readonly budget?: string;
  /** The same by someone else, in this run. */
  readonly against?: string;
}

/** Milliseconds each call took. */
export function timeEach<T>(inputs: readonly T[], call: (input: T) => unknown): number[] {
  return inputs.map((input) => {
    const start = performance.now();
    call(input);
    return performance.now() - start;
  });
}

/** Milliseconds of the fastest of `rounds` calls for each input: what the program needs when nothing else disturbs it. */
export function fastestEach<T>(rounds: number, inputs: readonly T[], call: (input: T) => unknown): number[] {
  const all = Array.from({ length: rounds }, () => timeEach(inputs, call));
  return inputs.map((_, index) => Math.min(...all.map((times) => times[index] ?? Infinity)));
}

/** Milliseconds of the fastest of some calls: the one that other programs disturbed least. */
export function fastestOf(times: number, call: () => unknown): number {
  return Math.min(...timeEach(Array.from({ length: times }), call));
}

/** @param part - 0 to 1 */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

export function p50p95(values: readonly number[]): string {
  return `p50 ${milliseconds(percentile(values, 0.5))}, p95 ${milliseconds(percentile(values, 0.95))}`;
}

export function fastestP50p95(values: readonly number[]): string {
  return `fastest ${milliseconds(percentile(values, 0))}, ${p50p95(values)}`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A budget with whether it holds. */
export function judged(budget: string, holds: boolean): string {
  return `${budget}: ${holds ? 'holds' : 'MISSED'}`;
}

/** How often the first is in the second, e.g. `12.3 times`. */
export function ratio(ours: number, theirs: number): string {
  return `${(theirs / ours).toFixed(theirs / ours < 10 ? 1 : 0)} times`;
}

/** Everything typed on the way to some queries, one letter more each time. */
export function keystrokes(queries: readonly string[]): string[] {
  return queries.flatMap((query) => [...query].map((_, index) => [...query].slice(0, index + 1).join('')));
}

/** The part of queries whose wanted document is among the first five found. */
export function recallAt5<Q extends { readonly query: string; readonly wanted: string }>(
  queries: readonly Q[],
  find: (query: string) => readonly string[],
): number {
  const found = queries.filter(({ query, wanted }) => find(query).slice(0, 5).includes(wanted));
  return found.length / queries.length;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

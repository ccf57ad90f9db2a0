import { fastestEach, judged, milliseconds, p50p95, percentile, ratio, recallAt5, timeEach } from './measure';
import type { Row } from './measure';
import type { BenchQuery } from './queries';
import type { Rival } from './rivals';

/** So long one search may be timed (milliseconds): Fuse.js takes a second for each key press in a great bibliography. */
const MOST_TIME = 3000;
const FEWEST = 4;

/** How much faster one search is than another, at the same key presses; of many key presses, as many as there is time for. */
export function againstRival(ours: Rival, theirs: Rival, typed: readonly string[], times?: number): Row {
  const pace = percentile(timeEach(spread(typed, FEWEST), theirs.find), 0.5);
  const rounds = pace * FEWEST > MOST_TIME ? 1 : 2;
  const sample = spread(typed, Math.max(FEWEST, Math.floor(MOST_TIME / rounds / pace)));
  const slow = fastestEach(rounds, sample, theirs.find);
  const fast = fastestEach(2, sample, ours.find);
  const [ourP95, theirP95] = [percentile(fast, 0.95), percentile(slow, 0.95)];
  return {
    what: `  against ${theirs.name}, at ${sample.length} key presses`,
    measured: `${ratio(ourP95, theirP95)} faster at p95 (${milliseconds(ourP95)})`,
    ...(times !== undefined && { budget: judged(`${times} times`, theirP95 >= ourP95 * times) }),
    against: p50p95(slow),
  };
}

/** Recall@5 by kind of query. On misspelt ones ours must not be below Fuse.js. */
export function recallRows(queries: readonly BenchQuery[], ours: Rival, others: readonly Rival[]): Row[] {
  return [...new Set(queries.map(({ kind }) => kind))].map((kind): Row => {
    const ofKind = queries.filter((query) => query.kind === kind);
    const own = recallAt5(ofKind, ours.find);
    const recalls = others.map(({ name, find }) => ({ name, recall: recallAt5(ofKind, find) }));
    const best = Math.max(
      0,
      ...recalls.filter(({ name }) => name.startsWith('Fuse')).map(({ recall }) => recall),
    );
    return {
      what: `  recall@5, ${kind} (${ofKind.length})`,
      measured: own.toFixed(2),
      ...(kind === 'typo' && others.length > 0 && { budget: judged('not below Fuse.js', own >= best) }),
      against: recalls.map(({ name, recall }) => `${name} ${recall.toFixed(2)}`).join('; '),
    };
  });
}

/** Some of a list, from all parts of it. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  return Array.from(
    { length: Math.min(count, list.length) },
    (_, index) => list[Math.floor(index * step)] as T,
  );
}

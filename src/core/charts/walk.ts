import type { PlacedPoint } from './timeline';

/** Points in the same column stand at the same place, but for rounding. */
const near = 0.5;
/** Points that cover each other are gone through as if they stood side by side. */
const same = 0.005;

/**
 * The point that a key leads to. Left and Right go to the next column of the same lane, there to what is nearest in height; Up and
 * Down through a column and from its end to what is nearest beyond, so that every point is reached. Home and End go to the first and
 * last of the lane, with Ctrl of all.
 *
 * @param key - as keyboard events name it
 * @param all - Ctrl is held
 * @returns `undefined` if the key leads nowhere
 */
export function nextPoint(
  points: readonly PlacedPoint[],
  from: string,
  key: string,
  all = false,
): string | undefined {
  const start = points.find(({ id }) => id === from);
  if (key === 'Home' || key === 'End') {
    const some = start === undefined || all ? points : points.filter(({ lane }) => lane === start.lane);
    return some.at(key === 'Home' ? 0 : -1)?.id;
  }
  if (start === undefined || all) {
    return undefined;
  }
  switch (key) {
    case 'ArrowLeft':
      return aside(points, start, -1)?.id;
    case 'ArrowRight':
      return aside(points, start, 1)?.id;
    case 'ArrowUp':
      return beyond(points, start, -1)?.id;
    case 'ArrowDown':
      return beyond(points, start, 1)?.id;
    default:
      return undefined;
  }
}

function aside(
  points: readonly PlacedPoint[],
  start: PlacedPoint,
  direction: -1 | 1,
): PlacedPoint | undefined {
  const here = points.filter(
    ({ x, y, lane }) => lane === start.lane && Math.hypot(x - start.x, y - start.y) <= same,
  );
  const other = here[here.indexOf(start) + direction];
  if (other) {
    return other;
  }
  const ahead = points.filter(({ x, lane }) => lane === start.lane && (x - start.x) * direction > same);
  const distance = ({ x }: PlacedPoint): number => Math.abs(x - start.x);
  const next = least(ahead, distance);
  return (
    next &&
    least(
      ahead.filter((point) => distance(point) < distance(next) + near),
      ({ y }) => Math.abs(y - start.y),
    )
  );
}

function beyond(
  points: readonly PlacedPoint[],
  start: PlacedPoint,
  direction: -1 | 1,
): PlacedPoint | undefined {
  const ahead = points.filter(({ y }) => (y - start.y) * direction > same);
  const along = ({ y }: PlacedPoint): number => Math.abs(y - start.y);
  const column = ahead.filter(({ x, lane }) => lane === start.lane && Math.abs(x - start.x) < near);
  // What lies off to the side counts as farther.
  return least(column, along) ?? least(ahead, (point) => along(point) + 3 * Math.abs(point.x - start.x));
}

function least(
  points: readonly PlacedPoint[],
  distance: (point: PlacedPoint) => number,
): PlacedPoint | undefined {
  let best: PlacedPoint | undefined;
  for (const point of points) {
    if (best === undefined || distance(point) < distance(best)) {
      best = point;
    }
  }
  return best;
}

/**
 * The point whose name begins with what was typed, whatever the case of its letters: the one in focus or the next after it, from the
 * end on to the beginning. One letter alone, or again, goes on to the next.
 */
export function typedPoint(points: readonly PlacedPoint[], from: string, typed: string): string | undefined {
  const letters = typed.toLowerCase();
  const isRepeated = [...letters].every((letter) => letter === letters[0]);
  const wanted = isRepeated ? letters.slice(0, 1) : letters;
  const index = points.findIndex(({ id }) => id === from) + (isRepeated ? 1 : 0);
  const order = [...points.slice(Math.max(0, index)), ...points.slice(0, Math.max(0, index))];
  return order.find(({ name }) => name.toLowerCase().startsWith(wanted))?.id;
}

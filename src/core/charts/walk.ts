import type { PlacedPoint } from './timeline';

/**
 * The point that a key leads to: left and right go through all points in reading order, so that every one is reached; up and
 * down go to the nearest above and below, where what lies off to the side counts as farther; Home and End to the first and last.
 *
 * @param key - as keyboard events name it
 * @returns `undefined` if the key leads nowhere
 */
export function nextPoint(points: readonly PlacedPoint[], from: string, key: string): string | undefined {
  const index = points.findIndex(({ id }) => id === from);
  switch (key) {
    case 'Home':
      return points[0]?.id;
    case 'End':
      return points.at(-1)?.id;
    case 'ArrowLeft':
      return points[index - 1]?.id;
    case 'ArrowRight':
      return points[index + 1]?.id;
    case 'ArrowUp':
      return nearest(points, points[index], -1);
    case 'ArrowDown':
      return nearest(points, points[index], 1);
    default:
      return undefined;
  }
}

function nearest(
  points: readonly PlacedPoint[],
  start: PlacedPoint | undefined,
  direction: -1 | 1,
): string | undefined {
  let best: { readonly id: string; readonly distance: number } | undefined;
  for (const { id, x, y } of start === undefined ? [] : points) {
    const along = start === undefined ? 0 : (y - start.y) * direction;
    const distance = along + 3 * Math.abs(x - (start?.x ?? 0));
    if (along > 0.5 && (best === undefined || distance < best.distance)) {
      best = { id, distance };
    }
  }
  return best?.id;
}

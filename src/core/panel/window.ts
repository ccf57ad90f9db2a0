/** Lines of a long list that are on the page. */
export interface ListWindow {
  readonly start: number;
  /** Behind the last. */
  readonly end: number;
}

/** Lines beyond the edges that are on the page as well, so that scrolling shows no gap. */
const spare = 8;

/**
 * The lines that a view of a list needs.
 *
 * @param top - how far it is scrolled; `height` of the view and `line` of each line, all in pixels
 */
export function listWindow(count: number, top: number, height: number, line: number): ListWindow {
  const first = Math.floor(Math.max(0, top) / line);
  const last = Math.ceil((Math.max(0, top) + height) / line);
  return {
    start: Math.max(0, Math.min(first, count) - spare),
    end: Math.min(count, Math.max(last, 0) + spare),
  };
}

/** How far to scroll so that a line is in sight: as little as possible. */
export function scrolledTo(index: number, top: number, height: number, line: number): number {
  if (index * line < top) {
    return index * line;
  }
  return (index + 1) * line > top + height ? (index + 1) * line - height : top;
}

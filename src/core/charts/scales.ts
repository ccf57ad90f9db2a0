/** Maps a value of the domain to a place in pixels. */
export interface Scale {
  (value: number): number;
  /** Round values to mark on an axis, inside the domain, rising. */
  readonly ticks: readonly number[];
  readonly domain: readonly [number, number];
}

/**
 * A linear scale whose domain is widened to round numbers.
 *
 * @param values - finite; for none the domain is 0 to 1
 * @param from - place of the domain's start; `to` of its end
 * @param count - about so many ticks
 */
export function linearScale(values: readonly number[], from: number, to: number, count = 5): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const [low, high] = values.length === 0 ? [0, 1] : least === most ? [least - 1, most + 1] : [least, most];
  const step = roundStep((high - low) / Math.max(1, count));
  const start = Math.floor(low / step) * step;
  const end = Math.ceil(high / step) * step;
  const steps = Math.round((end - start) / step);
  // Multiples and not sums: 0.1 added ten times is not 1.
  const ticks = Array.from({ length: steps + 1 }, (_, index) => tidy(start + index * step));
  return scale([tidy(start), tidy(end)], from, to, ticks);
}

/**
 * A scale from the beginning of the first month to the end of the last, with a tick at each January.
 *
 * @param months - see {@link monthNumber}; a month lasts from its number to the next
 * @param step - the domain begins and ends at a multiple of so many months, a divisor of 12
 */
export function monthScale(months: readonly number[], from: number, to: number, step = 1): Scale {
  const least = months.length === 0 ? 0 : months.reduce((a, b) => Math.min(a, b));
  const most = months.length === 0 ? 11 : months.reduce((a, b) => Math.max(a, b));
  const first = Math.floor(least / step) * step;
  const end = (Math.floor(most / step) + 1) * step;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / 12); year * 12 < end; year++) {
    ticks.push(year * 12);
  }
  return scale([first, end], from, to, ticks);
}

/** Months since the year 0 of `YYYY-MM`; `undefined` if it is no such date. */
export function monthNumber(date: string): number | undefined {
  const found = /^(\d{4})-(\d{2})/.exec(date);
  const month = Number(found?.[2]);
  return found && month >= 1 && month <= 12 ? Number(found[1]) * 12 + month - 1 : undefined;
}

function scale(domain: readonly [number, number], from: number, to: number, ticks: readonly number[]): Scale {
  const [low, high] = domain;
  const place = (value: number): number => from + ((value - low) / (high - low)) * (to - from);
  return Object.assign(place, { ticks, domain });
}

/** The least of 1, 2, 5, 10, 20, ... (and below 1) that is not smaller than a step. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step * 0.999) ?? 10;
  return factor * power;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A value on an axis. */
export function tickText(value: number): string {
  return String(tidy(value));
}

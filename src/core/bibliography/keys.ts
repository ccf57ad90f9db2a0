/**
 * A citation key that is not in use: `key` itself, else with a letter behind it as bibliography styles number works of one author
 * and year: `li2023blip`, `li2023blipa`, ..., `li2023blipz`, `li2023blipaa`, ...
 *
 * @param isTaken - is asked about each candidate and ought to ignore case: BibTeX takes keys that differ only in case for one
 */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  let candidate = key;
  for (let number = 1; isTaken(candidate); number++) {
    candidate = key + letters(number);
  }
  return candidate;
}

/** 1 is `a`, 26 `z`, 27 `aa`. */
function letters(number: number): string {
  let result = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    result = String.fromCharCode(97 + ((rest - 1) % 26)) + result;
  }
  return result;
}

/** Years from first to last, both included; one that is not given is infinite. */
export interface YearRange {
  readonly first: number;
  readonly last: number;
}

const year = /^\d{4}$/;
const between = /^(\d{4})?(?:\.\.|…|–|-)(\d{4})?$/u;
const compared = /^(>=|<=|>|<|≥|≤)(\d{4})$/u;

/**
 * Reads `2023`, `2023..2024`, `2023..`, `..2023`, `2023-2024`, `>=2023`, `<2024`.
 *
 * @returns `undefined` if the text is none of these
 */
export function parseYears(text: string): YearRange | undefined {
  if (year.test(text)) {
    return { first: Number(text), last: Number(text) };
  }
  const range = between.exec(text);
  if (range && (range[1] ?? range[2]) !== undefined) {
    return { first: Number(range[1] ?? -Infinity), last: Number(range[2] ?? Infinity) };
  }
  const [, sign, bound] = compared.exec(text) ?? [];
  if (sign === undefined) {
    return undefined;
  }
  const limit = Number(bound);
  switch (sign) {
    case '>=':
    case '≥':
      return { first: limit, last: Infinity };
    case '<=':
    case '≤':
      return { first: -Infinity, last: limit };
    case '>':
      return { first: limit + 1, last: Infinity };
    default:
      return { first: -Infinity, last: limit - 1 };
  }
}

/** Whether a text may become a range when more of it is typed: `20`, `2023.`, `>20`. */
export function mayBecomeYears(text: string): boolean {
  return /^(?:\d{0,4}|\d{4}(?:\.{1,2}|-)\d{0,3}|\.{1,2}\d{0,3}|[<>]=?\d{0,3})$/.test(text);
}

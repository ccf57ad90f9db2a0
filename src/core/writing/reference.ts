import type { PersonName } from '../catalog/types';

/** What a reference line needs of a work or an entry; Unicode text. */
export interface ReferenceRecord {
  readonly title: string;
  readonly authors: readonly PersonName[];
  readonly authorsTruncated?: boolean | undefined;
  readonly year?: number | undefined;
  readonly venue?: string | undefined;
}

/** Longer lists of authors are shortened to three; a list of four is not made longer to read by "et al.". */
const MOST_AUTHORS = 4;
const SHOWN_AUTHORS = 3;

/**
 * One line that tells people which work is meant, e.g. `Li, J., Li, D., Savarese, S., & Hoi, S. (2023). Title. ICML.`
 * Plain text; what is not known is left out.
 */
export function referenceLine(record: ReferenceRecord): string {
  const year = record.year === undefined ? '' : `(${record.year})`;
  const head = [authorList(record.authors, record.authorsTruncated ?? false), year].filter(Boolean).join(' ');
  return [head, record.title, record.venue ?? '']
    .map((part) => part.trim())
    .filter(Boolean)
    .map(withStop)
    .join(' ');
}

/** `Li`, `Li & Hoi`, `Li et al.`; empty without authors. */
export function shortAuthors(authors: readonly PersonName[], truncated = false): string {
  const [first, second] = authors;
  if (first === undefined) {
    return '';
  }
  if (truncated || authors.length > 2) {
    return `${first.family} et al.`;
  }
  return second === undefined ? first.family : `${first.family} & ${second.family}`;
}

function authorList(authors: readonly PersonName[], truncated: boolean): string {
  const names = authors.map(invertedName);
  if (truncated || names.length > MOST_AUTHORS) {
    return names.length === 0 ? '' : [...names.slice(0, SHOWN_AUTHORS), 'et al.'].join(', ');
  }
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}, & ${last}`;
}

/** `Li, J.`; a corporate author as it is. */
function invertedName({ family, given }: PersonName): string {
  const initials = given === undefined ? '' : initialsOf(given);
  return initials === '' ? family : `${family}, ${initials}`;
}

/** `Jean-Baptiste Marie` to `J.-B. M.`; names in scripts without initials stay whole. */
function initialsOf(given: string): string {
  return given
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((name) =>
      name
        .split('-')
        .filter(Boolean)
        .map((part) =>
          /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(part)
            ? `${firstLetter(part)}.`
            : part,
        )
        .join('-'),
    )
    .join(' ');
}

function firstLetter(word: string): string {
  return /^\P{M}\p{M}*/u.exec(word)?.[0] ?? '';
}

function withStop(text: string): string {
  return /[.?!。？！]$/.test(text) ? text : `${text}.`;
}

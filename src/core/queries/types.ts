import type { Facet } from '../facets/facets';
import type { TextRange } from '../text';

/** A query as it was typed. Ranges are UTF-16 offsets in its text. */
export interface ParsedQuery {
  readonly text: string;
  readonly parts: readonly QueryPart[];
}

/** What stands between spaces. A part that is negated begins with `-`, which its range has as well. */
export type QueryPart = WordPart | PhrasePart | FacetPart;

interface Part {
  readonly range: TextRange;
  readonly negated: boolean;
}

/** A word that is looked for anywhere. */
export interface WordPart extends Part {
  readonly kind: 'word';
  /** Without the minus. */
  readonly word: string;
}

/** Words that must stand together: `"visual instruction"`. */
export interface PhrasePart extends Part {
  readonly kind: 'phrase';
  readonly phrase: string;
  /** Whether the second quote is there. */
  readonly closed: boolean;
}

/** `name:value`, or several values of which any will do: `in:video,audio`. */
export interface FacetPart extends Part {
  readonly kind: 'facet';
  /** As typed. */
  readonly name: string;
  readonly nameRange: TextRange;
  /** Absent if no facet has that name. */
  readonly facet?: Facet;
  /** At least one; a value that is not typed yet is empty. */
  readonly values: readonly ValuePart[];
}

/** One value of a facet, as typed. */
export interface ValuePart {
  /** Without quotes. */
  readonly value: string;
  /** With quotes. */
  readonly range: TextRange;
  readonly quoted: boolean;
  /** False if the second quote is missing. */
  readonly closed: boolean;
}

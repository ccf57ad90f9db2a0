import type { BibEntry, BibField } from './types';

/** Types that are parts of a book: a book's title is their `booktitle`. */
const PARTS = new Set([
  'inbook',
  'bookinbook',
  'suppbook',
  'incollection',
  'suppcollection',
  'inreference',
  'inproceedings',
  'conference',
]);

/** What a publication has in common with what it appeared in. Identifiers and addresses are each one's own. */
const COMMON = new Set([
  'booktitle',
  'maintitle',
  'journal',
  'journaltitle',
  'publisher',
  'school',
  'institution',
  'organization',
  'howpublished',
  'year',
  'date',
]);

/** One of these makes the others of the parent void. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['year', 'date'],
  ['journal', 'journaltitle'],
];

/** Fields that name other entries are not passed on as such. */
const LINKS = new Set(['crossref', 'xdata', 'xref', 'ids', 'entryset', 'related', 'options']);

/**
 * An entry as biber sees it: what it lacks is taken from the entries that `xdata` names, which are there for nothing else,
 * and then from the one that `crossref` names, as far as biblatex's default rules pass it on and it says something about
 * this work. Entries that name each other in a circle, or others that do not exist, take nothing from there.
 *
 * @param find - the entry with a key
 * @returns for `toRecord`; `fields` are still the entry's own, `field` finds inherited ones, whose ranges are the other entry's
 */
export function withInherited(entry: BibEntry, find: (key: string) => BibEntry | undefined): BibEntry {
  return new Inheriting(entry, find, new Set([entry]));
}

class Inheriting implements BibEntry {
  readonly type: string;
  readonly key: string;
  readonly range: BibEntry['range'];
  readonly typeRange: BibEntry['typeRange'];
  readonly keyRange: BibEntry['keyRange'];
  readonly #entry: BibEntry;
  readonly #data: readonly BibEntry[];
  readonly #parent: BibEntry | undefined;

  /** @param seen - the entries on the way here */
  constructor(entry: BibEntry, find: (key: string) => BibEntry | undefined, seen: ReadonlySet<BibEntry>) {
    this.#entry = entry;
    this.type = entry.type;
    this.key = entry.key;
    this.range = entry.range;
    this.typeRange = entry.typeRange;
    this.keyRange = entry.keyRange;
    const follow = (key: string): BibEntry | undefined => {
      const other = find(key.trim());
      return other && !seen.has(other) && seen.size < MAX_STEPS
        ? new Inheriting(other, find, new Set([...seen, other]))
        : undefined;
    };
    this.#data = (entry.field('xdata')?.value ?? '')
      .split(',')
      .map(follow)
      .filter((other) => other !== undefined);
    this.#parent = follow(entry.field('crossref')?.value ?? '');
  }

  get fields(): readonly BibField[] {
    return this.#entry.fields;
  }

  field(name: string): BibField | undefined {
    return this.#withoutParent(name) ?? (this.#isSetOtherwise(name) ? undefined : this.#fromParent(name));
  }

  #withoutParent(name: string): BibField | undefined {
    const own = this.#entry.field(name);
    if (own || LINKS.has(name)) {
      return own;
    }
    for (const data of this.#data) {
      const found = data.field(name);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  #isSetOtherwise(name: string): boolean {
    const others = ALTERNATIVES.find((names) => names.includes(name)) ?? [];
    return others.some((other) => this.#withoutParent(other) !== undefined);
  }

  #fromParent(name: string): BibField | undefined {
    const parent = this.#parent;
    if (!parent) {
      return undefined;
    }
    if (name === 'booktitle' && PARTS.has(this.type)) {
      return parent.field('booktitle') ?? parent.field('title');
    }
    if (name === 'journaltitle' && this.type === 'article' && parent.type === 'periodical') {
      return parent.field('title');
    }
    if (name === 'maintitle' && parent.type.startsWith('mv')) {
      return parent.field('title');
    }
    const isPassedOn =
      COMMON.has(name) ||
      (name === 'author' && parent.type.endsWith('book') && this.type.endsWith('book')) ||
      (name === 'title' && parent.type === this.type);
    return isPassedOn ? parent.field(name) : undefined;
  }
}

/** Chains in the wild have two or three links. */
const MAX_STEPS = 16;

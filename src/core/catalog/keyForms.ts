import { fold } from '../search/folding';
import type { Model, PersonName, Work } from './types';

/**
 * How other sources make a citation key for the same work; all folded, as {@link foldKey} folds the keys they are compared
 * with. Read off the keys that these sites export:
 *
 * - Google Scholar, `liu2023visual`: family name, year, first word of the title that is no article or preposition;
 * - Semantic Scholar, `Liu2023VisualIT`: first word of the title, then the initials of the next two;
 * - ACL Anthology, `liu-etal-2023-visual`; `radford-narasimhan-2018-improving` for two authors;
 * - OpenReview, `liu2023visual`, but the first word whatever it is: `dosovitskiy2021an`;
 * - Better BibTeX, `liuVisualInstructionTuning2023`;
 * - and what people type: `llava`, `liu2023llava`, `llava2023`.
 */
export function keyForms(work: Work, models: readonly Model[]): ReadonlySet<string> {
  const forms = new Set<string>();
  const names = models.flatMap(({ name, aliases, id }) => [name, ...aliases, id].map(squeeze));
  for (const name of names) {
    forms.add(name);
  }
  const [first] = work.authors;
  if (!first) {
    return forms;
  }
  const titles = [work.title, ...(work.otherTitles ?? [])].map(titleWords);
  for (const year of yearsOf(work)) {
    for (const author of authorForms(first)) {
      for (const words of titles) {
        titleForms(author, year, words).forEach((form) => forms.add(form));
        anthologyForms(author, year, words, work).forEach((form) => forms.add(form));
      }
      for (const name of names) {
        forms.add(author.joined + year + name);
      }
    }
    for (const name of names) {
      forms.add(name + year);
    }
  }
  forms.delete('');
  return forms;
}

/** A key as it is compared: without accents and case, `:` and `_` and `.` gone, hyphens kept only where they divide years. */
export function foldKey(key: string): string {
  return fold(key).replace(/[^\p{L}\p{N}-]+/gu, '');
}

/** The same without hyphens, for names: `llava-1.5`, `LLaVA 1.5` and `llava15` are one. */
export function squeeze(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The years that keys have: of the first posting and of the publication. */
export function yearsOf({ posted, year }: Work): readonly string[] {
  return [...new Set([posted.slice(0, 4), String(year)])].filter((each) => /^\d{4}$/.test(each));
}

interface AuthorForm {
  /** `vandermaaten` */
  readonly joined: string;
  /** `van-der-maaten` */
  readonly hyphened: string;
}

function authorForms({ family }: PersonName): readonly AuthorForm[] {
  const words = fold(family)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const all = { joined: words.join(''), hyphened: words.join('-') };
  const last = words.at(-1) ?? '';
  return words.length > 1 ? [all, { joined: last, hyphened: last }] : [all];
}

/** What Google Scholar and the Anthology pass over. */
const skipped = new Set(
  'a an and as at by for from in into is of on or over the to towards toward via with'.split(' '),
);

interface TitleWords {
  /** Divided at spaces and hyphens. */
  readonly parts: readonly string[];
  /** Divided at spaces only, signs left out: `nextgpt`. */
  readonly wholes: readonly string[];
}

function titleWords(title: string): TitleWords {
  const folded = fold(title).replace(/['’]/gu, '');
  return {
    parts: folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''),
    wholes: folded
      .split(/\s+/u)
      .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
      .filter((word) => word !== ''),
  };
}

function titleForms({ joined }: AuthorForm, year: string, { parts, wholes }: TitleWords): string[] {
  const telling = (words: readonly string[]): string | undefined => words.find((word) => !skipped.has(word));
  const firsts = [parts[0], wholes[0], telling(parts), telling(wholes)].filter((word) => word !== undefined);
  const forms = [...firsts, ...firsts.map((word) => word.replace(/\d+$/u, ''))]
    .filter((word) => word !== '')
    .map((word) => joined + year + word);
  const [one = '', two = '', three = ''] = wholes;
  forms.push(joined + year + one + two.charAt(0) + three.charAt(0));
  const short = wholes.filter((word) => !skipped.has(word)).slice(0, 3);
  forms.push(joined + short.join('') + year);
  return forms;
}

/** More words where fewer are taken by another paper: `lin-etal-2024-video-llava`. */
function anthologyForms(
  { hyphened }: AuthorForm,
  year: string,
  { parts }: TitleWords,
  { authors, authorsTruncated }: Work,
): string[] {
  const second = authors[1];
  const others =
    authors.length > 2 || authorsTruncated === true
      ? ['-etal']
      : second
        ? authorForms(second).map((each) => `-${each.hyphened}`)
        : [''];
  const words = parts.filter((word) => !skipped.has(word));
  return others.flatMap((other) =>
    [1, 2, 3].map((length) => `${hyphened}${other}-${year}-${words.slice(0, length).join('-')}`),
  );
}

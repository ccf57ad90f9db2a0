import { fold } from '../search/folding';
import type { Work } from './types';
import { yearsOf } from './keyForms';

/** Family name of the first author and initials of up to eight more, as DBLP writes them. */
const mostInitials = 8;
const pattern = /^(?:DBLP:)?(conf|journals)\/([\w-]+)\/(\p{L}+|\d{4})([\p{Lu}\d]*?)(\d{2})([a-z]?)$/iu;

/** What DBLP calls the places where works of the catalog are published. */
const streams: Readonly<Record<string, string>> = {
  nips: 'NeurIPS',
  icml: 'ICML',
  iclr: 'ICLR',
  cvpr: 'CVPR',
  iccv: 'ICCV',
  eccv: 'ECCV',
  acl: 'ACL',
  emnlp: 'EMNLP',
  naacl: 'NAACL',
  aaai: 'AAAI',
  ijcai: 'IJCAI',
  mm: 'ACM Multimedia',
  wacv: 'WACV',
  tmlr: 'TMLR',
  pami: 'IEEE TPAMI',
  tmm: 'IEEE TMM',
  tkde: 'IEEE TKDE',
  tacl: 'TACL',
};

/**
 * The works that a key of DBLP such as `DBLP:conf/nips/LiuLWL23a` can mean: by authors and year, and by the place where it
 * is one that is known here. DBLP tells people of one name apart by a number, of which the key has a `0` for an initial, or
 * four digits for the first author's name (`0008LSH23`).
 *
 * @returns `undefined` if the key is not of this form
 */
export function worksOfDblpKey(key: string, works: readonly Work[]): readonly Work[] | undefined {
  const match = pattern.exec(key);
  if (!match) {
    return undefined;
  }
  const [, , stream = '', , , year = ''] = match;
  // Which capitals belong to the name is not to be seen, so the whole is compared.
  const stem = key.slice(key.lastIndexOf('/') + 1).replace(/\d{2}[a-z]?$/u, '');
  const found = works.filter(
    (work) => yearsOf(work).some((each) => each.endsWith(year)) && isStem(stem, work),
  );
  const venue = streams[stream.toLowerCase()];
  const there = venue === undefined ? [] : found.filter((work) => work.venue.includes(venue));
  return there.length > 0 ? there : found;
}

/** `LiuLWL` of the key that DBLP has for a work; what it calls the place is not told. */
export function dblpStem({ authors }: Work): string {
  const [first, ...others] = authors;
  return (
    letters(first?.family ?? '') +
    others
      .slice(0, mostInitials)
      .map(({ family }) => letters(family).charAt(0).toUpperCase())
      .join('')
  );
}

function isStem(stem: string, work: Work): boolean {
  const whole = dblpStem(work);
  const name = letters(work.authors[0]?.family ?? '');
  const numbered = /^\d{4}/u.test(stem) && stem.length > 4;
  const given = numbered ? stem.slice(4) : stem;
  const wanted = numbered ? whole.slice(name.length) : whole;
  // A list of authors that is cut off says nothing of the initials behind it.
  const isLong = work.authorsTruncated === true && given.length > wanted.length;
  return (
    (given.length === wanted.length || isLong) &&
    [...wanted].every((letter, index) => {
      const other = given.charAt(index);
      const isName = !numbered && index < name.length;
      return other.toLowerCase() === letter.toLowerCase() || (other === '0' && !isName);
    })
  );
}

function letters(family: string): string {
  const words = family
    .split(/[\s-]+/u)
    .map((word) => fold(word).replace(/[^\p{L}]+/gu, ''))
    .filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

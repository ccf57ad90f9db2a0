import type { Work } from '../catalog/types';
import type { TextEdit } from '../text';
import { insertCslItems } from './insertCslJson';
import { insertBibitems } from './insertBibitems';
import { insertHayagriva, insertReferences } from './insertYaml';
import type { OtherFormat } from './source';

/**
 * Adds works to a bibliography by insertions only, written as its own entries are.
 *
 * @param text - the whole file as it stands; may be empty
 * @param works - under the keys they get, which must be free in the file
 * @returns edits with offsets in `text`; none if nothing can be added (see `BibliographySource.closed`)
 */
export function insertWorks(format: OtherFormat, text: string, works: readonly Work[]): TextEdit[] {
  if (works.length === 0) {
    return [];
  }
  switch (format) {
    case 'csl-json':
      return insertCslItems(text, works);
    case 'csl-yaml':
    case 'inline-references':
      return insertReferences(text, works, format);
    case 'hayagriva':
      return insertHayagriva(text, works);
    case 'thebibliography':
      return insertBibitems(text, works);
  }
}

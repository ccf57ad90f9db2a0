import type { Entry } from './entry';
import { identityKeys } from './identity';
import { parseFirstName } from './names';
import { identifiersOf, textOf, titleOf } from './record';

/**
 * The identity keys of an entry, by what it says itself: what it inherits tells of the book or series it is in. The same
 * as those of its record, without making one.
 */
export function entryIdentities(entry: Entry): readonly string[] {
  const text = textOf(entry);
  const author = parseFirstName((entry.field('author') ?? entry.field('editor'))?.value ?? '');
  return identityKeys({ ...identifiersOf(text), title: titleOf(text), authors: author ? [author] : [] });
}

import { BibliographyIndex } from '../bibliography/bibliographyIndex';
import type { CitationGroup, Syntax } from '../drafts/types';
import { writePandocKey } from '../drafts/pandocKeys';
import { openSource } from '../formats/openSource';
import type { TextEdit, TextRange } from '../text';
import { applyEdits } from '../text';
import { citationsOf, entriesOf, mentionsOf } from './occurrences';
import type { BibText } from './occurrences';

/** A draft in which a key is to be renamed. */
export interface RenameDraft {
  readonly uri: string;
  readonly syntax: Syntax;
  readonly text: string;
  readonly groups: readonly CitationGroup[];
  /** Reads the citations of another text of this draft. */
  readonly parse: (text: string) => readonly CitationGroup[];
}

/** Everything that a rename may touch or collide with. */
export interface RenameInput {
  readonly key: string;
  readonly newKey: string;
  /** Only drafts in which the key means the entries that are renamed. */
  readonly drafts: readonly RenameDraft[];
  /** Where the entries are renamed. */
  readonly bibliographies: readonly BibText[];
  /** Further bibliographies of these drafts: they must not have the new key. */
  readonly others: readonly BibText[];
}

/** Why a key cannot be renamed so. */
export type RenameRefusal =
  | { readonly reason: 'empty' }
  /** `character` is what neither BibTeX nor pandoc can have in a key. */
  | { readonly reason: 'character'; readonly character: string }
  /** Another entry has the key, but for upper and lower case, which BibTeX does not tell apart. */
  | { readonly reason: 'taken'; readonly uri: string; readonly by: string }
  /** Read again, the file would not have the new key in its place. */
  | { readonly reason: 'unreadable'; readonly uri: string };

/** All edits of one file, on its current text. */
export interface RenameEdits {
  readonly uri: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** A rename that can be done. */
export interface RenamePlan {
  /** Without files in which nothing changes. */
  readonly files: readonly RenameEdits[];
}

/** White space and control characters, what biber refuses in keys, and what LaTeX or pandoc would read as something else. */
// eslint-disable-next-line no-control-regex -- control characters are what must not be in a key
const FORBIDDEN = /[\s\u0000-\u001f\u007f-\u009f"#%'(),=@\\{}~^$`;[\]|]/u;

/**
 * Plans how a key is renamed in drafts and bibliographies, mentions in `crossref`, `xdata`, `ids` and their like included.
 *
 * @returns the edits; or why it is refused, and then nothing may be changed
 */
export function planRename(input: RenameInput): RenamePlan | RenameRefusal {
  const { key, newKey, drafts, bibliographies } = input;
  const refusal = refusalOf(input);
  if (refusal) {
    return refusal;
  }
  const files: RenameEdits[] = [];
  for (const draft of drafts) {
    const edits = citationsOf(draft.groups, key).map(({ range }) => citationEdit(draft, range, newKey));
    if (!isReadBack(draft, edits, input)) {
      return { reason: 'unreadable', uri: draft.uri };
    }
    files.push({ uri: draft.uri, text: draft.text, edits });
  }
  for (const bibliography of bibliographies) {
    const ranges = [
      ...entriesOf(bibliography, key).map(({ keyRange }) => keyRange),
      ...mentionsOf(bibliography, key).map(({ range }) => range),
    ].sort((a, b) => a.start - b.start);
    const { uri, text } = bibliography;
    if (ranges.some(({ start, end }) => text.slice(start, end) !== key)) {
      return { reason: 'unreadable', uri };
    }
    files.push({ uri, text, edits: ranges.map((range) => ({ range, newText: newKey })) });
  }
  const changed = byFile(files);
  const broken = bibliographies.find((each) => !hasEntries(each, changed.get(each.uri), input));
  if (broken) {
    return { reason: 'unreadable', uri: broken.uri };
  }
  return { files: newKey === key ? [] : [...changed.values()].filter(({ edits }) => edits.length > 0) };
}

function refusalOf({ key, newKey, bibliographies, others }: RenameInput): RenameRefusal | undefined {
  if (newKey === '' || newKey === '*') {
    return newKey === '' ? { reason: 'empty' } : { reason: 'character', character: newKey };
  }
  const character = FORBIDDEN.exec(newKey)?.[0];
  if (character !== undefined) {
    return { reason: 'character', character };
  }
  const folded = newKey.toLowerCase();
  for (const { uri, file } of [...bibliographies, ...others]) {
    const other = file.entries.find((entry) => entry.key !== key && entry.key.toLowerCase() === folded);
    if (other) {
      return { reason: 'taken', uri, by: other.key };
    }
  }
  return undefined;
}

/** Braces around a pandoc key stay, and come where the new key needs them. */
function citationEdit({ syntax, text }: RenameDraft, range: TextRange, newKey: string): TextEdit {
  const isBare = syntax === 'pandoc' && text[range.start - 1] === '@';
  return { range, newText: isBare ? writePandocKey(newKey).slice(1) : newKey };
}

/** Whether the draft, read again, cites the new key at each place where it cited the old one. */
function isReadBack(
  draft: RenameDraft,
  edits: readonly TextEdit[],
  { key, newKey }: Pick<RenameInput, 'key' | 'newKey'>,
): boolean {
  const renamed = draft.parse(applyEdits(draft.text, edits));
  const expected = keysOf(draft.groups).map((cited) => (cited === key ? newKey : cited));
  return JSON.stringify(keysOf(renamed)) === JSON.stringify(expected);
}

/** References may stand in the draft that cites them: then its edits are those of both. */
function byFile(files: readonly RenameEdits[]): Map<string, RenameEdits> {
  const merged = new Map<string, RenameEdits>();
  for (const file of files) {
    const edits = [...(merged.get(file.uri)?.edits ?? []), ...file.edits];
    merged.set(file.uri, { ...file, edits });
  }
  return merged;
}

/** Whether the bibliography, read again, has the new key at each place of the old one: YAML and JSON have rules of their own. */
function hasEntries(
  source: BibText,
  changed: RenameEdits | undefined,
  { key, newKey }: Pick<RenameInput, 'key' | 'newKey'>,
): boolean {
  const { uri, text, file } = source;
  const edits = changed?.edits ?? [];
  const edited = applyEdits(text, edits);
  // A large file in BibTeX's format is not read all over again.
  const read = (source instanceof BibliographyIndex ? source.update(edits, edited) : openSource(uri, edited))
    .file.entries;
  return (
    read.length === file.entries.length &&
    file.entries.every((entry, number) => read[number]?.key === (entry.key === key ? newKey : entry.key))
  );
}

function keysOf(groups: readonly CitationGroup[]): string[] {
  return groups.flatMap(({ citations }) => citations.map((citation) => citation.key));
}

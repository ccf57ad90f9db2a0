import type { TextEdit } from '../text';
import { changedMiddle } from './changedMiddle';
import type { Content } from './content';
import { ContentMap } from './contentMap';
import { editedFile } from './editedFile';
import type { EditedFile } from './editedFile';
import { Entry } from './entry';
import { entryIdentities } from './entryIdentities';
import { identityKeys, sameWork } from './identity';
import { withInherited } from './inheritance';
import type { ReadFile } from './readFile';
import { readBibliography } from './reader';
import type { BibRecord } from './record';
import { detachedRecord, toRecord } from './record';
import type { BibEntry } from './types';
import { hintOf, workHints } from './workHints';

/** One bibliography as it stands, with everything that is looked up in it. Built from what is asked for, on first use. */
export class BibliographyIndex {
  readonly uri: string;
  readonly text: string;
  readonly file: ReadFile;
  #byKey: ContentMap<string> | undefined;
  #byLowerCaseKey: ContentMap<string> | undefined;
  /** By what leads to few entries that may be of the same work. */
  #byHint: ContentMap<number> | undefined;
  /** Of entries that inherit; the others' records outlive this version. */
  readonly #inheriting = new Map<BibEntry, BibRecord>();

  /**
   * @param uri - where the text is from, as VS Code's `uri.toString()`
   * @param text - the whole file, a BOM included if the document has it
   * @param file - the text as read, if it has been read already
   */
  constructor(uri: string, text: string, file = readBibliography(text)) {
    this.uri = uri;
    this.text = text;
    this.file = file;
  }

  /**
   * The index of the edited file. It equals one made afresh, but takes over what is known of entries that were not touched.
   *
   * @param edits - with ranges in this index's text, in any order, not overlapping
   * @param text - this index's text with the edits applied
   */
  update(edits: readonly TextEdit[], text: string): BibliographyIndex {
    const edited = editedFile(this.file, edits, text);
    const index = new BibliographyIndex(this.uri, text, edited?.file);
    if (edited) {
      index.#takeOver(this, edited);
    }
    return index;
  }

  /** {@link BibliographyIndex.update} for those who have the new text only. */
  updateTo(text: string): BibliographyIndex {
    return this.update([changedMiddle(this.text, text)], text);
  }

  /** The entry with exactly this key; the first one of several, as BibTeX takes it. */
  get(key: string): BibEntry | undefined {
    this.#byKey ??= ContentMap.of(this.file.contents, exactKey);
    return this.#first(this.#byKey.get(key));
  }

  /** The first entry whose key is this one but for upper and lower case, which BibTeX does not tell apart. */
  getIgnoringCase(key: string): BibEntry | undefined {
    this.#byLowerCaseKey ??= ContentMap.of(this.file.contents, lowerCaseKey);
    return this.#first(this.#byLowerCaseKey.get(key.toLowerCase()));
  }

  /** The entry that describes the same work, under whatever key: a match by DOI or arXiv id before one by title. */
  findWork(record: BibRecord): BibEntry | undefined {
    this.#byHint ??= ContentMap.of(this.file.contents, this.#hints);
    for (const identity of identityKeys(record)) {
      for (const content of this.#byHint.get(hintOf(identity))) {
        const entry = this.file.entryOf(content);
        if (entry && entryIdentities(entry).includes(identity) && sameWork(record, this.record(entry))) {
          return entry;
        }
      }
    }
    return undefined;
  }

  /** What an entry of this file says about its work, with what it inherits by `crossref` and `xdata`. */
  record(entry: BibEntry): BibRecord {
    if (!(entry instanceof Entry)) {
      return toRecord(entry);
    }
    const { facts } = entry;
    if (!facts.inherits) {
      facts.record ??= detachedRecord(toRecord(entry));
      return facts.record;
    }
    let record = this.#inheriting.get(entry);
    if (!record) {
      record = toRecord(withInherited(entry, (key) => this.get(key)));
      this.#inheriting.set(entry, record);
    }
    return record;
  }

  /** Not kept, being asked of each entry once; nor are the fields they are in. */
  readonly #hints = (content: Content): readonly number[] => {
    const source = content.key === '' ? '' : this.file.sourceOf(content);
    return workHints(source, this.file.strings.size > 0, () => {
      const entry = this.file.glanceAt(content);
      return entry && source !== '' ? entryIdentities(entry) : [];
    });
  };

  #first(contents: readonly Content[]): BibEntry | undefined {
    return contents[0] && this.file.entryOf(contents[0]);
  }

  #takeOver(previous: BibliographyIndex, { file, removed, added }: EditedFile): void {
    this.#byKey = previous.#byKey?.changed(removed, added, exactKey);
    this.#byLowerCaseKey = previous.#byLowerCaseKey?.changed(removed, added, lowerCaseKey);
    // Any field can be an abbreviation, a DOI as well.
    if (file.strings === previous.file.strings) {
      this.#byHint = previous.#byHint?.changed(removed, added, this.#hints);
    }
  }
}

function exactKey({ key }: Content): readonly string[] {
  return key === '' ? [] : [key];
}

function lowerCaseKey({ key }: Content): readonly string[] {
  return key === '' ? [] : [key.toLowerCase()];
}

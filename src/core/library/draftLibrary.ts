import { BibliographyIndex } from '../bibliography/bibliographyIndex';
import { sameWork } from '../bibliography/identity';
import { biblatexEntry } from '../writing/exportBiblatex';
import { freeKey } from '../bibliography/keys';
import type { BibRecord } from '../bibliography/record';
import { workRecord } from '../bibliography/record';
import type { BibEntry } from '../bibliography/types';
import { isBiblatex } from '../bibliography/dialect';
import { insertEntries } from '../bibliography/writer';
import type { Catalog } from '../catalog/catalog';
import type { BibliographicEntry, Model, Work } from '../catalog/types';
import { insertWorks } from '../formats/insertWorks';
import { formatOf, openSource } from '../formats/openSource';
import type { BibliographySource } from '../formats/source';
import type { TextEdit } from '../text';
import type { Discovery, FoundBibliography } from './discovery';

/** What a citation key means in one draft. */
export interface Resolution {
  readonly key: string;
  /** The entry of the draft's bibliographies; the first one, if several have the key. */
  readonly entry?: { readonly uri: string; readonly entry: BibEntry; readonly record: BibRecord };
  /** The catalog's work that the entry describes; without an entry the one whose key it is, or that it can only mean. */
  readonly work?: Work;
  /** The key is none of the catalog's: `work` is what it can only mean, as keys are made elsewhere. */
  readonly isGuess?: true;
  /** The works it can mean, where there are several and no entry says which. */
  readonly choices?: readonly Work[];
  /** The models that the work describes. */
  readonly models: readonly Model[];
}

/** How works come into a draft's bibliography. */
export interface Addition {
  /** By the works' frozen keys: the keys to cite. */
  readonly keys: ReadonlyMap<string, string>;
  /** The entries that are missing, under the keys to cite. */
  readonly added: readonly BibliographicEntry[];
  /** On the text of the target. */
  readonly edits: readonly TextEdit[];
}

/** A bibliography that is there and could not be read. */
export interface ReadFailure {
  readonly uri: string;
  readonly message: string;
}

/** What a {@link DraftLibrary} is made of. */
export interface DraftLibraryParts {
  readonly discovery: Discovery;
  /** In order of precedence. */
  readonly indexes: readonly BibliographySource[];
  readonly failures: readonly ReadFailure[];
  /** The text of the LaTeX root and of what it includes before `\begin{document}`; in Markdown the draft. */
  readonly preamble: string;
  readonly catalog: Catalog;
}

interface FoundEntry {
  readonly index: BibliographySource;
  readonly entry: BibEntry;
}

/** The bibliographies of one draft and the catalog, as they are at one moment. It never changes. */
export class DraftLibrary implements DraftLibraryParts {
  readonly discovery: Discovery;
  readonly indexes: readonly BibliographySource[];
  readonly failures: readonly ReadFailure[];
  readonly preamble: string;
  readonly catalog: Catalog;
  /**
   * Where new entries go: the first bibliography that can be read and added to, the draft's own references or one with
   * nothing but `@string`s only if there is no other; else the first that is named and not there yet; `undefined` if the
   * draft has none.
   */
  readonly target: FoundBibliography | undefined;
  readonly #entries = new Map<Work, FoundEntry | undefined>();

  constructor(parts: DraftLibraryParts) {
    this.discovery = parts.discovery;
    this.indexes = parts.indexes;
    this.failures = parts.failures;
    this.preamble = parts.preamble;
    this.catalog = parts.catalog;
    this.target = this.#chooseTarget();
  }

  /**
   * The one answer to what a key means here: exactly this key in the bibliographies, in order, then in the catalog, then
   * what it can mean as keys are made elsewhere.
   */
  resolve(key: string): Resolution {
    for (const index of this.indexes) {
      const entry = index.get(key);
      if (entry) {
        const record = index.record(entry);
        return {
          key,
          entry: { uri: index.uri, entry, record },
          ...this.#about(this.catalog.identify(record)),
        };
      }
    }
    const known = this.catalog.findByKey(key);
    if (known) {
      return { key, ...this.#about(known) };
    }
    const choices = this.catalog.guessKey(key);
    const [guess] = choices;
    return guess && choices.length === 1
      ? { key, ...this.#about(guess), isGuess: true }
      : { key, models: [], ...(choices.length > 1 && { choices }) };
  }

  /** The entry that describes a work, under whatever key. */
  entryOf(work: Work): FoundEntry | undefined {
    if (!this.#entries.has(work)) {
      this.#entries.set(work, findEntry(work, this.indexes));
    }
    return this.#entries.get(work);
  }

  /** The key that {@link planAddition} gives to a work that no bibliography has. */
  freeKeyOf(work: Work): string {
    return this.#freeKey(work, this.indexes, new Set());
  }

  /**
   * Plans how works become citable: a work that the bibliographies have is cited by the key it has there; the others
   * get an entry under their frozen key, or, if another work has that key, under a free one.
   *
   * @param targetText - the text that the edits apply to; left out, the target as it was read. What it says counts as well
   * @param targetUri - the file that the entries go to, where it is another than {@link target}
   */
  planAddition(
    works: readonly Work[],
    targetText = this.#targetText(),
    targetUri = this.target?.uri ?? '',
  ): Addition {
    const isRead = this.indexes.some((index) => index.text === targetText);
    const indexes = isRead ? this.indexes : [openSource(targetUri, targetText), ...this.indexes];
    const keys = new Map<string, string>();
    const added: Work[] = [];
    const given = new Set<string>();
    for (const work of works) {
      if (keys.has(work.key)) {
        continue;
      }
      const found = findEntry(work, indexes);
      const key = found?.entry.key ?? this.#freeKey(work, indexes, given);
      keys.set(work.key, key);
      if (!found) {
        given.add(key.toLowerCase());
        added.push({ ...work, key, entry: { ...work.entry, key } });
      }
    }
    const entries = added.map(({ entry }) => entry);
    const edits = this.#insertions(targetUri, targetText, added, indexes);
    return { keys, added: edits.length === 0 ? [] : entries, edits };
  }

  #freeKey(work: Work, indexes: readonly BibliographySource[], given: ReadonlySet<string>): string {
    const isTaken = (key: string): boolean =>
      given.has(key.toLowerCase()) ||
      indexes.some((index) => index.getIgnoringCase(key) !== undefined) ||
      // A free key must not be the frozen key of yet another work: sooner or later that one is cited as well.
      (this.catalog.findByKey(key) ?? work).key !== work.key;
    return freeKey(work.entry.key, isTaken);
  }

  #insertions(
    uri: string,
    text: string,
    works: readonly Work[],
    indexes: readonly BibliographySource[],
  ): readonly TextEdit[] {
    if (works.length === 0) {
      return [];
    }
    const format = formatOf(uri, text, this.discovery.syntax);
    if (format !== undefined) {
      return insertWorks(format, text, works);
    }
    const read = indexes.find((index) => index.text === text);
    const blocks = read instanceof BibliographyIndex ? read.file.blocks : undefined;
    const biblatex = isBiblatex(text);
    return insertEntries(
      text,
      works.map((work) => (biblatex ? biblatexEntry(work) : work.entry)),
      blocks,
    ).edits;
  }

  #about(work: Work | undefined): Pick<Resolution, 'work' | 'models'> {
    return work ? { work, models: this.catalog.modelsOf(work.key) } : { models: [] };
  }

  #targetText(): string {
    return this.indexes.find((index) => index.uri === this.target?.uri)?.text ?? '';
  }

  #chooseTarget(): FoundBibliography | undefined {
    const { bibliographies } = this.discovery;
    const isClosed = (uri: string): boolean =>
      this.failures.some((failure) => failure.uri === uri) ||
      this.indexes.find((index) => index.uri === uri)?.closed !== undefined;
    const there = bibliographies.filter(({ uri, exists }) => exists && !isClosed(uri));
    // A file of journal abbreviations often stands first.
    const holdsOnlyStrings = ({ uri }: FoundBibliography): boolean => {
      const file = this.indexes.find((index) => index.uri === uri)?.file;
      return file !== undefined && file.entries.length === 0 && file.strings.size > 0;
    };
    const isOwn = ({ uri }: FoundBibliography): boolean => this.discovery.members.includes(uri);
    return (
      there.find((file) => !holdsOnlyStrings(file) && !isOwn(file)) ??
      there.find((file) => !holdsOnlyStrings(file)) ??
      there[0] ??
      bibliographies.find(({ uri, exists }) => !exists || !isClosed(uri))
    );
  }
}

/** In each bibliography the frozen key is looked at first, in case the same work stands there twice. */
function findEntry(work: Work, indexes: readonly BibliographySource[]): FoundEntry | undefined {
  const record = workRecord(work);
  for (const index of indexes) {
    const byKey = index.get(work.key);
    const entry = byKey && sameWork(record, index.record(byKey)) ? byKey : index.findWork(record);
    if (entry) {
      return { index, entry };
    }
  }
  return undefined;
}

import { worksOfDblpKey } from './dblpKeys';
import { foldKey, keyForms, squeeze } from './keyForms';
import type { Model, Work } from './types';

const arxivKey = /^(?:arxiv[:._/-]?|abs[-/]|dblp:journals\/corr\/abs-)?(\d{4})[._:-](\d{4,5})(?:v\d+)?$/iu;
const doiKey = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/iu;

/** Knows the keys under which works of the catalog are cited elsewhere. Its table is made on first use. */
export class KeyGuesses {
  readonly #works: readonly Work[];
  readonly #modelsOf: (work: string) => readonly Model[];
  #table: ReadonlyMap<string, readonly Work[]> | undefined;

  constructor(works: readonly Work[], modelsOf: (work: string) => readonly Model[]) {
    this.#works = works;
    this.#modelsOf = modelsOf;
  }

  /** The works that a key can mean, those by identifier alone if it is one; several if it is ambiguous. */
  worksOf(key: string): readonly Work[] {
    const text = key.trim();
    const [, month, number] = arxivKey.exec(text) ?? [];
    if (month !== undefined) {
      return this.#works.filter(({ arxiv }) => arxiv === `${month}.${number}`);
    }
    const doi = doiKey.exec(text)?.[1]?.toLowerCase();
    if (doi !== undefined) {
      return this.#works.filter((work) => work.doi?.toLowerCase() === doi);
    }
    const dblp = worksOfDblpKey(text, this.#works);
    if (dblp) {
      return dblp;
    }
    this.#table ??= this.#make();
    return this.#table.get(foldKey(text)) ?? this.#table.get(squeeze(text)) ?? [];
  }

  #make(): ReadonlyMap<string, readonly Work[]> {
    const table = new Map<string, Work[]>();
    for (const work of this.#works) {
      for (const form of keyForms(work, this.#modelsOf(work.key))) {
        const known = table.get(form);
        if (known) {
          known.push(work);
        } else {
          table.set(form, [work]);
        }
      }
    }
    return table;
  }
}

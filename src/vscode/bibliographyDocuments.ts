import type * as vscode from 'vscode';
import { BibliographyIndex } from '../core/bibliography/bibliographyIndex';
import type { BibliographySource } from '../core/formats/source';
import { isBibliography } from '../core/library/paths';
import { languages } from '../ids';
import { draftSelector } from './drafts';

/** Selects every bibliography, for providers; also where no extension knows the language and it is plain text. */
export const bibliographySelector: readonly vscode.DocumentFilter[] = [
  ...languages.bibliography.map((language) => ({ language })),
  { pattern: '**/*.{bib,bibtex,biblatex}' },
];

/** CSL-JSON, CSL-YAML and Hayagriva: files of these languages are bibliographies only if a draft says so. */
const otherFormats: readonly vscode.DocumentFilter[] = [
  { language: 'json' },
  { language: 'jsonc' },
  { language: 'yaml' },
];

/** Selects everything in which citation keys stand, and files that may be bibliographies. */
export const draftsAndBibliographies: vscode.DocumentSelector = [
  draftSelector,
  bibliographySelector,
  otherFormats,
].flat();

/** Whether a document is a bibliography in BibTeX's format. */
export function isBibliographyDocument({ languageId, uri }: vscode.TextDocument): boolean {
  return languages.bibliography.some((language) => language === languageId) || isBibliography(uri.toString());
}

/** The bibliographies in editors, read once per version, and after an edit only where it was. */
export class BibliographyDocuments {
  readonly #read = new WeakMap<vscode.TextDocument, { version: number; index: BibliographyIndex }>();

  /** @param known - an index of this very file that was made elsewhere; it is taken if its text is the document's */
  index(document: vscode.TextDocument, known?: BibliographySource): BibliographyIndex {
    const { version } = document;
    const read = this.#read.get(document);
    if (read?.version === version) {
      return read.index;
    }
    const text = document.getText();
    const index =
      known instanceof BibliographyIndex && known.text === text
        ? known
        : (read?.index.updateTo(text) ?? new BibliographyIndex(document.uri.toString(), text));
    this.#read.set(document, { version, index });
    return index;
  }
}

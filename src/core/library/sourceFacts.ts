import { declarationsIn } from '../drafts/declarations';
import { documentClassIn, findRootComment, includesIn } from '../drafts/includes';
import type { DocumentClass, Include } from '../drafts/includes';
import { latexCode } from '../drafts/latexCode';
import type { BibliographyDeclaration } from '../drafts/types';
import type { Cancellation, Workspace } from './workspace';

/** What one LaTeX file says about the project it belongs to. */
export interface SourceFacts {
  readonly text: string;
  readonly rootComment: string | undefined;
  readonly documentClass: DocumentClass | undefined;
  readonly includes: readonly Include[];
  readonly declarations: readonly BibliographyDeclaration[];
  /** Offset of `\begin{document}`; the text's length where there is none. */
  readonly bodyStart: number;
}

/** Reads the facts of LaTeX files, and reads them again only if their text has changed. */
export class FactsCache {
  readonly #facts = new Map<string, SourceFacts>();

  of(uri: string, text: string): SourceFacts {
    const known = this.#facts.get(uri);
    if (known?.text === text) {
      return known;
    }
    const code = latexCode(text);
    const body = code.search(/\\begin\s*\{document\}/);
    const facts: SourceFacts = {
      text,
      rootComment: findRootComment(text),
      documentClass: documentClassIn(code),
      includes: includesIn(code),
      declarations: declarationsIn(code),
      bodyStart: body < 0 ? text.length : body,
    };
    this.#facts.set(uri, facts);
    return facts;
  }

  /** Drops the facts of files that nothing asks for any more. */
  keep(wanted: (uri: string) => boolean): void {
    for (const uri of this.#facts.keys()) {
      if (!wanted(uri)) {
        this.#facts.delete(uri);
      }
    }
  }
}

/** A file's text; a file that cannot be read counts as missing, so that it costs nothing but itself. */
export async function readIfPossible(
  workspace: Workspace,
  uri: string,
  token: Cancellation,
): Promise<string | undefined> {
  if (token.isCancellationRequested) {
    return undefined;
  }
  try {
    return await workspace.readText(uri, token);
  } catch {
    return undefined;
  }
}

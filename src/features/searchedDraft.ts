import type { Catalog } from '../core/catalog/catalog';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import type { DraftState } from '../core/panel/rows';
import type { DraftCitations } from '../vscode/draftCitations';
import type { ActiveDraft } from '../vscode/drafts';
import { draftSyntax } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';

/** The draft that the search is for. */
export interface SearchedDraft {
  readonly library: DraftLibrary;
  /** Keys that any file of the draft cites. */
  readonly cited: ReadonlySet<string>;
}

/** The active draft; one that cannot be read is none, and what is wrong with it is said elsewhere. */
export async function searchedDraft(
  active: ActiveDraft,
  library: Library,
  citations: DraftCitations,
): Promise<SearchedDraft | undefined> {
  const { document } = active;
  const syntax = document && draftSyntax(document);
  if (!document || !syntax) {
    return undefined;
  }
  const token = { isCancellationRequested: false };
  try {
    const opened = await openLibrary(library, document, syntax, token);
    const parts = await citations.of(document, opened, token);
    const groups = parts.flatMap((part) => part.groups);
    return {
      library: opened,
      cited: new Set(groups.flatMap((group) => group.citations.map(({ key }) => key))),
    };
  } catch {
    return undefined;
  }
}

/** Which models a draft cites and has in its bibliographies. */
export function draftState(draft: SearchedDraft | undefined, catalog: Catalog): DraftState {
  if (!draft) {
    return { cited: new Set(), inBibliography: new Set() };
  }
  const { library, cited } = draft;
  const inBibliography = catalog.models.filter((model) => library.entryOf(catalog.workOf(model)));
  return {
    cited: new Set([...cited].flatMap((key) => library.resolve(key).models.map(({ id }) => id))),
    inBibliography: new Set(inBibliography.map(({ id }) => id)),
  };
}

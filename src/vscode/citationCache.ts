import type * as vscode from 'vscode';
import { parseCitations } from '../core/drafts/citations';
import type { CitationGroup, Syntax } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import { settingsFor } from './configuration';
import { notebookOf } from './draftFiles';

interface Parsed {
  readonly version: number;
  readonly commands: string;
  readonly groups: readonly CitationGroup[];
}

/** So many edits make a difference to nobody who asks for recent citations. */
const RECENT = 20;

/** The citations of open drafts, parsed once per version. */
export class CitationCache {
  readonly #parsed = new WeakMap<vscode.TextDocument, Map<Syntax, Parsed>>();

  /** The citations of a document by its text alone: quick, and right but for what only its project tells. */
  groups(document: vscode.TextDocument, syntax: Syntax): readonly CitationGroup[] {
    const extraCommands = settingsFor(document).citeCommands;
    const commands = extraCommands.join(' ');
    const bySyntax = this.#parsed.get(document) ?? new Map<Syntax, Parsed>();
    const known = bySyntax.get(syntax);
    if (known?.version === document.version && known.commands === commands) {
      return known.groups;
    }
    const groups = parseCitations(document.getText(), syntax, { extraCommands });
    bySyntax.set(syntax, { version: document.version, commands, groups });
    this.#parsed.set(document, bySyntax);
    return groups;
  }

  /** The citations of a document in its project, which may be a MyST one, or have Typst labels elsewhere. */
  groupsIn(document: vscode.TextDocument, { discovery }: DraftLibrary): readonly CitationGroup[] {
    const groups = this.groups(document, discovery.syntax);
    if (discovery.labels.length === 0) {
      return groups;
    }
    const labels = new Set(discovery.labels);
    return groups.filter(
      ({ command, citations }) => command !== '@' || !citations.some(({ key }) => labels.has(key)),
    );
  }

  /** The citations of the whole draft: of a cell's notebook those of all cells. Their ranges are each in its own document. */
  groupsOfDraft(document: vscode.TextDocument, library: DraftLibrary): readonly CitationGroup[] {
    const cells = notebookOf(document)?.getCells() ?? [];
    const documents = cells
      .filter((cell) => cell.document.languageId === 'markdown')
      .map((cell) => cell.document);
    return (documents.length === 0 ? [document] : documents).flatMap((each) => this.groupsIn(each, library));
  }

  /** Those of the whole draft as it is or was some edits ago: enough where it does not matter exactly what stands where. */
  recentOfDraft(document: vscode.TextDocument, library: DraftLibrary): readonly CitationGroup[] {
    const known = this.#parsed.get(document)?.get(library.discovery.syntax);
    return !notebookOf(document) && known && document.version < known.version + RECENT
      ? known.groups
      : this.groupsOfDraft(document, library);
  }
}

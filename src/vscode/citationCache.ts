import * as vscode from 'vscode';
import { parseCitations } from '../core/drafts/citations';
import type { CitationGroup, Syntax } from '../core/drafts/types';
import type { Discovery } from '../core/library/discovery';
import type { DraftLibrary } from '../core/library/draftLibrary';
import { settingsFor } from './configuration';

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
    return withoutLabels(this.groups(document, discovery.syntax), discovery);
  }

  /** {@link groupsIn} as it is or was some edits ago. */
  recent(document: vscode.TextDocument, library: DraftLibrary): readonly CitationGroup[] {
    const known = this.#parsed.get(document)?.get(library.discovery.syntax);
    return known && document.version < known.version + RECENT
      ? withoutLabels(known.groups, library.discovery)
      : this.groupsIn(document, library);
  }
}

/** {@link CitationCache.groupsIn} for the text of a file that no editor has. */
export function parseFile(uri: string, text: string, { discovery }: DraftLibrary): readonly CitationGroup[] {
  const { citeCommands } = settingsFor(vscode.Uri.parse(uri, true));
  return withoutLabels(parseCitations(text, discovery.syntax, { extraCommands: citeCommands }), discovery);
}

/** In Typst `@label` refers to what has the label, and cites nothing. */
function withoutLabels(groups: readonly CitationGroup[], { labels }: Discovery): readonly CitationGroup[] {
  if (labels.length === 0) {
    return groups;
  }
  const known = new Set(labels);
  return groups.filter(
    ({ command, citations }) => command !== '@' || !citations.some(({ key }) => known.has(key)),
  );
}

import type * as vscode from 'vscode';
import { parseCitations } from '../core/drafts/citations';
import type { CitationGroup, Syntax } from '../core/drafts/types';
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
  readonly #parsed = new WeakMap<vscode.TextDocument, Parsed>();

  /** Those of this version or of one some edits ago: enough where it does not matter exactly what stands where. */
  recent(document: vscode.TextDocument, syntax: Syntax): readonly CitationGroup[] {
    const known = this.#parsed.get(document);
    return known && document.version < known.version + RECENT ? known.groups : this.groups(document, syntax);
  }

  groups(document: vscode.TextDocument, syntax: Syntax): readonly CitationGroup[] {
    const extraCommands = settingsFor(document).citeCommands;
    const commands = extraCommands.join(' ');
    const known = this.#parsed.get(document);
    if (known?.version === document.version && known.commands === commands) {
      return known.groups;
    }
    const groups = parseCitations(document.getText(), syntax, { extraCommands });
    this.#parsed.set(document, { version: document.version, commands, groups });
    return groups;
  }
}

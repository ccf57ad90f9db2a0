import type * as vscode from 'vscode';
import { parseCitations } from '../core/drafts/citations';
import type { CitationGroup, Syntax } from '../core/drafts/types';
import { settingsFor } from './configuration';

interface Parsed {
  readonly version: number;
  readonly commands: string;
  readonly groups: readonly CitationGroup[];
}

/** The citations of open drafts, parsed once per version. */
export class CitationCache {
  readonly #parsed = new WeakMap<vscode.TextDocument, Parsed>();

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

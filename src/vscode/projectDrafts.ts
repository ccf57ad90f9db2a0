import * as vscode from 'vscode';
import { parseCitations } from '../core/drafts/citations';
import type { Syntax } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import type { Workspace } from '../core/library/workspace';
import type { RenameDraft } from '../core/navigation/rename';
import type { KeyScope } from '../core/navigation/scope';
import { isSameKey } from '../core/navigation/scope';
import type { CitationCache } from './citationCache';
import { settingsFor } from './configuration';
import { draftUri, openDraft } from './draftFiles';
import { draftFiles, draftSyntax, syntaxOfFile } from './drafts';

/** More drafts than this are not searched; a workspace with so many is no paper. */
const MAX_DRAFTS = 5000;
/** Notebooks hold pictures and are slow to read. */
const MAX_NOTEBOOKS = 200;
/** Files read at a time: one after the other is slow on a remote machine, all at once needs too much memory. */
const BATCH = 16;
const NOT_DRAFTS = '**/{node_modules,.git,.venv,site-packages}/**';

/** The drafts in which a key is used. */
export interface KeyUses {
  readonly drafts: readonly RenameDraft[];
  /** Of these drafts, and of the one it started from. */
  readonly libraries: readonly DraftLibrary[];
  /** Whether the workspace has more drafts than are searched. */
  readonly truncated: boolean;
}

/** Finds drafts of the workspace by the keys they cite. */
export class ProjectDrafts {
  constructor(
    private readonly library: Library,
    private readonly files: Workspace,
    private readonly citations: CitationCache,
  ) {}

  /**
   * The drafts that cite a key in its meaning: all files of the LaTeX project it started from, and those drafts of the workspace
   * that have the same bibliography.
   *
   * @param start - the library of the draft in which the user asks
   * @returns what was found so far, if cancelled
   */
  async citing(
    scope: KeyScope,
    start: DraftLibrary | undefined,
    token: vscode.CancellationToken,
  ): Promise<KeyUses> {
    const members = new Map(
      start?.discovery.members.flatMap(documentsOf).map((uri) => [uri, start.discovery.syntax]),
    );
    const others = await vscode.workspace.findFiles(draftFiles, NOT_DRAFTS, MAX_DRAFTS, token);
    await this.#openNotebooks(scope.key, token);
    const candidates = new Map(members);
    for (const [uri, syntax] of [
      ...openDrafts(),
      ...others.map((uri) => [uri.toString(), syntaxOfFile(uri)] as const),
    ]) {
      if (syntax && !candidates.has(uri)) {
        candidates.set(uri, syntax);
      }
    }
    const citing = await this.#mentioning(scope.key, [...candidates], token);
    const drafts: RenameDraft[] = [];
    const libraries = new Set(start ? [start] : []);
    const opened: string[] = [];
    for (const draft of citing) {
      if (token.isCancellationRequested) {
        break;
      }
      if (members.has(draft.uri)) {
        drafts.push(draft);
        continue;
      }
      const document = documentOf(draft.uri);
      const place = document ? draftUri(document).toString() : draft.uri;
      if (!document) {
        opened.push(place);
      }
      const library = await this.library.open(place, draft.syntax, token);
      if (isSameKey(library, scope)) {
        libraries.add(library);
        drafts.push(draft);
      }
    }
    // All at the end: what they have in common would be read again for each.
    opened.filter((uri) => !openDraft(uri)).forEach((uri) => this.library.close(uri));
    return { drafts, libraries: [...libraries], truncated: others.length >= MAX_DRAFTS };
  }

  /** Opens the notebooks that have a key in them: only then their cells are documents in which it can be renamed. */
  async #openNotebooks(key: string, token: vscode.CancellationToken): Promise<void> {
    const uris = await vscode.workspace.findFiles('**/*.ipynb', NOT_DRAFTS, MAX_NOTEBOOKS, token);
    for (const uri of uris) {
      const text = token.isCancellationRequested ? '' : await this.files.readText(uri.toString(), token);
      if (text?.includes(key) === true) {
        try {
          await vscode.workspace.openNotebookDocument(uri);
        } catch {
          // Nobody here can open notebooks, or this one is broken.
        }
      }
    }
  }

  /** Reads drafts and keeps those that cite the key; most are out of the question without parsing them. */
  async #mentioning(
    key: string,
    candidates: readonly (readonly [string, Syntax])[],
    token: vscode.CancellationToken,
  ): Promise<RenameDraft[]> {
    const found: RenameDraft[] = [];
    for (let i = 0; i < candidates.length && !token.isCancellationRequested; i += BATCH) {
      const batch = candidates
        .slice(i, i + BATCH)
        .map(async ([uri, syntax]) => [uri, syntax, await this.files.readText(uri, token)] as const);
      for (const [uri, syntax, text] of await Promise.all(batch)) {
        const draft = text?.includes(key) === true ? this.#draft(uri, syntax, text) : undefined;
        if (
          draft?.groups.some(({ citations }) => citations.some((citation) => citation.key === key)) === true
        ) {
          found.push(draft);
        }
      }
    }
    return found;
  }

  #draft(uri: string, syntax: Syntax, text: string): RenameDraft {
    const extraCommands = settingsFor(vscode.Uri.parse(uri, true)).citeCommands;
    const parse: RenameDraft['parse'] = (content) => parseCitations(content, syntax, { extraCommands });
    const document = documentOf(uri);
    const groups = document?.getText() === text ? this.citations.groups(document, syntax) : parse(text);
    return { uri, syntax, text, groups, parse };
  }
}

function openDrafts(): (readonly [string, Syntax | undefined])[] {
  return vscode.workspace.textDocuments.map(
    (document) => [document.uri.toString(), draftSyntax(document)] as const,
  );
}

/** The documents that editors have of a file: the cells of a notebook, a draft that was never saved; else the file. */
function documentsOf(uri: string): string[] {
  return openDraft(uri)?.parts.map(({ document }) => document.uri.toString()) ?? [uri];
}

function documentOf(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

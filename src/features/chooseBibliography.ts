import * as vscode from 'vscode';
import { planDeclaration } from '../core/drafts/planDeclaration';
import { fileName, folderOfFile, relativePath } from '../core/library/paths';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { ChooseTarget, Target } from '../vscode/citer';

import { labelText } from '../vscode/labelText';
import { isPlaceless, openDraft } from '../vscode/draftFiles';
import type { FileChange } from '../vscode/workspaceEdits';
import { isWritable } from '../vscode/workspaceEdits';

interface TargetItem extends vscode.QuickPickItem {
  readonly choose: () => Promise<Target | 'citation-only' | undefined>;
}

/**
 * Asks where a new entry goes if the draft does not say: into a new `references.bib`, an existing file of the workspace,
 * another file, or nowhere. The choice is written into the draft as its declaration, so it is asked only once; a choice
 * of "citation only" is remembered for the session.
 */
export class BibliographyChooser {
  readonly #citationOnly = new Set<string>();

  readonly choose: ChooseTarget = async (library) => {
    const root = library.discovery.root;
    if (this.#citationOnly.has(root)) {
      return 'citation-only';
    }
    const picked = await vscode.window.showQuickPick(await this.#items(library), {
      title: await this.#title(library),
      placeHolder: vscode.l10n.t('Where does the new entry go?'),
      ignoreFocusOut: true,
      matchOnDescription: true,
    });
    return picked?.choose();
  };

  async #title(library: DraftLibrary): Promise<string> {
    const target = library.target?.uri;
    const draft = fileName(library.discovery.draft);
    return target !== undefined && !(await isWritable(vscode.Uri.parse(target, true)))
      ? vscode.l10n.t('{0} is read-only', fileName(target))
      : vscode.l10n.t('{0} names no bibliography', draft);
  }

  async #items(library: DraftLibrary): Promise<TargetItem[]> {
    const root = vscode.Uri.parse(library.discovery.root, true);
    const folder = vscode.Uri.joinPath(root, '..');
    const readOnlyTarget = library.target?.uri;
    const existing = (await vscode.workspace.findFiles('**/*.bib', '**/node_modules/**', 50)).filter(
      (uri) => uri.toString() !== readOnlyTarget,
    );
    const declare = (uri: vscode.Uri, create: boolean) => async (): Promise<Target> => ({
      uri,
      create,
      declaration: await declaration(library, root, uri),
    });
    const fresh = hasPlace(root) ? await freeName(folder) : undefined;
    return [
      ...existing.map((uri) => ({
        label: `$(book) ${labelText(fileName(uri.toString()))}`,
        description: labelText(vscode.workspace.asRelativePath(uri)),
        choose: declare(uri, false),
      })),
      fresh
        ? {
            label: `$(new-file) ${vscode.l10n.t('Create {0}', fileName(fresh.toString()))}`,
            description: labelText(vscode.l10n.t('beside {0}', fileName(root.toString()))),
            choose: declare(fresh, true),
          }
        : {
            label: `$(new-file) ${vscode.l10n.t('Create a new file...')}`,
            choose: async () => {
              const file = await newFile();
              return file && (await declare(file.uri, file.create)());
            },
          },
      {
        label: `$(folder-opened) ${vscode.l10n.t('Choose another file...')}`,
        choose: async () => {
          const [uri] =
            (await vscode.window.showOpenDialog({ filters: { BibTeX: ['bib'] }, defaultUri: folder })) ?? [];
          return uri && (await declare(uri, false)());
        },
      },
      {
        label: `$(circle-slash) ${vscode.l10n.t('Insert the citation only')}`,
        choose: () => {
          this.#citationOnly.add(library.discovery.root);
          return Promise.resolve('citation-only');
        },
      },
    ];
  }
}

/** `references.bib`, or the next free name: an existing file is never taken for a new one. */
async function freeName(folder: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? 'references.bib' : `references-${number}.bib`);
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}

async function declaration(library: DraftLibrary, root: vscode.Uri, uri: vscode.Uri): Promise<FileChange> {
  const text = openDraft(root.toString())?.text ?? (await vscode.workspace.openTextDocument(root)).getText();
  const path = hasPlace(root)
    ? relativePath(folderOfFile(root.toString()), uri.toString())
    : uri.fsPath.replaceAll('\\', '/');
  return { uri: root, edits: planDeclaration(text, library.discovery.syntax, path) };
}

/** Whether the folder of a draft is known, as it is not if it was never saved and no folder is open. */
function hasPlace(root: vscode.Uri): boolean {
  return openDraft(root.toString())?.parts.some(({ document }) => isPlaceless(document)) !== true;
}

/** A file that does not exist yet, named by the user; an existing one is taken as it is. */
async function newFile(): Promise<{ uri: vscode.Uri; create: boolean } | undefined> {
  const uri = await vscode.window.showSaveDialog({ filters: { BibTeX: ['bib'] } });
  if (!uri) {
    return undefined;
  }
  try {
    await vscode.workspace.fs.stat(uri);
    return { uri, create: false };
  } catch {
    return { uri, create: true };
  }
}

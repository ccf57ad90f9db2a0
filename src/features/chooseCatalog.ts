import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import { settings } from '../ids';
import type { CheckedFile } from '../vscode/catalogFile';
import { labelText } from '../vscode/labelText';
import type { OwnCatalogs } from '../vscode/ownCatalogs';
import { patterns } from '../vscode/ownCatalogs';
import { isWritable } from '../vscode/workspaceEdits';

/** Where a model goes. */
export interface CatalogTarget {
  readonly uri: vscode.Uri;
  readonly exists: boolean;
  /** Puts the file into the setting, if it is not there. */
  readonly declare: () => Promise<void>;
}

const newName = 'mmllm-catalog.yaml';

/**
 * The catalog to write into: the one named, the only one, or the one the user chooses; without any a new file.
 *
 * @returns `undefined` if the user cancelled
 * @throws Error if no folder is open for a new file
 */
export async function chooseCatalog(
  named: string | undefined,
  files: readonly CheckedFile[],
  own: OwnCatalogs,
  asks: boolean,
): Promise<CatalogTarget | undefined> {
  if (named !== undefined) {
    return target(vscode.Uri.parse(named, true), files);
  }
  const uris: vscode.Uri[] = [];
  for (const { file } of files) {
    const uri = vscode.Uri.parse(file.uri, true);
    if (/\.(?:ya?ml|jsonc?)$/i.test(uri.path) && !own.downloads.has(uri) && (await isWritable(uri))) {
      uris.push(uri);
    }
  }
  const [first] = uris;
  if (uris.length > 1 && asks) {
    const items = uris.map((uri) => ({
      label: labelText(fileName(uri.toString())),
      description: labelText(vscode.workspace.asRelativePath(uri)),
      uri,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Add Model to Own Catalog'),
      placeHolder: vscode.l10n.t('Catalog to add to'),
    });
    return picked && target(picked.uri, files);
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = first ?? (folder && vscode.Uri.joinPath(folder, newName));
  if (!uri) {
    throw new Error(vscode.l10n.t('Open a folder first, in which the catalog can be made.'));
  }
  return target(uri, files);
}

async function target(uri: vscode.Uri, files: readonly CheckedFile[]): Promise<CatalogTarget> {
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  const isKnown = files.some(({ file }) => file.uri === uri.toString());
  const path = vscode.workspace.asRelativePath(uri, false);
  return {
    uri,
    exists,
    declare: async () => {
      if (!isKnown && !patterns().includes(path)) {
        await vscode.workspace
          .getConfiguration(settings.section)
          .update(settings.catalogs, [...patterns(), path], vscode.ConfigurationTarget.Workspace);
      }
    },
  };
}

import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import { planRename } from '../core/navigation/rename';
import type { RenameRefusal } from '../core/navigation/rename';
import type { BibliographySource } from '../core/formats/source';
import { draftsAndBibliographies } from '../vscode/bibliographyDocuments';
import { messageText } from '../vscode/labelText';
import type { FoundKey, KeyFinder } from '../vscode/keyFinder';
import type { Places } from '../vscode/places';
import type { ProjectDrafts } from '../vscode/projectDrafts';
import { isWritable } from '../vscode/workspaceEdits';

/** Renames a key in its bibliographies and in all drafts that cite it, as one change. */
export class KeyRename implements vscode.RenameProvider {
  constructor(
    private readonly keys: KeyFinder,
    private readonly drafts: ProjectDrafts,
    private readonly places: Places,
  ) {}

  /** @throws Error where there is nothing to rename; VS Code shows it */
  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<{ range: vscode.Range; placeholder: string }> {
    const { range, scope } = await this.#find(document, position, token);
    return { range, placeholder: scope.key };
  }

  /** @throws Error if the new key is refused; VS Code shows it, and nothing is changed */
  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const { scope, library, indexes } = await this.#find(document, position, token);
    const { drafts, libraries, truncated } = await this.drafts.citing(scope, library, token);
    if (token.isCancellationRequested) {
      return undefined;
    }
    if (truncated) {
      throw new Error(
        vscode.l10n.t(
          'The workspace has too many drafts to rename the key in all of them. Open a smaller folder.',
        ),
      );
    }
    const known = byUri([...indexes, ...libraries.flatMap((each) => each.indexes)]);
    const isRenamed = ({ uri }: BibliographySource): boolean => scope.bibliographies.has(uri);
    const plan = planRename({
      key: scope.key,
      newKey: newName.trim(),
      drafts,
      bibliographies: known.filter(isRenamed),
      others: known.filter((index) => !isRenamed(index)),
    });
    if (!('files' in plan)) {
      throw new Error(messageText(explain(plan, newName.trim())));
    }
    // VS Code would change the others and say nothing.
    for (const { uri } of plan.files) {
      if (!(await isWritable(vscode.Uri.parse(uri, true)))) {
        throw new Error(
          messageText(
            vscode.l10n.t('{0} is read-only, so the key cannot be renamed everywhere.', fileName(uri)),
          ),
        );
      }
    }
    const edit = new vscode.WorkspaceEdit();
    for (const file of plan.files) {
      for (const { range, newText } of file.edits) {
        const place = this.places.location(file, range);
        edit.replace(place.uri, place.range, newText);
      }
    }
    return edit;
  }

  async #find(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<FoundKey> {
    const found = await this.keys.at(document, position, token);
    if (!found) {
      throw new Error(vscode.l10n.t('There is no citation key here.'));
    }
    if (!found.scope.hasEntry) {
      const { key } = found.scope;
      throw new Error(
        vscode.l10n.t('No bibliography has an entry with the key {0}, so there is nothing to rename.', key),
      );
    }
    return found;
  }
}

export function registerRename(rename: KeyRename): vscode.Disposable {
  return vscode.languages.registerRenameProvider(draftsAndBibliographies, rename);
}

/** Each file once; the editor's own reading comes first. */
function byUri(indexes: readonly BibliographySource[]): BibliographySource[] {
  const known = new Map<string, BibliographySource>();
  for (const index of indexes) {
    if (!known.has(index.uri)) {
      known.set(index.uri, index);
    }
  }
  return [...known.values()];
}

function explain(refusal: RenameRefusal, newKey: string): string {
  switch (refusal.reason) {
    case 'empty':
      return vscode.l10n.t('A citation key cannot be empty.');
    case 'character':
      return /\s/.test(refusal.character)
        ? vscode.l10n.t('A citation key cannot have white space in it.')
        : vscode.l10n.t('A citation key cannot have {0} in it.', refusal.character);
    case 'taken':
      return vscode.l10n.t('{0} has an entry with the key {1} already.', fileName(refusal.uri), refusal.by);
    case 'unreadable':
      return vscode.l10n.t('The key {0} cannot be written in {1}.', newKey, fileName(refusal.uri));
  }
}

import * as vscode from 'vscode';
import { citationAt } from '../core/drafts/citations';
import type { Library } from '../core/library/library';
import type { CommandArguments } from '../vscode/arguments';
import { placeOf } from '../vscode/arguments';
import type { CitationCache } from '../vscode/citationCache';
import type { ActiveDraft } from '../vscode/drafts';
import type { CatalogNode, CatalogTree } from './catalogTree';
import type { FilterTree } from './treeFilter';

/** Shows a model in the tree: one that a caller names, else that of the citation at the cursor. */
export class RevealInTree {
  constructor(
    private readonly tree: CatalogTree,
    private readonly view: vscode.TreeView<CatalogNode>,
    private readonly filter: FilterTree,
    private readonly library: Library,
    private readonly citations: CitationCache,
    private readonly active: ActiveDraft,
  ) {}

  /**
   * @param args - `id` of a model; or `keys` with one citation key; or the place of a citation
   * @returns the id of the model that is shown
   * @throws Error with a message for the user if there is no such model
   */
  async run(args: CommandArguments): Promise<string> {
    const id = args.id ?? args.ids?.[0] ?? (await this.#cited(args));
    let node = await this.tree.find(id);
    if (!node) {
      await this.filter.apply('');
      node = await this.tree.find(id);
    }
    if (!node) {
      throw new Error(vscode.l10n.t('The tree does not show "{0}" as it is grouped now.', id));
    }
    await this.view.reveal(node, { select: true, focus: true, expand: true });
    return id;
  }

  async #cited(args: CommandArguments): Promise<string> {
    const { document, syntax, start } = await placeOf(args, this.active);
    const groups = this.citations.groups(document, syntax);
    const key = args.keys?.[0] ?? citationAt(groups, document.offsetAt(start))?.key;
    if (key === undefined) {
      throw new Error(vscode.l10n.t('There is no citation at the cursor.'));
    }
    const token = { isCancellationRequested: false };
    const library = await this.library.open(document.uri.toString(), syntax, token);
    const [model] = library.resolve(key).models;
    if (!model) {
      throw new Error(vscode.l10n.t('"{0}" is no model of the catalog.', key));
    }
    return model.id;
  }
}

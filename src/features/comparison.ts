import * as vscode from 'vscode';
import { mostColumns } from '../core/comparison/compare';
import type { ComparisonView } from '../core/comparison/view';
import { panels } from '../ids';
import { modelsById } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { GuideFile } from '../vscode/guideFile';
import { webviewHtml, webviewRoot } from '../vscode/webviewHtml';
import type { WritingTarget } from '../vscode/writingTarget';
import { isComparisonState } from '../webview/protocol';
import type { ComparisonActions } from './openComparison';
import { OpenComparison } from './openComparison';
import { comparisonWords } from './webviewWords';

/** Opens comparisons in editor tabs, and brings them back after a reload of the window. */
export class Comparisons implements vscode.WebviewPanelSerializer {
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
    private readonly target: WritingTarget,
    private readonly actions: ComparisonActions,
  ) {}

  /**
   * Shows models side by side.
   *
   * @returns the ids compared, at most {@link mostColumns}
   * @throws Error if an id is unknown
   */
  async open(ids: readonly string[]): Promise<readonly string[]> {
    const compared = modelsById(await this.catalogFile.get(), [...new Set(ids)]).map(({ id }) => id);
    const panel = vscode.window.createWebviewPanel(panels.comparison, '', vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.#show(panel, compared, null);
    return compared.slice(0, mostColumns);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const known = isComparisonState(state) ? state : { ids: [], view: null };
    const catalog = await this.catalogFile.get();
    const ids = known.ids.filter((id) => catalog.model(id));
    this.#show(panel, ids, known.view);
  }

  #show(panel: vscode.WebviewPanel, ids: readonly string[], view: ComparisonView | null): void {
    panel.webview.options = { enableScripts: true, localResourceRoots: [webviewRoot(this.extensionUri)] };
    new OpenComparison(panel, ids, view, {
      catalogFile: this.catalogFile,
      guideFile: this.guideFile,
      target: this.target,
      actions: this.actions,
    });
    const words = comparisonWords();
    panel.webview.html = webviewHtml(panel.webview, this.extensionUri, {
      script: 'comparison',
      title: words.title,
      words,
    });
  }
}

export function registerComparisons(comparisons: Comparisons): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(panels.comparison, comparisons);
}

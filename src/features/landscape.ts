import * as vscode from 'vscode';
import type { LandscapeSeries } from '../core/landscape/landscape';
import { landscapeColumns, landscapeLanes, landscapeOf } from '../core/landscape/landscape';
import { printValue } from '../core/queries/printQuery';
import { panels } from '../ids';
import type { CatalogFile } from '../vscode/catalogFile';
import { saveExport } from '../vscode/exports';
import type { GuideFile } from '../vscode/guideFile';
import { webviewHtml, webviewRoot } from '../vscode/webviewHtml';
import type { FromLandscape, ToLandscape } from '../webview/protocol';
import { isFromLandscape } from '../webview/protocol';
import { landscapeWords } from './webviewWords';

/** What the landscape asks of the rest of the extension. */
export interface LandscapeActions {
  compare(ids: readonly string[]): Thenable<unknown>;
  cite(ids: readonly string[]): Thenable<unknown>;
  openModel(id: string): Thenable<unknown>;
  /** Shows in the tree and the search what a query finds; everything for an empty one. */
  filter(query: string): Thenable<unknown>;
}

/** The landscape of all models, in one editor tab. */
export class Landscape implements vscode.WebviewPanelSerializer {
  #panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
    private readonly actions: LandscapeActions,
  ) {}

  /** Opens the tab, or shows the one that is open. */
  open(): void {
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    this.#show(vscode.window.createWebviewPanel(panels.landscape, '', vscode.ViewColumn.Active));
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#show(panel);
    return Promise.resolve();
  }

  #show(panel: vscode.WebviewPanel): void {
    const words = landscapeWords();
    this.#panel = panel;
    panel.title = words.title;
    panel.webview.options = { enableScripts: true, localResourceRoots: [webviewRoot(this.extensionUri)] };
    const post = (message: ToLandscape): void => void panel.webview.postMessage(message);
    const receiving = panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromLandscape(message)) {
        this.#receive(message, post).catch((error: unknown) =>
          post({
            type: 'notice',
            text: error instanceof Error ? error.message : String(error),
            isError: true,
          }),
        );
      }
    });
    panel.onDidDispose(() => {
      receiving.dispose();
      this.#panel = undefined;
    });
    panel.webview.html = webviewHtml(panel.webview, this.extensionUri, {
      script: 'landscape',
      title: words.title,
      words,
    });
  }

  async #receive(message: FromLandscape, post: (message: ToLandscape) => void): Promise<void> {
    const { actions } = this;
    switch (message.type) {
      case 'ready':
        post(await this.#content());
        return;
      case 'openModel':
        await actions.openModel(message.id);
        return;
      case 'compare':
        await actions.compare(message.ids);
        return;
      case 'cite':
        await actions.cite(message.ids);
        return;
      case 'filter':
        await actions.filter(message.query);
        return;
      case 'exportSvg':
        await saveExport(message.name, '.svg', message.svg);
    }
  }

  async #content(): Promise<ToLandscape> {
    const [catalog, guide] = await Promise.all([this.catalogFile.get(), this.guideFile.get()]);
    const landscape = landscapeOf(catalog);
    const lanes = {
      understanding: vscode.l10n.t('Multimodal understanding'),
      generation: vscode.l10n.t('Multimodal generation'),
      'tool-using': vscode.l10n.t('Tool-using systems'),
    };
    return {
      type: 'show',
      lanes: landscapeLanes.map((lane) => lanes[lane]),
      series: landscape.series.map(seriesWords),
      points: landscape.points,
      columns: landscapeColumns(guide.columns, guide.data.scores, landscape),
    };
  }
}

function seriesWords({ kind, family }: LandscapeSeries): { name: string; query: string } {
  switch (kind) {
    case 'family':
      return { name: family, query: `backbone:${printValue(family)}` };
    case 'other':
      return { name: vscode.l10n.t('Other backbones'), query: '' };
    case 'unknown':
      return { name: vscode.l10n.t('Not reported'), query: '' };
  }
}

export function registerLandscape(landscape: Landscape): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(panels.landscape, landscape);
}

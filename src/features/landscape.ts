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
  /** What was asked for last is shown, whatever is ready first. */
  #newest = 0;

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

  /** The catalog has changed: shows what it is now. What is hidden asks when it is shown again. */
  async renew(): Promise<void> {
    const panel = this.#panel;
    if (panel?.visible === true) {
      await this.#send((message) => void panel.webview.postMessage(message));
    }
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
        return this.#send(post);
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

  async #send(post: (message: ToLandscape) => void): Promise<void> {
    const number = ++this.#newest;
    const content = await this.#content();
    if (number === this.#newest) {
      post(content);
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

export function registerLandscape(landscape: Landscape, catalogFile: CatalogFile): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(panels.landscape, landscape),
    catalogFile.onDidChange(() => {
      // Without the catalog there is nothing to show: what was shown stays.
      landscape.renew().catch(() => undefined);
    }),
  );
}

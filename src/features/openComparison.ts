import * as vscode from 'vscode';
import type { Model } from '../core/catalog/types';
import { mostColumns } from '../core/comparison/compare';
import { tableCsv } from '../core/comparison/csv';
import { comparedBenchmarks } from '../core/comparison/scores';
import type { ComparisonView } from '../core/comparison/view';
import { seenTable } from '../core/comparison/view';
import { fileName } from '../core/library/paths';
import { modelsById } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import { saveExport } from '../vscode/exports';
import type { GuideFile } from '../vscode/guideFile';
import { titleText } from '../vscode/labelText';
import type { WritingTarget } from '../vscode/writingTarget';
import type { FromComparison, ToComparison } from '../webview/protocol';
import { isFromComparison } from '../webview/protocol';
import { comparisonOf, tableView } from './insertTable';

/** What a comparison asks of the rest of the extension. */
export interface ComparisonActions {
  insertTable(ids: readonly string[], rows: readonly string[], transposed: boolean): Thenable<unknown>;
  cite(ids: readonly string[]): Thenable<unknown>;
  openModel(id: string): Thenable<unknown>;
  /** Lets the user choose models; `undefined` if they do not. */
  pick(): Promise<readonly Model[] | undefined>;
}

export interface ComparisonServices {
  readonly catalogFile: CatalogFile;
  readonly guideFile: GuideFile;
  readonly target: WritingTarget;
  readonly actions: ComparisonActions;
}

/** One comparison, as long as its tab is open. */
export class OpenComparison {
  #ids: readonly string[];
  #view: ComparisonView | null;
  /** Counts what was asked to be shown, so that only the last of it is. */
  #asked = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    ids: readonly string[],
    view: ComparisonView | null,
    private readonly services: ComparisonServices,
  ) {
    this.#ids = ids;
    this.#view = view;
    const all = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isFromComparison(message)) {
          void this.#receive(message).catch((error: unknown) => this.#fail(error));
        }
      }),
      services.target.watch((target) => this.#post({ type: 'target', ...target })),
      services.catalogFile.onDidChange(() => void this.#renew()),
    );
    panel.onDidDispose(() => {
      all.dispose();
    });
  }

  #post(message: ToComparison): void {
    void this.panel.webview.postMessage(message);
  }

  #fail(error: unknown): void {
    this.#post({
      type: 'notice',
      text: error instanceof Error ? error.message : String(error),
      isError: true,
    });
  }

  async #receive(message: FromComparison): Promise<void> {
    const { actions } = this.services;
    switch (message.type) {
      case 'ready':
        await this.#showModels(this.#ids, this.#view);
        this.#post({ type: 'target', ...(await this.services.target.get()) });
        return;
      case 'columns':
        return this.#showModels(message.ids, null);
      case 'addModels': {
        const picked = await actions.pick();
        const more = picked?.map(({ id }) => id) ?? [];
        return more.length > 0 ? this.#showModels([...message.ids, ...more], null) : undefined;
      }
      case 'insertTable':
        return this.#insert(() => actions.insertTable(message.ids, message.rows, message.transposed));
      case 'exportCsv':
        return this.#exportCsv(message);
      case 'exportSvg':
        return this.#saved(await saveExport(message.name, '.svg', message.svg));
      case 'openModel':
        await actions.openModel(message.id);
        return;
      case 'cite':
        return this.#insert(() => actions.cite(message.ids));
    }
  }

  /**
   * @param insert - answers with nothing if it was cancelled or its error is shown
   * @throws Error if no draft is open, so that the page says it, where the user looks
   */
  async #insert(insert: () => Thenable<unknown>): Promise<void> {
    const { draft } = await this.services.target.get();
    if (draft === null) {
      throw new Error(vscode.l10n.t('Open a LaTeX, Markdown or Typst draft first.'));
    }
    if ((await insert()) !== undefined) {
      this.#post({ type: 'notice', text: vscode.l10n.t('Inserted into {0}.', draft), isError: false });
    }
  }

  /** @param uri - nothing if it was cancelled */
  #saved(uri: vscode.Uri | undefined): void {
    if (uri) {
      const text = vscode.l10n.t('Saved as {0}.', fileName(uri.toString()));
      this.#post({ type: 'notice', text, isError: false });
    }
  }

  /** Models of an own catalog may have changed, or gone. */
  async #renew(): Promise<void> {
    try {
      const catalog = await this.services.catalogFile.get();
      await this.#showModels(
        this.#ids.filter((id) => catalog.model(id)),
        null,
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param view - `null` where the page keeps its own */
  async #showModels(wanted: readonly string[], view: ComparisonView | null): Promise<void> {
    const asked = ++this.#asked;
    const [catalog, guide] = await Promise.all([
      this.services.catalogFile.get(),
      this.services.guideFile.get(),
    ]);
    if (asked !== this.#asked) {
      return;
    }
    const unique = [...new Set(wanted)];
    const models = modelsById(catalog, unique.slice(0, mostColumns));
    this.#ids = models.map(({ id }) => id);
    this.#view = view ?? this.#view;
    this.panel.title = titleText(title(models));
    const comparison = comparisonOf(models, catalog, guide);
    this.#post({
      type: 'show',
      comparison: {
        ...comparison,
        rows: comparison.rows.map((row) => ({ ...row, label: vscode.l10n.t(row.label) })),
      },
      models: models.map(({ id, name, inputs, outputs, architecture }) => ({
        id,
        name,
        inputs,
        outputs,
        architecture,
      })),
      benchmarks: comparedBenchmarks(this.#ids, guide.columns, guide.data.scores),
      view,
    });
    if (unique.length > mostColumns) {
      const text = vscode.l10n.t(
        'At most {0} models fit side by side; the others were left out.',
        mostColumns,
      );
      this.#post({ type: 'notice', text, isError: false });
    }
  }

  async #exportCsv({ ids, rows, transposed }: Extract<FromComparison, { type: 'exportCsv' }>): Promise<void> {
    const catalog = await this.services.catalogFile.get();
    const guide = await this.services.guideFile.get();
    const comparison = comparisonOf(modelsById(catalog, ids), catalog, guide);
    const view = tableView(comparison, rows, transposed);
    const table = seenTable(comparison, view, (row) => vscode.l10n.t(row.label), '');
    this.#saved(await saveExport('comparison', '.csv', tableCsv(table)));
  }
}

function title(models: readonly Model[]): string {
  const names = models.map(({ name }) => name);
  return names.length > 3
    ? vscode.l10n.t('{0} and {1} more', names.slice(0, 2).join(', '), names.length - 2)
    : names.join(', ') || vscode.l10n.t('Comparison of Models');
}

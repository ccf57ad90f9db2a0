import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import { modelPage } from '../core/catalog/modelPage';
import { pipelineSvg } from '../core/catalog/pipelineSvg';
import { exportWorks } from '../core/writing/export';
import type { CatalogFile } from '../vscode/catalogFile';
import { dataUri, pictureTheme } from '../vscode/theme';
import { factLabel, shownValue } from './labels';
import { modelsById } from '../vscode/arguments';

const scheme = 'mmllm-model';

/** Serves models' pages as read-only Markdown documents: `mmllm-model:/BLIP-2.md?blip-2`. */
export class ModelPages implements vscode.TextDocumentContentProvider {
  constructor(private readonly catalogFile: CatalogFile) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return page(await this.catalogFile.get(), uri.query);
  }
}

export function registerModelPages(pages: ModelPages): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, pages);
}

/**
 * Shows a model's page, rendered.
 *
 * @throws Error if the catalog has no such model
 */
export async function openModelPage(id: string, catalog: Catalog): Promise<void> {
  const [model] = modelsById(catalog, [id]);
  await vscode.commands.executeCommand('markdown.showPreview', modelPageUri(model ?? { id, name: id }));
}

/** The address of a model's page as a document. */
export function modelPageUri({ id, name }: Pick<Model, 'id' | 'name'>): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${name.replaceAll('/', '-')}.md`, query: id });
}

function page(catalog: Catalog, id: string): string {
  const [model] = modelsById(catalog, [id]);
  if (!model) {
    return '';
  }
  const work = catalog.workOf(model);
  const picture = dataUri(pipelineSvg(model, { theme: pictureTheme() }));
  return modelPage(model, work, picture, exportWorks([work], 'bibtex'), {
    label: factLabel,
    value: shownValue,
    picture: vscode.l10n.t('Architecture of {0}', model.name),
    source: vscode.l10n.t('Source'),
    reference: vscode.l10n.t('Reference'),
    doubt: vscode.l10n.t('Doubtful'),
    language: vscode.env.language.startsWith('zh') ? 'zh' : 'en',
  });
}

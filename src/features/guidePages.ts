import * as vscode from 'vscode';
import { guidePage } from '../core/guide/page';
import type { GuidePage } from '../core/guide/page';
import type { CatalogFile } from '../vscode/catalogFile';
import type { GuideFile } from '../vscode/guideFile';
import { guideWords } from './guideWords';

const scheme = 'mmllm-guide';

/**
 * Serves the guide's pages as read-only Markdown documents: `mmllm-guide:/benchmark.gqa/GQA.md`. Every page is in a folder of the
 * root, so that pages can link to each other by relative paths, which a preview follows.
 */
export class GuidePages implements vscode.TextDocumentContentProvider {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
  ) {}

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  async provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    return (await this.page(idOfPath(path))).markdown;
  }

  /**
   * Shows a page, rendered.
   *
   * @param id - of an entry of the guide, or `model/<id>`
   * @returns the page's Markdown
   * @throws Error if there is no such page
   */
  async open(id: string): Promise<string> {
    const { title, markdown } = await this.page(id);
    await vscode.commands.executeCommand('markdown.showPreview', pageUri(id, title));
    return markdown;
  }

  /** @throws Error if there is no such page */
  async page(id: string): Promise<GuidePage> {
    const [catalog, guide] = await Promise.all([this.catalogFile.get(), this.guideFile.get()]);
    const words = guideWords();
    const titleOf = (page: string): string => {
      const model = /^model\/(.+)$/.exec(page)?.[1];
      return (
        (model === undefined ? guide.entry(page)?.title[words.language] : catalog.model(model)?.name) ?? page
      );
    };
    const address = (page: string): string => `..${encodeURI(pageUri(page, titleOf(page)).path)}`;
    const found = guidePage(id, { guide, catalog, words, address });
    if (!found) {
      throw new Error(vscode.l10n.t('The guide has no page "{0}".', id));
    }
    return found;
  }
}

/** Ids have small letters, digits, hyphens and slashes, so a dot can stand for the slash. */
function pageUri(id: string, title: string): vscode.Uri {
  const name = title.replaceAll(/[^\p{L}\p{N} .-]+/gu, ' ').trim();
  return vscode.Uri.from({ scheme, path: `/${id.replaceAll('/', '.')}/${name}.md` });
}

function idOfPath(path: string): string {
  return (path.split('/')[1] ?? '').replaceAll('.', '/');
}

import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Guide } from '../core/guide/guide';
import { guidePage } from '../core/guide/page';
import type { PageContext } from '../core/guide/pageText';
import type { GuideEntry } from '../core/guide/tree';
import { formsOf } from '../core/guide/tree';
import { commandAddress, link } from '../core/pages/markdown';
import { commands } from '../ids';
import type { CatalogFile } from '../vscode/catalogFile';
import type { GuideFile } from '../vscode/guideFile';
import type { Page, PageKind } from '../vscode/pages';
import { catalogLanguage } from '../vscode/language';
import { guideWords } from './guideWords';

/** The pages of the survey's guide, its datasets and benchmarks; `id` is the entry's. */
export class GuidePages implements PageKind {
  readonly name = 'guide';
  readonly onDidChange: vscode.Event<unknown>;

  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
  ) {
    this.onDidChange = catalogFile.onDidChange;
  }

  /**
   * Shows a page.
   *
   * @param id - of an entry of the guide
   * @returns the page's Markdown
   * @throws Error if there is no such page
   */
  async open(id: string, show: (page: Page) => Promise<void>): Promise<string> {
    const markdown = await this.source(id);
    const entry = (await this.guideFile.get()).entry(id);
    await show({ kind: this.name, id, title: entry?.title[catalogLanguage()] ?? id });
    return markdown;
  }

  async render(id: string): Promise<string> {
    const [catalog, guide] = await Promise.all([this.catalogFile.get(), this.guideFile.get()]);
    const entry = guide.entry(id);
    const [title = '', ...blocks] = pageOf(id, linkedContext(catalog, guide)).split('\n\n');
    return [title, ...(entry ? actions(entry) : []), ...blocks].join('\n\n');
  }

  /** Links of a page work only where it is rendered. */
  async source(id: string): Promise<string> {
    const [catalog, guide] = await Promise.all([this.catalogFile.get(), this.guideFile.get()]);
    return pageOf(id, { ...linkedContext(catalog, guide), address: () => undefined });
  }
}

/** What texts of the guide are made of, with links that pages follow. */
export function linkedContext(catalog: Catalog, guide: Guide): PageContext {
  return { catalog, guide, words: guideWords(), address: addressOf };
}

/** @throws Error if there is no such page */
function pageOf(id: string, context: PageContext): string {
  const page = guidePage(id, context);
  if (!page) {
    throw new Error(vscode.l10n.t('The guide has no page "{0}".', id));
  }
  return page.markdown;
}

function addressOf(page: string): string {
  const model = /^model\/(.+)$/.exec(page)?.[1];
  return model === undefined
    ? commandAddress(commands.openGuide, { id: page, ask: true })
    : commandAddress(commands.openModel, { ids: [model], ask: true });
}

/** What can be inserted, on one line. */
function actions(entry: GuideEntry): string[] {
  const labels = {
    sentence: vscode.l10n.t('Insert Sentence'),
    table: vscode.l10n.t('Insert Table'),
    formula: vscode.l10n.t('Insert Formula'),
    citation: vscode.l10n.t('Insert Citation'),
  };
  const links = formsOf(entry).map((form) =>
    link(labels[form], commandAddress(commands.insertFromGuide, { id: entry.id, form, ask: true })),
  );
  return links.length === 0 ? [] : [links.join(' · ')];
}

import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import type { StatusLinks } from '../core/library/status';
import { bibliographyStatus } from '../core/library/status';
import { statusTexts } from '../core/library/statusTexts';
import { settings } from '../ids';
import type { Draft } from '../vscode/arguments';
import { draftOf } from '../vscode/arguments';
import type { Citer } from '../vscode/citer';
import type { Page, PageKind } from '../vscode/pages';
import { defectMessage, translatedTexts } from './labels';
import { placeAddress, problemsAddress, settingAddress } from './openPlace';

/** The pages that say which bibliographies were found for a draft and what is wrong with them; `id` is the draft's URI. */
export class StatusPages implements PageKind {
  readonly name = 'status';

  constructor(
    private readonly citer: Citer,
    readonly onDidChange: vscode.Event<unknown>,
  ) {}

  async render(id: string, token: vscode.CancellationToken): Promise<string> {
    return this.#page(await draftAt(id), token, {
      place: placeAddress,
      setting: settingAddress(`${settings.section}.${settings.bibliographyFiles}`),
      problems: problemsAddress(),
    });
  }

  /** The page without links. */
  async source(id: string, token: vscode.CancellationToken): Promise<string> {
    return this.#page(await draftAt(id), token);
  }

  async #page(
    { document, syntax }: Draft,
    token: vscode.CancellationToken,
    links: StatusLinks = {},
  ): Promise<string> {
    return bibliographyStatus(await this.citer.open(document, syntax, token), {
      texts: translatedTexts(statusTexts),
      defect: defectMessage,
      ...links,
    });
  }
}

async function draftAt(uri: string): Promise<Draft> {
  return draftOf(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)));
}

/**
 * Shows the status of a draft.
 *
 * @returns the page's Markdown, without links
 */
export async function showStatus(
  { document }: Draft,
  status: StatusPages,
  show: (page: Page) => Promise<void>,
): Promise<string> {
  const source = new vscode.CancellationTokenSource();
  try {
    const id = document.uri.toString();
    await show({ kind: status.name, id, title: vscode.l10n.t('Bibliographies of {0}', fileName(id)) });
    return await status.source(id, source.token);
  } finally {
    source.dispose();
  }
}

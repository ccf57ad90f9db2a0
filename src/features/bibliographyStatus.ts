import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import { bibliographyStatus } from '../core/library/status';
import type { CommandArguments } from '../vscode/arguments';
import { namedDraft } from '../vscode/arguments';
import type { Citer } from '../vscode/citer';
import type { ActiveDraft } from '../vscode/drafts';

const scheme = 'mmllm-status';

/** Shows, as a page, which bibliographies were found for a draft and what is wrong with them. */
export class BibliographyStatus implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #pages = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
  ) {}

  /**
   * @returns the page's Markdown
   * @throws Error if there is no draft
   */
  async show(args: CommandArguments): Promise<string> {
    const { document, syntax } = await namedDraft(args, this.active);
    const source = new vscode.CancellationTokenSource();
    try {
      const text = bibliographyStatus(await this.citer.open(document, syntax, source.token));
      const path = `/${vscode.l10n.t('Bibliographies of {0}', fileName(document.uri.toString())).replaceAll('/', '-')}.md`;
      const uri = vscode.Uri.from({ scheme, path, query: document.uri.toString() });
      this.#pages.set(uri.toString(), text);
      this.#changed.fire(uri);
      await vscode.commands.executeCommand('markdown.showPreview', uri);
      return text;
    } finally {
      source.dispose();
    }
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#pages.get(uri.toString()) ?? '';
  }

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

import * as vscode from 'vscode';
import { pageDocument } from '../core/pages/pageDocument';
import { escapeHtml, safeHtml } from '../core/pages/safeHtml';
import { pageCommands, pageEditor, pageScheme } from '../ids';
import { titleText } from './labelText';
import { pageLanguage } from './pageLanguage';

/** Milliseconds without a change before a page is rendered again. */
const PAUSE = 300;
/** The pause is at least this many times as long as rendering took: a page on a huge file must not keep the editor busy. */
const REST = 4;

/** One kind of page, such as those on models. */
export interface PageKind {
  /** Stands in the pages' addresses, e.g. `model`; lower-case letters. */
  readonly name: string;
  /**
   * A page in Markdown. Texts from files or the catalog come through the functions of `core/pages/markdown`.
   *
   * @throws Error with a message for the user, which is shown in the page's place
   */
  render(id: string, token: vscode.CancellationToken): Promise<string> | string;
  /** The page for readers of its source, where it differs from what is rendered. */
  source?(id: string, token: vscode.CancellationToken): Promise<string> | string;
  /** Pages of this kind may have changed; those on screen are rendered again. */
  readonly onDidChange?: vscode.Event<unknown>;
}

/** One page: its address has all of this, so that it is there again after a restart. */
export interface Page {
  /** {@link PageKind.name} */
  readonly kind: string;
  /** Tells the pages of a kind apart, e.g. a model's id. */
  readonly id: string;
  /** On the tab. */
  readonly title: string;
}

/** The address of a page, also as a read-only Markdown document: `mmllm-page:/model/BLIP-2?blip-2`. */
export function pageUri({ kind, id, title }: Page): vscode.Uri {
  return vscode.Uri.from({
    scheme: pageScheme,
    path: `/${kind}/${pathName(title)}`,
    query: id,
  });
}

/** As it can stand in a path; what means a folder there looks alike. */
function pathName(title: string): string {
  return titleText(title)
    .replaceAll('/', '\u2215')
    .replace(/^\.{1,2}$/, (dots) => '\u2024'.repeat(dots.length));
}

/**
 * Shows pages: read-only editors on addresses of their own, rendered by VS Code's Markdown, without scripts, with links to our
 * commands. "Reopen Editor With" shows a page's Markdown.
 */
export class Pages
  implements vscode.CustomReadonlyEditorProvider, vscode.TextDocumentContentProvider, vscode.Disposable
{
  readonly #kinds = new Map<string, PageKind>();
  readonly #open = new Set<OpenPage>();
  readonly #sourceChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #media: vscode.Uri;

  readonly onDidChange = this.#sourceChanged.event;

  constructor(extension: vscode.Uri, kinds: readonly PageKind[]) {
    this.#media = vscode.Uri.joinPath(extension, 'media');
    this.#subscriptions = [
      this.#sourceChanged,
      vscode.workspace.registerTextDocumentContentProvider(pageScheme, this),
      vscode.window.registerCustomEditorProvider(pageEditor, this, {
        webviewOptions: { enableFindWidget: true },
      }),
      pageLanguage(),
      // Pictures are drawn for a theme.
      vscode.window.onDidChangeActiveColorTheme(() => this.#changed(() => true)),
    ];
    for (const kind of kinds) {
      this.#kinds.set(kind.name, kind);
      if (kind.onDidChange) {
        this.#subscriptions.push(kind.onDidChange(() => this.#changed((uri) => kindIn(uri) === kind.name)));
      }
    }
  }

  /** Shows a page; one that is open already comes to the front, where it is. */
  async show(page: Page): Promise<void> {
    const uri = pageUri(page);
    const group = vscode.window.tabGroups.all.find(({ tabs }) =>
      tabs.some(
        ({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString(),
      ),
    );
    await vscode.commands.executeCommand('vscode.openWith', uri, pageEditor, {
      preview: false,
      ...(group && { viewColumn: group.viewColumn }),
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const kind = this.#kinds.get(kindIn(uri));
    return (await (kind?.source ?? kind?.render)?.call(kind, uri.query, token)) ?? '';
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    webview.options = {
      enableScripts: false,
      enableCommandUris: pageCommands,
      localResourceRoots: [this.#media],
    };
    const title = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    panel.title = title;
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#media, 'page-light.svg'),
      dark: vscode.Uri.joinPath(this.#media, 'page-dark.svg'),
    };
    const kind = this.#kinds.get(kindIn(uri));
    const open = new OpenPage(uri, panel, async (token) => {
      const content = await contentOf(kind?.render(uri.query, token));
      return pageDocument(content, {
        title,
        language: vscode.env.language,
        style: webview.asWebviewUri(vscode.Uri.joinPath(this.#media, 'page.css')).toString(),
        styleSource: webview.cspSource,
      });
    });
    this.#open.add(open);
    panel.onDidDispose(() => {
      this.#open.delete(open);
      open.dispose();
    });
  }

  /** The pages themselves stay open: VS Code restores them when the extension runs again. */
  dispose(): void {
    this.#open.forEach((page) => page.dispose());
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #changed(isConcerned: (uri: vscode.Uri) => boolean): void {
    [...this.#open].filter(({ uri }) => isConcerned(uri)).forEach((page) => page.changed());
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === pageScheme && isConcerned(uri))
      .forEach(({ uri }) => this.#sourceChanged.fire(uri));
  }
}

/** A page in a tab: rendered when it is on screen and something has changed since. */
class OpenPage {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = new vscode.CancellationTokenSource();
  #pause = PAUSE;
  #isStale = true;
  #isDisposed = false;

  constructor(
    readonly uri: vscode.Uri,
    private readonly panel: vscode.WebviewPanel,
    private readonly html: (token: vscode.CancellationToken) => Promise<string>,
  ) {
    panel.onDidChangeViewState(() => {
      if (this.#isStale) {
        this.#later(0);
      }
    });
    void this.#render();
  }

  changed(): void {
    this.#isStale = true;
    // Better the page as it was than none.
    if (this.panel.webview.html !== '') {
      this.#run.cancel();
    }
    this.#later(this.#pause);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#run.cancel();
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    if (!this.#isDisposed && this.panel.visible) {
      this.#timer = setTimeout(() => void this.#render(), pause);
    }
  }

  async #render(): Promise<void> {
    this.#run.cancel();
    this.#run.dispose();
    const run = new vscode.CancellationTokenSource();
    this.#run = run;
    this.#isStale = false;
    const begun = Date.now();
    const html = await this.html(run.token);
    this.#pause = Math.max(PAUSE, REST * (Date.now() - begun));
    if (this.#isDisposed || run.token.isCancellationRequested) {
      return;
    }
    // The same HTML again would take selection and search away.
    if (this.panel.webview.html !== html) {
      this.panel.webview.html = html;
    }
  }
}

function kindIn({ path }: vscode.Uri): string {
  return path.split('/')[1] ?? '';
}

/** A page's HTML; in its place what went wrong, or, where VS Code's Markdown is switched off, its source. */
async function contentOf(source: Promise<string> | string | undefined): Promise<string> {
  let markdown: string;
  try {
    markdown = (await source) ?? '';
  } catch (error) {
    return `<p>${escapeHtml(error instanceof Error ? error.message : String(error))}</p>`;
  }
  try {
    return safeHtml(
      await vscode.commands.executeCommand<string>('markdown.api.render', markdown),
      pageCommands,
    );
  } catch {
    return `<pre>${escapeHtml(markdown)}</pre>`;
  }
}

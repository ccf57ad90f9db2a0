import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import { fileName } from '../core/library/paths';
import type { CatalogFile } from '../vscode/catalogFile';
import type { CitationCache } from '../vscode/citationCache';
import type { ActiveDraft } from '../vscode/drafts';
import { draftSyntax } from '../vscode/drafts';

const scheme = 'mmllm-row';
/** Longer than between two keys: nobody reads the tree while typing. */
const delay = 400;

/** The address by which VS Code asks for the badge of a model's row. */
export function modelRowUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${id}` });
}

/** Where a model stands in the active draft; the tooltip of its badge. */
interface Badge {
  readonly isCited: boolean;
  readonly tooltip: string;
}

/** Marks the models that the active draft cites, and those that are in its bibliography. */
export class ModelBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly #subscription: vscode.Disposable;
  #badges: ReadonlyMap<string, Badge> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #runs = 0;

  readonly onDidChangeFileDecorations = this.#changed.event;

  /** @param isShown - whether anybody sees badges; while nobody does, nothing is looked up */
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly library: Library,
    private readonly citations: CitationCache,
    private readonly active: ActiveDraft,
    private readonly isShown: () => boolean,
  ) {
    this.#subscription = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.window.registerFileDecorationProvider(this),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const badge = uri.scheme === scheme ? this.#badges.get(uri.path.slice(1)) : undefined;
    return (
      badge && {
        badge: badge.isCited ? '✓' : '○',
        tooltip: badge.tooltip,
        ...(badge.isCited && { color: new vscode.ThemeColor('gitDecoration.addedResourceForeground') }),
      }
    );
  }

  /** Something changed that badges may depend on; they follow after a moment. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), delay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#runs++;
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #update(): Promise<void> {
    if (!this.isShown()) {
      return;
    }
    const run = ++this.#runs;
    // A draft that cannot be looked at has no badges; what is wrong with it is said elsewhere.
    const badges = await this.#find().catch(() => new Map<string, Badge>());
    if (run !== this.#runs) {
      return;
    }
    const before = this.#badges;
    this.#badges = badges;
    const ids = [...new Set([...before.keys(), ...badges.keys()])];
    const changed = ids.filter((id) => before.get(id)?.tooltip !== badges.get(id)?.tooltip);
    if (changed.length > 0) {
      this.#changed.fire(changed.map(modelRowUri));
    }
  }

  async #find(): Promise<Map<string, Badge>> {
    const badges = new Map<string, Badge>();
    const document = this.active.document;
    const syntax = document && draftSyntax(document);
    if (!document || !syntax) {
      return badges;
    }
    const token = { isCancellationRequested: false };
    const library = await this.library.open(document.uri.toString(), syntax, token);
    const catalog = await this.catalogFile.get();
    for (const model of catalog.models) {
      const found = library.entryOf(catalog.workOf(model));
      if (found) {
        const file = fileName(found.index.uri);
        badges.set(model.id, { isCited: false, tooltip: vscode.l10n.t('In {0}', file) });
      }
    }
    const draft = fileName(document.uri.toString());
    for (const { citations } of this.citations.groups(document, syntax)) {
      for (const { id } of citations.flatMap(({ key }) => library.resolve(key).models)) {
        badges.set(id, { isCited: true, tooltip: vscode.l10n.t('Cited in {0}', draft) });
      }
    }
    return badges;
  }
}

import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import { fileName } from '../core/library/paths';
import type { CatalogFile } from '../vscode/catalogFile';
import type { DraftCitations } from '../vscode/draftCitations';
import type { ActiveDraft } from '../vscode/drafts';
import { draftSyntax } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';

/** Longer than between two keys: nobody reads the tree while typing. */
const delay = 400;
/** Files named in a tooltip. */
const MOST_FILES = 3;

/** Where a model stands in the active draft. */
export interface Badge {
  readonly isCited: boolean;
  readonly tooltip: string;
}

/**
 * Knows the models that the active draft cites, and those that are in its bibliography. Not by file decorations: a row with an address
 * is a file to VS Code, which opens it where it is dropped.
 */
export class ModelBadges implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  readonly #subscription: vscode.Disposable;
  #badges: ReadonlyMap<string, Badge> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #runs = 0;

  /** The ids of models whose badge is another now. */
  readonly onDidChange = this.#changed.event;

  /** @param isShown - whether anybody sees badges; while nobody does, nothing is looked up */
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly library: Library,
    private readonly citations: DraftCitations,
    private readonly active: ActiveDraft,
    private readonly isShown: () => boolean,
  ) {
    this.#subscription = vscode.window.onDidChangeActiveTextEditor(() => this.refresh());
  }

  /** Of a model, by its id. */
  of(id: string): Badge | undefined {
    return this.#badges.get(id);
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
      this.#changed.fire(changed);
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
    const library = await openLibrary(this.library, document, syntax, token);
    const catalog = await this.catalogFile.get();
    for (const model of catalog.models) {
      const found = library.entryOf(catalog.workOf(model));
      if (found) {
        const file = fileName(found.index.uri);
        badges.set(model.id, { isCited: false, tooltip: vscode.l10n.t('In {0}', file) });
      }
    }
    const citing = new Map<string, Set<string>>();
    for (const { uri, groups } of await this.citations.of(document, library, token)) {
      const keys = new Set(groups.flatMap(({ citations }) => citations.map(({ key }) => key)));
      for (const { id } of [...keys].flatMap((key) => library.resolve(key).models)) {
        citing.set(id, (citing.get(id) ?? new Set()).add(fileName(uri)));
      }
    }
    for (const [id, files] of citing) {
      badges.set(id, { isCited: true, tooltip: vscode.l10n.t('Cited in {0}', someOf(files)) });
    }
    return badges;
  }
}

function someOf(files: ReadonlySet<string>): string {
  const names = [...files];
  return names.slice(0, MOST_FILES).join(', ') + (names.length > MOST_FILES ? ', …' : '');
}

import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import { parseCatalog } from '../core/catalog/load';
import type { OwnFile, OwnProblem } from '../core/ownCatalogs/types';
import { mergeOwnCatalogs } from '../core/ownCatalogs/merge';
import type { OwnCatalogs } from './ownCatalogs';

/** An own catalog with all that is wrong in it. */
export interface CheckedFile {
  readonly file: OwnFile;
  readonly problems: readonly OwnProblem[];
}

interface Loaded {
  readonly catalog: Catalog;
  readonly files: readonly CheckedFile[];
  readonly missing: readonly string[];
}

/** The built-in catalog with the user's own ones, read on first use and kept until one of these changes. */
export class CatalogFile implements vscode.Disposable {
  readonly #uri: vscode.Uri;
  readonly #own: OwnCatalogs;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #builtIn: Promise<Catalog> | undefined;
  #loaded: Promise<Loaded> | undefined;
  /** What was merged last: as long as the files are the same, so is the catalog. */
  #last: Loaded | undefined;

  /** {@link CatalogFile.get} answers with another catalog. */
  readonly onDidChange = this.#changed.event;

  constructor(extensionUri: vscode.Uri, own: OwnCatalogs) {
    this.#uri = vscode.Uri.joinPath(extensionUri, 'dist', 'catalog.json');
    this.#own = own;
    this.#subscription = own.onDidChange(() => void this.#renew());
  }

  /** @throws Error if the installation lacks its catalog file; the next call tries again */
  async get(): Promise<Catalog> {
    return (await this.#get()).catalog;
  }

  /** The own catalogs with what is wrong in them, and those that are not there. */
  async own(): Promise<Pick<Loaded, 'files' | 'missing'>> {
    return this.#get();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** Tells of a change only if there is one: many files come and go beside the catalogs. */
  async #renew(): Promise<void> {
    const before = this.#last;
    this.#loaded = undefined;
    const after = await this.#get().catch(() => undefined);
    if (after?.catalog !== before?.catalog || after?.files !== before?.files) {
      this.#changed.fire();
    }
  }

  #get(): Promise<Loaded> {
    if (!this.#loaded) {
      const loading: Promise<Loaded> = this.#load().catch((error: unknown) => {
        if (this.#loaded === loading) {
          this.#loaded = undefined;
        }
        throw error;
      });
      this.#loaded = loading;
    }
    return this.#loaded;
  }

  async #load(): Promise<Loaded> {
    const [base, { files, missing }] = await Promise.all([this.#base(), this.#own.get()]);
    const last = this.#last;
    const isSame =
      last?.files.length === files.length && last.files.every(({ file }, index) => file === files[index]);
    if (isSame) {
      return { ...last, missing };
    }
    const { catalog, problems } = mergeOwnCatalogs(base, files);
    this.#last = {
      catalog,
      files: files.map((file, index) => ({ file, problems: problems[index] ?? [] })),
      missing,
    };
    return this.#last;
  }

  #base(): Promise<Catalog> {
    this.#builtIn ??= this.#read().catch((error: unknown) => {
      this.#builtIn = undefined;
      throw error;
    });
    return this.#builtIn;
  }

  async #read(): Promise<Catalog> {
    const bytes = await vscode.workspace.fs.readFile(this.#uri);
    return parseCatalog(new TextDecoder().decode(bytes));
  }
}

import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import { parseCatalog } from '../core/catalog/load';

/** The built-in catalog, read on first use and kept. */
export class CatalogFile {
  readonly #uri: vscode.Uri;
  #catalog: Promise<Catalog> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.#uri = vscode.Uri.joinPath(extensionUri, 'dist', 'catalog.json');
  }

  /** @throws Error if the installation lacks its catalog file; the next call tries again */
  get(): Promise<Catalog> {
    this.#catalog ??= this.#read().catch((error: unknown) => {
      this.#catalog = undefined;
      throw error;
    });
    return this.#catalog;
  }

  async #read(): Promise<Catalog> {
    const bytes = await vscode.workspace.fs.readFile(this.#uri);
    return parseCatalog(new TextDecoder().decode(bytes));
  }
}

import * as vscode from 'vscode';
import type { Guide } from '../core/guide/guide';
import { parseGuide } from '../core/guide/guide';

/** The built-in guide with datasets and benchmarks, read on first use and kept. */
export class GuideFile {
  readonly #uri: vscode.Uri;
  #guide: Promise<Guide> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.#uri = vscode.Uri.joinPath(extensionUri, 'dist', 'guide.json');
  }

  /** @throws Error if the installation lacks its guide file; the next call tries again */
  get(): Promise<Guide> {
    this.#guide ??= this.#read().catch((error: unknown) => {
      this.#guide = undefined;
      throw error;
    });
    return this.#guide;
  }

  async #read(): Promise<Guide> {
    const bytes = await vscode.workspace.fs.readFile(this.#uri);
    return parseGuide(new TextDecoder().decode(bytes));
  }
}

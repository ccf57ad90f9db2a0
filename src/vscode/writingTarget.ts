import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import type { Citer } from './citer';
import { draftUri } from './draftFiles';
import type { ActiveDraft } from './drafts';
import { draftSyntax } from './drafts';

/** Where something written would go; names of files, `null` where there is none. */
export interface TargetNames {
  readonly draft: string | null;
  readonly bibliography: string | null;
}

/** Longer than between two keys (milliseconds). */
const delay = 300;

/** Says into which draft and bibliography a citation would go, for pages that have no draft of their own. */
export class WritingTarget implements vscode.Disposable {
  readonly #watchers = new Set<(names: TargetNames) => void>();
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = '';

  /** @param changed - the active draft, or something that its library depends on, is another now */
  constructor(
    private readonly active: ActiveDraft,
    private readonly citer: Citer,
    changed: vscode.Event<void>,
  ) {
    this.#subscription = changed(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#tell(), delay);
    });
  }

  /** Calls back when the names change, until disposed of. While nobody watches, nothing is looked up. */
  watch(told: (names: TargetNames) => void): vscode.Disposable {
    this.#watchers.add(told);
    return new vscode.Disposable(() => this.#watchers.delete(told));
  }

  async get(): Promise<TargetNames> {
    const { document } = this.active;
    const syntax = document && draftSyntax(document);
    if (!document || !syntax) {
      return { draft: null, bibliography: null };
    }
    const source = new vscode.CancellationTokenSource();
    try {
      const { target } = await this.citer.open(document, syntax, source.token);
      return {
        draft: fileName(draftUri(document).toString()),
        bibliography: target ? fileName(target.uri) : null,
      };
    } finally {
      source.dispose();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watchers.clear();
    this.#subscription.dispose();
  }

  async #tell(): Promise<void> {
    if (this.#watchers.size === 0) {
      // Who watches next has asked by itself, and may know something else.
      this.#told = '';
      return;
    }
    // A draft that cannot be read is none; what is wrong with it is said elsewhere.
    const names = await this.get().catch(() => ({ draft: null, bibliography: null }));
    const told = JSON.stringify(names);
    if (told !== this.#told) {
      this.#told = told;
      this.#watchers.forEach((tell) => tell(names));
    }
  }
}

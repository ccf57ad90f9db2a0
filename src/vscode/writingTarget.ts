import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import type { Citer } from './citer';
import type { ActiveDraft } from './drafts';
import { draftSyntax } from './drafts';

/** Where something written would go; names of files, `null` where there is none. */
export interface TargetNames {
  readonly draft: string | null;
  readonly bibliography: string | null;
}

/** Says into which draft and bibliography a citation would go, for pages that have no draft of their own. */
export class WritingTarget implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TargetNames>();
  readonly #subscriptions: vscode.Disposable;
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly active: ActiveDraft,
    private readonly citer: Citer,
  ) {
    const changed = (): void => {
      this.#asked += 1;
      const asked = this.#asked;
      void this.get().then(
        (names) => {
          if (asked === this.#asked) {
            this.#changed.fire(names);
          }
        },
        // A draft that cannot be read is none.
        () => undefined,
      );
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(changed),
      vscode.window.tabGroups.onDidChangeTabs(changed),
    );
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
        draft: fileName(document.uri.toString()),
        bibliography: target ? fileName(target.uri) : null,
      };
    } finally {
      source.dispose();
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }
}

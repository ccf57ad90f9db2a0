import * as vscode from 'vscode';
import type { Syntax } from '../core/drafts/types';
import { languages } from '../ids';

const syntaxByLanguage: ReadonlyMap<string, Syntax> = new Map([
  ...languages.latex.map((language) => [language, 'latex'] as const),
  ...languages.pandoc.map((language) => [language, 'pandoc'] as const),
]);

/** R Markdown and Quarto files stay plain text where no extension knows their language. */
const syntaxByExtension: ReadonlyMap<string, Syntax> = new Map([
  ['.tex', 'latex'],
  ['.rnw', 'latex'],
  ['.md', 'pandoc'],
  ['.qmd', 'pandoc'],
  ['.rmd', 'pandoc'],
]);

/** The citation syntax of a document, or `undefined` if it is not a draft. */
export function draftSyntax(document: vscode.TextDocument): Syntax | undefined {
  const byLanguage = syntaxByLanguage.get(document.languageId);
  if (byLanguage || document.languageId !== 'plaintext') {
    return byLanguage;
  }
  const extension = /\.[^./]+$/.exec(document.uri.path.toLowerCase())?.[0];
  return extension === undefined ? undefined : syntaxByExtension.get(extension);
}

/** Selects every draft, for providers. */
export const draftSelector: vscode.DocumentSelector = [
  ...syntaxByLanguage.keys(),
  ...[...syntaxByExtension.keys()].map((extension) => ({
    language: 'plaintext',
    pattern: `**/*${extension}`,
  })),
];

/**
 * Knows the draft the user is writing: the active editor if it holds a draft, else the draft that was active last and
 * is still visible (the focus may be in the tree or in a preview).
 */
export class ActiveDraft implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<vscode.TextEditor | undefined>();
  #last: vscode.TextEditor | undefined;

  /** Fires when another draft becomes the active one. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#remember(vscode.window.activeTextEditor);
    this.#subscription = vscode.window.onDidChangeActiveTextEditor((editor) => this.#remember(editor));
  }

  /** The editor to write into, or `undefined` if no draft is in sight. */
  get editor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active && draftSyntax(active.document)) {
      return active;
    }
    const last = this.#last;
    return last && vscode.window.visibleTextEditors.find((editor) => editor.document === last.document);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #remember(editor: vscode.TextEditor | undefined): void {
    if (editor && draftSyntax(editor.document)) {
      this.#last = editor;
      this.#changed.fire(editor);
    }
  }
}

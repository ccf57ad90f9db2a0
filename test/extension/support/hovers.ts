import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after } from './editors';

/** What VS Code shows of this extension at one place of a draft. */
export interface Shown {
  /** The Markdown of the hover. */
  readonly markdown: string;
  /** The text of the draft that the hover is about. */
  readonly about: string;
  readonly content: vscode.MarkdownString;
}

/** The hover of this extension at a place, as a mouse there would make it appear; `undefined` if there is none. */
export async function hoverAt(document: vscode.TextDocument, offset: number): Promise<Shown | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  const ours = hovers.filter(({ contents }) =>
    contents.some(
      (content) =>
        content instanceof vscode.MarkdownString &&
        typeof content.isTrusted === 'object' &&
        content.isTrusted.enabledCommands.some((command) => command.startsWith('mmllm.')),
    ),
  );
  assert.ok(ours.length <= 1, 'there is one hover at most');
  const [hover] = ours;
  if (!hover) {
    return undefined;
  }
  const [content] = hover.contents;
  assert.ok(hover.contents.length === 1 && content instanceof vscode.MarkdownString);
  assert.ok(hover.range, 'it says what it is about');
  return { markdown: content.value, about: document.getText(hover.range), content };
}

/** The hover on the only place where a key stands; it must be there. */
export async function hoverOn(document: vscode.TextDocument, key: string): Promise<Shown> {
  const shown = await hoverAt(document, after(document, key) - 1);
  assert.ok(shown, `there is a hover on ${key}`);
  return shown;
}

/** The command links of a hover: what is called, with which argument. */
export function commandLinks(markdown: string): { command: string; label: string; argument: unknown }[] {
  return [...markdown.matchAll(/\[((?:\\.|[^\]\\])*)\]\(command:([\w.]+)\?([^)]*)\)/g)].map(
    ([, label = '', command = '', query = '']) => ({
      command,
      label: plain(label),
      argument: (JSON.parse(decodeURIComponent(query)) as unknown[])[0],
    }),
  );
}

/** Markdown without its escapes: what people read, markup included. */
export function plain(markdown: string): string {
  return markdown
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#36;', '$');
}

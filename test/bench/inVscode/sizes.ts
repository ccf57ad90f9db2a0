import * as vscode from 'vscode';
import { Library } from '../../../src/core/library/library';
import { CitationCompletion } from '../../../src/features/completion';
import { CitationHover } from '../../../src/features/hover';
import type { Catalog } from '../../../src/core/catalog/catalog';
import { CitationCache } from '../../../src/vscode/citationCache';
import { DraftCitations } from '../../../src/vscode/draftCitations';
import { EntrySearches } from '../../../src/vscode/entrySearches';
import type { GuideFile } from '../../../src/vscode/guideFile';
import { settingsFor } from '../../../src/vscode/configuration';
import { watchLibrary } from '../../../src/vscode/libraryEvents';
import { OutsideFiles } from '../../../src/vscode/outsideFiles';
import { WorkspaceFiles } from '../../../src/vscode/workspaceFiles';
import { keystrokes, milliseconds, p50p95 } from '../measure';
import type { Row } from '../measure';

/** What people type: a key, words of a title, an author with a year, a word with an error in it. */
const queries = ['li2023blip', 'vision lang', 'zhang 2021', 'atention'];
const never = new vscode.CancellationTokenSource().token;

/**
 * Completion and hover in one draft: as another extension asks for them, through VS Code and back, and what our own
 * providers take of it.
 *
 * @param draft - named `main.tex`, in a folder named after its bibliography
 */
export async function measureDraft(
  draft: vscode.Uri,
  name: string,
  catalog: Catalog,
  guideFile: GuideFile,
): Promise<Row[]> {
  const library = new Library(
    new WorkspaceFiles(),
    () => Promise.resolve(catalog),
    (uri) => settingsFor(vscode.Uri.parse(uri, true)),
  );
  const citations = new CitationCache();
  const outside = new OutsideFiles();
  const watching = vscode.Disposable.from(
    watchLibrary(library, outside, () => undefined),
    outside,
  );
  try {
    const opened = performance.now();
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draft));
    const cursor = placeCursor(editor);
    const list = await asked(draft, cursor);
    const first = performance.now() - opened;
    await indexed(() => asked(draft, editor.selection.active));
    const ready = performance.now() - opened;
    const whole = await typed(editor, () => asked(draft, editor.selection.active));
    const completion = new CitationCompletion(
      library,
      citations,
      new DraftCitations(library, citations),
      new EntrySearches(),
    );
    const provided = (): unknown =>
      completion.provideCompletionItems(editor.document, editor.selection.active, never, {
        triggerKind: vscode.CompletionTriggerKind.Invoke,
        triggerCharacter: undefined,
      });
    await indexed(provided);
    const ours = await typed(editor, provided);
    const hover = new CitationHover(library, citations, guideFile);
    const key = editor.document.positionAt(editor.document.getText().indexOf('made-30') + 2);
    const hovers = await times(50, () => hover.provideHover(editor.document, key, never));
    const wholeHovers = await times(50, () =>
      vscode.commands.executeCommand('vscode.executeHoverProvider', draft, key),
    );
    const large = name.startsWith('10000 ');
    return [
      {
        what: `${name}: first list (${list.items.length}) after opening the draft`,
        measured: milliseconds(first),
        ...(large && { budget: '1 s' }),
      },
      { what: '  all entries indexed', measured: milliseconds(ready) },
      {
        what: '  list at each key press, through VS Code',
        measured: p50p95(whole),
        ...(large && { budget: 'p95 40 ms' }),
      },
      { what: '    of this our provider', measured: p50p95(ours) },
      { what: '  hover, through VS Code', measured: p50p95(wholeHovers) },
      { what: '    of this our provider', measured: p50p95(hovers), ...(large && { budget: 'p95 5 ms' }) },
    ];
  } finally {
    watching.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

function placeCursor(editor: vscode.TextEditor): vscode.Position {
  const { document } = editor;
  const cursor = document.positionAt(document.getText().indexOf('\\cite{}') + '\\cite{'.length);
  editor.selection = new vscode.Selection(cursor, cursor);
  return cursor;
}

function asked(draft: vscode.Uri, position: vscode.Position): Promise<vscode.CompletionList> {
  return Promise.resolve(
    vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      draft,
      position,
    ),
  );
}

/** Milliseconds to a list after each key press of each query; what was typed is taken away again. */
async function typed(editor: vscode.TextEditor, ask: () => unknown): Promise<number[]> {
  const found: number[] = [];
  const start = placeCursor(editor);
  for (const text of keystrokes(queries)) {
    const { line, character } = editor.selection.active;
    await editor.edit((edit) =>
      edit.replace(new vscode.Range(start, new vscode.Position(line, character)), text),
    );
    const end = start.translate(0, text.length);
    editor.selection = new vscode.Selection(end, end);
    found.push(...(await times(1, ask)));
  }
  await editor.edit((edit) => edit.delete(new vscode.Range(start, editor.selection.active)));
  return found;
}

/** Until lists come without waiting for the index: three in a row that take less than the provider's patience. */
async function indexed(ask: () => unknown): Promise<void> {
  for (let quick = 0; quick < 3;) {
    const [time = Infinity] = await times(1, ask);
    quick = time < 250 ? quick + 1 : 0;
  }
}

async function times(count: number, call: () => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < count; round++) {
    const start = performance.now();
    await call();
    found.push(performance.now() - start);
  }
  return found;
}

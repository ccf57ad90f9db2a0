import * as vscode from 'vscode';
import type { MmLlmCatalogApi } from '../../../src/api';
import { milliseconds, p50p95 } from '../measure';
import type { Row } from '../measure';

/** Called inside VS Code, with a draft that has a large bibliography open; prints one row a line for its caller. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<MmLlmCatalogApi>('mm-llm.mm-llm-catalog');
  if (!extension) {
    throw new Error('The extension is not there.');
  }
  const rows: Row[] = [];
  const row = (what: string, measured: string, budget = ''): void => {
    rows.push({ what, measured, budget });
  };
  const time = async (call: () => unknown): Promise<number> => {
    const start = performance.now();
    await call();
    return performance.now() - start;
  };

  row('activation, with reading the bundle', milliseconds(await time(() => extension.activate())), '40 ms');
  const api = extension.exports;
  row('catalog, on first use', milliseconds(await time(() => api.catalog)));

  const [draft] = await vscode.workspace.findFiles('main.tex');
  if (!draft) {
    throw new Error('The draft is not there.');
  }
  const document = await vscode.workspace.openTextDocument(draft);
  await vscode.window.showTextDocument(document);
  const keys = (await api.citations(draft)).map(({ start }) => document.positionAt(start + 1));
  const hover = (position: vscode.Position): Promise<number> =>
    time(() => vscode.commands.executeCommand('vscode.executeHoverProvider', draft, position));
  const [first] = keys;
  row('first hover, 10,000 entries', first ? milliseconds(await hover(first)) : 'no citation');
  const hovers: number[] = [];
  for (let round = 0; round < 20; round++) {
    for (const position of keys) {
      hovers.push(await hover(position));
    }
  }
  row('hover, asked as another extension asks', p50p95(hovers), 'p95 5 ms');

  const insertions: number[] = [];
  for (const id of ['next-gpt', 'flamingo', 'llava', 'minigpt-4', 'salmonn']) {
    insertions.push(await time(() => vscode.commands.executeCommand('mmllm.insertCitation', { ids: [id] })));
  }
  row('insert a citation, entry added and saved', p50p95(insertions));
  for (const line of rows) {
    console.log(`BENCH ${JSON.stringify(line)}`);
  }
}

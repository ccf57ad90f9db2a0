import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommandArguments } from '../../src/vscode/arguments';
import { moveBehind, show, type } from './support/editors';
import { configure, insert } from './support/extension';
import { copyProject } from './support/project';
import { until } from './support/until';

const cases: readonly {
  readonly what: string;
  readonly command: Parameters<typeof insert>[0];
  readonly args: CommandArguments;
}[] = [
  { what: 'a citation', command: 'insertCitation', args: { ids: ['flamingo', 'llava'] } },
  { what: 'a summary', command: 'insertSummary', args: { ids: ['flamingo'] } },
];

const places = [
  ['latex-natbib', 'chapters/introduction.tex', 'Flamingo came first'],
  ['markdown', 'paper.md', 'Images come next'],
] as const;

describe('one undo in the draft', () => {
  for (const { what, command, args } of cases) {
    for (const [folder, draft, behind] of places) {
      it(`takes back ${what} in ${draft} and its entries, and one redo brings both back`, async () => {
        const project = await copyProject(folder);
        const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
        const { document } = await show(project.uri(draft));
        const texts = (): string[] => [document.getText(), bibliography.getText()];
        const before = texts();
        moveBehind(await show(project.uri(draft)), behind);
        const result = await insert(command, args);
        assert.ok(result.added.length > 0);
        const after = texts();
        assert.ok(
          after.every((text, index) => text !== before[index]),
          'both were changed',
        );

        await vscode.commands.executeCommand('undo');
        await until(() => assert.deepEqual(texts(), before));
        await vscode.commands.executeCommand('redo');
        await until(() => assert.deepEqual(texts(), after));
      });
    }
  }

  it('leaves what was typed before, in the draft and in an unsaved bibliography', async () => {
    const project = await copyProject('latex-plain');
    const bibliography = await show(project.uri('refs.bib'));
    await type(bibliography, '% typed before\n');
    const editor = await show(project.uri('main.tex'));
    moveBehind(editor, 'Images come next');
    await type(editor, ' and more');
    const texts = (): string[] => [editor.document.getText(), bibliography.document.getText()];
    const before = texts();
    await insert('insertCitation', { ids: ['blip-2'] });
    await vscode.commands.executeCommand('undo');
    await until(() => assert.deepEqual(texts(), before));
    assert.ok(before[0]?.includes('Images come next and more.') && before[1]?.startsWith('% typed before'));
  });

  it('takes both back where the bibliography is not saved after adding', async () => {
    const restore = await configure('bibliography.saveAfterAdding', false);
    try {
      const project = await copyProject('markdown');
      const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
      const editor = await show(project.uri('paper.md'));
      moveBehind(editor, 'Images come next');
      const texts = (): string[] => [editor.document.getText(), bibliography.getText()];
      const before = texts();
      await insert('insertCitation', { ids: ['flamingo'] });
      await vscode.commands.executeCommand('undo');
      await until(() => assert.deepEqual(texts(), before));
      assert.equal(await project.text('refs.bib'), before[1]);
    } finally {
      await restore();
    }
  });

  it('takes back a citation whose work is in the bibliography already', async () => {
    const project = await copyProject('markdown');
    const editor = await show(project.uri('paper.md'));
    const before = editor.document.getText();
    moveBehind(editor, 'Images come next');
    await insert('insertCitation', { ids: ['blip-2'] });
    assert.notEqual(editor.document.getText(), before);
    await vscode.commands.executeCommand('undo');
    await until(() => assert.equal(editor.document.getText(), before));
  });

  it('empties the draft of a citation whose bibliography was created for it', async () => {
    const project = await copyProject('missing-bib');
    const editor = await show(project.uri('main.tex'));
    const before = editor.document.getText();
    moveBehind(editor, 'not there yet');
    await insert('insertCitation', { ids: ['llava'] });
    assert.notEqual(editor.document.getText(), before);
    await vscode.commands.executeCommand('undo');
    await until(() => assert.equal(editor.document.getText(), before));
  });
});

import assert from 'node:assert/strict';
import type { DraftLibrary } from '../../../src/core/library/draftLibrary';
import { Library } from '../../../src/core/library/library';
import { isSameKey, scopeInBibliography, scopeInDraft } from '../../../src/core/navigation/scope';
import { catalogOf, work } from '../catalog/fixtures';
import { MemoryWorkspace, at, notCancelled } from '../library/memoryWorkspace';

const catalog = catalogOf([], [work('li2023blip')]);

/** Libraries of Markdown drafts, each with the bibliographies that it names. */
async function librariesOf(
  drafts: Readonly<Record<string, string>>,
  bibliographies: Readonly<Record<string, string>>,
): Promise<Record<string, DraftLibrary>> {
  const texts = Object.entries(drafts).map(([path, list]) => [path, `---\nbibliography: [${list}]\n---\n`]);
  const workspace = new MemoryWorkspace({ ...Object.fromEntries(texts), ...bibliographies } as Record<
    string,
    string
  >);
  const library = new Library(
    workspace,
    () => Promise.resolve(catalog),
    () => ({ bibliographyFiles: [] }),
  );
  const opened = Object.keys(drafts).map(
    async (path) => [path, await library.open(at(path), 'pandoc', notCancelled)] as const,
  );
  return Object.fromEntries(await Promise.all(opened));
}

describe('what a key means', () => {
  it('is the same in drafts in which the same entry counts, and only there', async () => {
    const libraries = await librariesOf(
      { 'a.md': 'one.bib', 'b.md': 'two.bib', 'c.md': 'one.bib, two.bib', 'd.md': 'two.bib, one.bib' },
      { 'one.bib': '@book{smith, title={One}}', 'two.bib': '@book{smith, title={Two}}' },
    );
    const same = (scope: Parameters<typeof isSameKey>[1]): string[] =>
      Object.keys(libraries).filter((path) => isSameKey(libraries[path] as DraftLibrary, scope));
    assert.deepEqual(same(scopeInDraft(libraries['a.md'] as DraftLibrary, 'smith')), ['a.md', 'c.md']);
    assert.deepEqual(same(scopeInDraft(libraries['b.md'] as DraftLibrary, 'smith')), ['b.md', 'd.md']);
    assert.deepEqual(same(scopeInBibliography(at('two.bib'), 'smith')), ['b.md', 'd.md']);
  });

  it('is all entries with the key where a draft has several', async () => {
    const libraries = await librariesOf(
      { 'c.md': 'one.bib, two.bib, three.bib', 'b.md': 'two.bib' },
      { 'one.bib': '@book{smith}', 'two.bib': '@book{smith}', 'three.bib': '@book{jones}' },
    );
    const scope = scopeInDraft(libraries['c.md'] as DraftLibrary, 'smith');
    assert.deepEqual([...scope.bibliographies], [at('one.bib'), at('two.bib')]);
    assert.ok(scope.hasEntry);
    assert.ok(isSameKey(libraries['b.md'] as DraftLibrary, scope));
  });

  it('is shared by drafts with a bibliography in common where no entry has the key', async () => {
    const libraries = await librariesOf(
      { 'a.md': 'one.bib', 'b.md': 'one.bib', 'c.md': 'two.bib', 'd.md': 'one.bib, two.bib' },
      { 'one.bib': '', 'two.bib': '@book{li2023blip, title={Has it}}' },
    );
    const scope = scopeInDraft(libraries['a.md'] as DraftLibrary, 'li2023blip');
    assert.ok(!scope.hasEntry);
    assert.deepEqual(
      Object.keys(libraries).filter((path) => isSameKey(libraries[path] as DraftLibrary, scope)),
      ['a.md', 'b.md'],
    );
  });
});

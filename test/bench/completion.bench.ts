import type { Catalog } from '../../src/core/catalog/catalog';
import { completionCandidates } from '../../src/core/completion/candidates';
import { completionPosition } from '../../src/core/completion/position';
import { parseCitations } from '../../src/core/drafts/citations';
import { Library } from '../../src/core/library/library';
import { CatalogSearch } from '../../src/core/search/catalogSearch';
import { EntrySearch } from '../../src/core/search/entrySearch';
import { at, MemoryWorkspace } from '../unit/library/memoryWorkspace';
import { builtCatalog } from './catalog';
import { keystrokes, milliseconds, p50p95 } from './measure';
import type { Row } from './measure';
import { addAbstracts, bibliographyText } from './works';

const notCancelled = { isCancellationRequested: false };
const queries = ['li2023blip', 'vision language', 'zhang 2021', 'atention', 'instruct tuning'];

/** What the core computes for a list of completions, key press by key press, as the draft changes with each. */
export async function run(): Promise<Row[]> {
  const catalog = builtCatalog();
  const rows: Row[] = [];
  for (const entries of [200, 1000, 10_000, 50_000]) {
    for (const abstracts of [false, true]) {
      rows.push(...(await measure(catalog, entries, abstracts)));
    }
  }
  return rows;
}

async function measure(catalog: Catalog, count: number, abstracts: boolean): Promise<Row[]> {
  const plain = bibliographyText(catalog, count);
  const workspace = new MemoryWorkspace({ 'refs.bib': abstracts ? addAbstracts(plain) : plain });
  const library = new Library(
    workspace,
    () => Promise.resolve(catalog),
    () => ({ bibliographyFiles: [] }),
  );
  const entries = new EntrySearch();
  const models = new CatalogSearch(catalog);
  const type = async (typed: string): Promise<number> => {
    const before = `\\documentclass{article}\\begin{document}\\cite{made-3}, \\cite{${typed}`;
    const text = `${before}}\\bibliography{refs}\\end{document}`;
    workspace.write('main.tex', text);
    library.invalidate(at('main.tex'));
    const start = performance.now();
    const draft = await library.open(at('main.tex'), 'latex', notCancelled);
    const groups = parseCitations(text, 'latex');
    const position = completionPosition(text, before.length, 'latex', () => groups);
    await entries.update(draft.indexes, catalog, () => undefined);
    if (position) {
      completionCandidates({
        library: draft,
        entries,
        catalog: models,
        position,
        groups,
        bibliographyEntries: true,
      });
    }
    return performance.now() - start;
  };
  const first = await type('');
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const typed of keystrokes(queries)) {
      times.push(await type(typed));
    }
  }
  const name = `${count} entries${abstracts ? ' with abstracts' : ''}`;
  return [
    { what: `first list, ${name}`, measured: milliseconds(first) },
    { what: '  list at each key press', measured: p50p95(times) },
  ];
}

import { pipelineSvg } from '../../src/core/catalog/pipelineSvg';
import { citationCard } from '../../src/core/library/citationCard';
import type { DraftLibrary } from '../../src/core/library/draftLibrary';
import { Library } from '../../src/core/library/library';
import { at, MemoryWorkspace } from '../unit/library/memoryWorkspace';
import { builtCatalog } from './catalog';
import { milliseconds, p50p95, timeEach } from './measure';
import type { Row } from './measure';
import { bibliographyText } from './works';

const entries = 10_000;
const notCancelled = { isCancellationRequested: false };

/** What the core computes for a hover and a definition, in a draft with a large bibliography. */
export async function run(): Promise<Row[]> {
  const catalog = builtCatalog();
  const workspace = new MemoryWorkspace({
    'main.tex':
      '\\documentclass{article}\\begin{document}\\cite{li2023blip}\\bibliography{refs}\\end{document}',
    'refs.bib': bibliographyText(catalog, entries),
  });
  const library = new Library(
    workspace,
    () => Promise.resolve(catalog),
    () => ({ bibliographyFiles: [] }),
  );
  const start = performance.now();
  const draft = await library.open(at('main.tex'), 'latex', notCancelled);
  const opened = performance.now() - start;
  const first = timeEach(['li2023blip'], (key) => hover(draft, key));

  const models = catalog.works.filter(({ key }) => catalog.modelsOf(key).length > 0).map(({ key }) => key);
  const made = Array.from({ length: 300 }, (_, index) => `made-${index * 30}`);
  return [
    { what: `open a draft with ${entries} entries`, measured: milliseconds(opened) },
    { what: '  first hover in it', measured: p50p95(first) },
    {
      what: 'hover on a model',
      measured: p50p95(timeEach(models, (key) => hover(draft, key))),
      budget: 'p95 5 ms',
    },
    {
      what: 'hover on another entry',
      measured: p50p95(timeEach(made, (key) => hover(draft, key))),
      budget: 'p95 5 ms',
    },
    {
      what: 'resolve a key',
      measured: p50p95(timeEach([...models, ...made], (key) => draft.resolve(key))),
      budget: 'p95 5 ms',
    },
  ];
}

function hover(draft: DraftLibrary, key: string): unknown {
  const card = citationCard(draft.resolve(key));
  return card?.model && pipelineSvg(card.model, { theme: 'dark' });
}

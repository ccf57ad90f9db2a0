import assert from 'node:assert/strict';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { citationCard } from '../../../src/core/library/citationCard';
import type { CitationCard } from '../../../src/core/library/citationCard';
import type { Resolution } from '../../../src/core/library/draftLibrary';
import type { Model, Work } from '../../../src/core/catalog/types';
import { model, work } from '../catalog/fixtures';

const uri = 'file:///project/refs.bib';

/** What a key means that a bibliography has. */
function found(text: string, known: { work?: Work; models?: readonly Model[] } = {}): Resolution {
  const index = new BibliographyIndex(uri, text);
  const [entry] = index.file.entries;
  assert.ok(entry);
  return {
    key: entry.key,
    entry: { uri, entry, record: index.record(entry) },
    models: known.models ?? [],
    ...(known.work && { work: known.work }),
  };
}

function card(resolution: Resolution): CitationCard {
  const result = citationCard(resolution);
  assert.ok(result, 'there is a card');
  return result;
}

const llava = model('llava', {
  name: 'LLaVA',
  work: 'liu2023visual',
  institutions: ['UW-Madison', 'Microsoft'],
  training: { pretraining: '558K', instructionTuning: null },
});

const llavaWork = work('liu2023visual', {
  title: 'Visual Instruction Tuning',
  authors: [
    { family: 'Liu', given: 'Haotian' },
    { family: 'Li', given: 'Chunyuan' },
  ],
  venue: 'NeurIPS',
  arxiv: '2304.08485',
});

describe('citationCard', () => {
  it('is nothing for a key that nobody knows', () => {
    assert.equal(citationCard({ key: 'nobody', models: [] }), undefined);
  });

  it('has the fields of an entry that the catalog does not know', () => {
    const text = `% kept by hand
@article{m99, author = {M{\\"u}ller, J{\\"o}rg}, title = {On {\\ss}}, journal = {Z. f{\\"u}r Bilder}, year = 1999,
  doi = {10.1000/182}}`;
    assert.deepEqual(citationCard(found(text)), {
      key: 'm99',
      heading: 'On ß',
      reference: 'Müller, J. (1999). On ß. Z. für Bilder.',
      otherModels: [],
      facts: [],
      entry: { uri, start: text.indexOf('@') },
      paper: 'https://doi.org/10.1000/182',
    });
  });

  it('has a heading for an entry without title', () => {
    assert.equal(card(found('@misc{nameless, year = 2020}')).heading, 'nameless');
  });

  it('has model, work and reference of a key that only the catalog has', () => {
    const { entry, ...rest } = card({ key: 'liu2023visual', work: llavaWork, models: [llava] });
    assert.equal(entry, undefined);
    assert.equal(rest.heading, 'LLaVA');
    assert.equal(rest.reference, 'Liu, H., & Li, C. (2023). Visual Instruction Tuning. NeurIPS.');
    assert.equal(rest.model, llava);
    assert.equal(rest.workKey, 'liu2023visual');
    assert.equal(rest.paper, 'https://arxiv.org/abs/2304.08485');
  });

  it("has the reference as the draft's own entry gives it, and the model behind it", () => {
    const text = '@misc{mine, author = {Liu, H.}, title = {Visual instruction tuning}, year = 2024}';
    const {
      reference,
      workKey,
      model: shown,
      paper,
    } = card(found(text, { work: llavaWork, models: [llava] }));
    assert.equal(reference, 'Liu, H. (2024). Visual instruction tuning.');
    assert.equal(workKey, 'liu2023visual');
    assert.equal(shown, llava);
    assert.equal(paper, 'https://arxiv.org/abs/2304.08485', 'the address the entry lacks');
  });

  it('takes the address of the entry before that of the catalog', () => {
    const text = '@misc{mine, title = {Visual instruction tuning}, doi = {10.5555/1}}';
    assert.equal(card(found(text, { work: llavaWork, models: [llava] })).paper, 'https://doi.org/10.5555/1');
  });

  it('names every model of a work, and shows the first', () => {
    const second = model('llava-b', { name: 'LLaVA-B', work: 'liu2023visual' });
    const {
      heading,
      model: shown,
      otherModels,
    } = card({
      key: 'liu2023visual',
      work: llavaWork,
      models: [llava, second],
    });
    assert.equal(heading, 'LLaVA, LLaVA-B');
    assert.equal(shown, llava);
    assert.deepEqual(otherModels, [second]);
  });

  it('has the facts that are known, and none that only says it is not reported', () => {
    const { facts } = card({ key: 'liu2023visual', work: llavaWork, models: [llava] });
    const values = new Map(facts.map(({ id, value }) => [id, value]));
    assert.equal(values.get('training.pretraining'), '558K');
    assert.equal(values.get('institutions'), 'UW-Madison, Microsoft');
    assert.equal(values.has('training.instructionTuning'), false);
    assert.ok(![...values.values()].includes('not reported'));
  });

  it('describes a work of the catalog that is no model', () => {
    const dataset = work('hudson2019gqa', { title: 'GQA', doubt: 'venue from memory' });
    const {
      heading,
      facts,
      doubt,
      workKey,
      model: shown,
    } = card({
      key: 'hudson2019gqa',
      work: dataset,
      models: [],
    });
    assert.equal(heading, 'GQA');
    assert.deepEqual(facts, []);
    assert.equal(doubt, 'venue from memory');
    assert.equal(workKey, 'hudson2019gqa');
    assert.equal(shown, undefined);
  });
});

import assert from 'node:assert/strict';
import { compareModels, comparisonRow, mostColumns } from '../../../src/core/comparison/compare';
import { tableCsv } from '../../../src/core/comparison/csv';
import { pipelinesSvg } from '../../../src/core/comparison/pipelines';
import { citedTable } from '../../../src/core/comparison/table';
import {
  draftView,
  initialView,
  movedBy,
  moveRow,
  seenRows,
  seenTable,
} from '../../../src/core/comparison/view';
import type { ComparisonView } from '../../../src/core/comparison/view';
import { themeColours } from '../../../src/core/charts/palette';
import { svgDocument } from '../../../src/core/charts/svgNode';
import type { Model } from '../../../src/core/catalog/types';
import { blip2, flamingo, model, nextGpt, smallCatalog, work } from '../catalog/fixtures';
import { all, assertWellFormed, written } from '../charts/xml';

const workOf = (each: Model) => smallCatalog.work(each.work) ?? work(each.work);
const compare = (...models: Model[]) => compareModels(models, workOf);
const three = compare(blip2, flamingo, nextGpt);
const row = (id: string) => three.rows.find((each) => each.id === id)!;

describe('a comparison', () => {
  it('has a column for each model and a row for each fact that any has, in the order of the facts', () => {
    assert.deepEqual(
      three.columns.map(({ name }) => name),
      [blip2.name, flamingo.name, nextGpt.name],
    );
    const ids = three.rows.map(({ id }) => id);
    assert.ok(ids.includes('architecture.generators'), 'which only one has');
    assert.ok(ids.indexOf('architecture.backbones') < ids.indexOf('architecture.generators'));
    assert.ok(ids.indexOf('architecture.generators') < ids.indexOf('outputs'));
    assert.ok(ids.indexOf('outputs') < ids.indexOf('training.pretraining'));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(three.rows.every(({ cells }) => cells.length === 3));
  });

  it('marks rows that differ, and in them what one model alone has', () => {
    assert.equal(row('inputs').differs, true);
    const items = (column: number) => row('inputs').cells[column]!.items;
    assert.ok(
      items(0).every(({ own }) => !own),
      'image and text are in all',
    );
    assert.deepEqual(
      items(2).flatMap(({ text, own }) => (own ? [text] : [])),
      ['video', 'audio'].filter((each) => !flamingo.inputs.includes(each as never)),
    );
  });

  it('takes silence for no difference', () => {
    const cells = ['7B', '', '7B'].map((value) => ({ value, doubt: '', source: '' }));
    const made = comparisonRow({ id: 'x', label: 'X', section: 'training', separator: ', ' }, cells);
    assert.equal(made.differs, false);
    assert.deepEqual(made.cells[1]?.items, []);
  });

  it('takes another order and other letters for no difference', () => {
    const cells = ['Image, text', 'text, image'].map((value) => ({ value, doubt: '', source: '' }));
    const made = comparisonRow({ id: 'x', label: 'X', section: 'training', separator: ', ' }, cells);
    assert.equal(made.differs, false);
  });

  it('marks nothing as one model’s own where nothing is common', () => {
    const cells = ['A', 'B'].map((value) => ({ value, doubt: '', source: '' }));
    const made = comparisonRow({ id: 'x', label: 'X', section: 'training', separator: ', ' }, cells);
    assert.equal(made.differs, true);
    assert.ok(made.cells.every(({ items }) => items.every(({ own }) => !own)));
  });

  it('keeps doubts and sources, and gathers remarks in one row', () => {
    const doubtful = model('doubtful', {
      notes: ['First.', 'Second.'],
      conflicts: [{ field: 'architecture.encoders', text: 'the paper says ViT-L' }],
      sources: { architecture: 'survey' },
    });
    const made = compare(blip2, doubtful);
    const encoders = made.rows.find(({ id }) => id === 'architecture.encoders');
    assert.equal(encoders?.cells[1]?.doubt, 'the paper says ViT-L');
    const notes = made.rows.filter(({ section }) => section === 'notes');
    assert.deepEqual(
      notes.map(({ id }) => id),
      ['notes'],
    );
    assert.equal(notes[0]?.cells[1]?.value, 'First.; Second.');
  });

  it('has at most twelve columns', () => {
    const many = Array.from({ length: 20 }, (_, index) => model(`m${index}`));
    assert.equal(compare(...many).columns.length, mostColumns);
  });
});

describe('the view of a comparison', () => {
  const view = initialView(three);
  const ids = (of: ComparisonView): string[] => seenRows(three, of).map(({ id }) => id);

  it('leaves out addresses at first', () => {
    assert.ok(three.rows.some(({ section }) => section === 'links'));
    assert.ok(!ids(view).some((id) => id.startsWith('links.')));
  });

  it('has in a draft what tables of papers have, as far as any model says something', () => {
    const shown = ids(draftView(three));
    assert.deepEqual(
      shown.filter((id) => !/^(?:inputs|outputs|architecture\.|training\.)/.test(id)),
      [],
    );
    assert.ok(shown.includes('architecture.generators'), 'NExT-GPT generates');
    const understanding = compare(blip2, flamingo);
    assert.ok(
      seenRows(understanding, draftView(understanding)).every(({ cells }) =>
        cells.some(({ value }) => value),
      ),
      'no row is empty',
    );
  });

  it('can show differences only', () => {
    const different = ids({ ...view, onlyDifferences: true });
    assert.ok(different.length > 0 && different.length < ids(view).length);
    assert.ok(different.every((id) => row(id).differs));
  });

  it('moves a row past the next one that is seen, and not beyond the ends', () => {
    const [first = '', second = '', third = ''] = ids(view);
    const moved = moveRow(three, view, first, 1);
    assert.deepEqual(ids(moved).slice(0, 3), [second, first, third]);
    assert.deepEqual(ids(moveRow(three, moved, first, -1)), ids(view));
    assert.equal(moveRow(three, view, first, -1), view);
    const last = ids(view).at(-1)!;
    assert.equal(moveRow(three, view, last, 1), view);
    assert.equal(moveRow(three, view, 'no-such-row', 1), view);
  });

  it('moves a row past hidden ones', () => {
    const [first = '', second = '', third = ''] = ids(view);
    const hidden = { ...view, hidden: [...view.hidden, second] };
    assert.deepEqual(ids(moveRow(three, hidden, first, 1)).slice(0, 2), [third, first]);
  });

  it('is a table with models as columns, or as lines', () => {
    const label = ({ label: text }: { label: string }): string => text;
    const columns = seenTable(three, view, label, '—').lines;
    const lines = seenTable(three, { ...view, transposed: true }, label, '—').lines;
    assert.deepEqual(
      lines.map((line) => line.map(({ text }) => text)),
      columns[0]!.map((_, column) => columns.map((line) => line[column]!.text)),
    );
    assert.equal(columns[0]?.[1]?.model?.id, blip2.id);
    assert.ok(
      columns.some((line) => line.some(({ text }) => text === '—')),
      'not reported',
    );
  });

  it('moves values of a list', () => {
    assert.deepEqual(movedBy(['a', 'b', 'c'], 'a', 1), ['b', 'a', 'c']);
    assert.deepEqual(movedBy(['a', 'b', 'c'], 'c', 1), ['a', 'b', 'c']);
    assert.deepEqual(movedBy(['a'], 'x', -1), ['a']);
  });
});

describe('a comparison as CSV', () => {
  const csv = (...cells: string[]): string => tableCsv({ lines: [cells.map((text) => ({ text }))] });

  it('quotes what has to be quoted', () => {
    assert.equal(csv('a', 'b, c', 'd "e"', 'f\ng'), '\ufeffa,"b, c","d ""e""","f\ng"\r\n');
  });

  it('holds no formula for a spreadsheet, and leaves numbers alone', () => {
    assert.equal(csv('=1+1', '@x', '-2.5', '+cmd'), "\ufeff'=1+1,'@x,-2.5,'+cmd\r\n");
    assert.equal(csv('＝1+1', '\t=1', '-1+1|x'), "\ufeff'＝1+1,'\t=1,'-1+1|x\r\n");
  });
});

describe('a comparison as a table of a draft', () => {
  const label = ({ label: text }: { label: string }): string => text;
  const lines = seenTable(three, { ...initialView(three), transposed: true }, label, '—');

  it('cites every model where it is named', () => {
    const table = citedTable(lines, [blip2, flamingo, nextGpt], 'en');
    assert.deepEqual(
      table.rows.map(([first]) => first),
      [blip2, flamingo, nextGpt].map(({ name, work: key }) => [
        { kind: 'text', text: name },
        { kind: 'cite', works: [key] },
      ]),
    );
    assert.equal(table.columns.length, lines.lines[0]!.length);
  });

  it('cites models in the heads where they are columns', () => {
    const columns = citedTable(seenTable(three, initialView(three), label, '—'), [blip2], 'en').columns;
    assert.deepEqual(columns[1]?.head, [
      { kind: 'text', text: blip2.name },
      { kind: 'cite', works: [blip2.work] },
    ]);
  });

  it('has a caption in the draft’s language', () => {
    const caption = (models: { name: string }[], language: 'en' | 'zh'): unknown =>
      citedTable(lines, models, language).caption;
    const named = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name }));
    assert.deepEqual(caption(named.slice(0, 2), 'en'), [{ kind: 'text', text: 'Comparison of A and B.' }]);
    assert.deepEqual(caption(named.slice(0, 2), 'zh'), [{ kind: 'text', text: 'A 和 B 的比较。' }]);
    assert.deepEqual(caption(named, 'en'), [
      { kind: 'text', text: 'Comparison of 5 models, among them A, B, C.' },
    ]);
  });

  it('marks what is doubtful, and says below what the mark means', () => {
    const doubtful = model('d', {
      inputs: ['text'],
      conflicts: [{ field: 'inputs', text: 'the paper has video as well' }],
    });
    const made = compare(doubtful);
    const table = citedTable(
      seenTable(made, { ...initialView(made), transposed: true }, label, '—'),
      [doubtful],
      'en',
    );
    assert.deepEqual(table.rows[0]?.[1], [
      { kind: 'text', text: 'text' },
      { kind: 'mark', mark: '?' },
    ]);
    assert.equal(table.notes.length, 1);
    assert.equal(citedTable(lines, [blip2], 'en').notes.length, 0);
  });

  it('lets long columns wrap, within the line', () => {
    const widths = citedTable(lines, [blip2], 'en').columns.flatMap(({ width }) => width ?? []);
    assert.ok(widths.length > 0 && widths.every((width) => width > 0 && width < 1), String(widths));
  });
});

describe('pipelines below each other', () => {
  const words = {
    title: 'Pipelines',
    inputs: 'Inputs',
    outputs: 'Outputs',
    notReported: 'not reported',
    stage: {
      encoder: 'Encoder',
      inputProjector: 'Input projector',
      backbone: 'LLM backbone',
      outputProjector: 'Output projector',
      generator: 'Generator',
    },
  };
  const draw = (...models: Model[]) => pipelinesSvg(models, words, themeColours, 900);

  it('have the same component at the same place in every line', () => {
    const places = all(draw(blip2, nextGpt), 'rect').map(({ attributes }) => attributes['x']);
    assert.deepEqual(places.slice(0, 3), places.slice(3, 6));
    assert.equal(places.length, 8, 'only one of them generates');
  });

  it('leave out stations that none of them has', () => {
    const texts = all(draw(blip2, flamingo), 'text').map(written);
    assert.ok(texts.includes('Encoder') && !texts.includes('Generator'));
  });

  it('dash what is not reported', () => {
    const dashes = all(draw(model('unknown')), 'rect').map(
      ({ attributes }) => attributes['stroke-dasharray'],
    );
    assert.ok(dashes.length > 0 && dashes.every((dash) => dash !== undefined));
  });

  it('are well-formed for hostile names and for no model', () => {
    assertWellFormed(svgDocument(draw(model('x', { name: '<b>"&' }))));
    assertWellFormed(svgDocument(draw()));
  });
});

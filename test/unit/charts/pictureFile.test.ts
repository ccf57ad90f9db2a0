import assert from 'node:assert/strict';
import { paperColours as colours } from '../../../src/core/charts/palette';
import { pictureFile } from '../../../src/core/charts/pictureFile';
import { scatter } from '../../../src/core/charts/scatter';
import { assertWellFormed } from './xml';

const hostile = '<script>alert(1)</script>"&]]>';

function fileOf(names: readonly string[], description?: string): string {
  const { picture } = scatter(
    names.map((name, index) => ({
      id: name,
      name,
      x: index,
      y: index,
      series: 0,
      doubt: index > 0 ? 'elsewhere 3' : '',
    })),
    {
      title: 'GQA / VQAv2',
      xLabel: 'GQA',
      yLabel: 'VQAv2',
      series: ['Vicuna'],
      colours,
      width: 500,
      height: 300,
    },
  );
  const legend = [
    { name: 'Vicuna', series: 0 },
    { name: 'Doubtful', series: 'hollow' },
  ] as const;
  return pictureFile(picture, { legend, ...(description === undefined ? {} : { description }) });
}

describe('a picture as a file', () => {
  it('has its title, what it shows, and every point with what is known of it', () => {
    const file = fileOf(['LLaVA', 'BLIP-2'], '2 models');
    assertWellFormed(file);
    assert.match(file, /^<svg [^>]*role="img"/);
    assert.ok(file.includes('<title id="title">GQA / VQAv2</title><desc id="description">2 models</desc>'));
    assert.ok(file.includes('aria-labelledby="title description"'));
    assert.ok(file.includes('<title>BLIP-2, GQA 1, VQAv2 1, Vicuna, elsewhere 3</title>'));
  });

  it('names no description that it has not', () => {
    assert.ok(fileOf(['LLaVA']).includes('aria-labelledby="title"'));
  });

  it('has the legend below the picture, on white', () => {
    const file = fileOf(['LLaVA']);
    assert.ok(file.includes('>Vicuna</text>') && file.includes('>Doubtful</text>'));
    assert.ok(Number(/ height="(\d+)"/.exec(file)?.[1]) > 300);
    assert.ok(file.includes(`fill="${colours.background}"`));
  });

  it('has nothing of a page: no variables, roles of lists, classes or data, and no script', () => {
    const file = fileOf([hostile], hostile);
    assertWellFormed(file);
    assert.doesNotMatch(file, /var\(|listbox|option|class=|data-|tabindex|<script|href|style=/);
  });
});

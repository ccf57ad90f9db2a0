import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bars } from '../../../src/core/charts/bars';
import { isDrawing } from '../../../src/core/charts/isDrawing';
import { monthStacks } from '../../../src/core/charts/monthStacks';
import { paperColours as colours } from '../../../src/core/charts/palette';
import { pictureFile } from '../../../src/core/charts/pictureFile';
import { scatter } from '../../../src/core/charts/scatter';
import { svg, svgDocument } from '../../../src/core/charts/svgNode';
import { timeline } from '../../../src/core/charts/timeline';

const hostile = `"><script>alert(1)</script><svg onload=alert(1)> url(https://example.invalid) & ' ]]> &#60;`;

describe('what is a drawing', () => {
  it('is every chart, whatever its texts are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(hostile), fc.string({ unit: 'binary' })), (text) => {
        const size = { title: text, colours, width: 400 };
        const point = { id: text, name: text, series: 0, detail: text };
        const dated = { ...point, date: '2024-01', lane: 0 };
        const lanes = { ...size, lanes: [text], series: [text] };
        const charts = [
          bars([{ name: text, value: 3, doubt: text, ranked: false }], {
            ...size,
            notRanked: text,
            id: 'hatching-0',
          }),
          timeline([dated], lanes).picture,
          monthStacks([{ ...dated, isLandmark: true }], lanes).picture,
          scatter([{ ...point, x: 1, y: 2, doubt: text }], {
            ...size,
            xLabel: text,
            yLabel: text,
            series: [text],
            height: 300,
          }).picture,
        ];
        const told = { legend: [{ name: text, series: 0 }], description: text };
        charts.forEach((chart) => assert.ok(isDrawing(pictureFile(chart, told))));
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing that acts, loads or is no picture', () => {
    const wrap = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>\n`;
    assert.ok(isDrawing(wrap('<g><rect x="1"/></g>')));
    for (const inside of [
      '<script>alert(1)</script>',
      '<foreignObject></foreignObject>',
      '<image href="https://example.invalid/x.png"/>',
      '<use href="#x"/>',
      '<a href="javascript:alert(1)"><text>x</text></a>',
      '<animate attributeName="x"/>',
      '<style>@import "https://example.invalid"</style>',
      '<rect onclick="alert(1)"/>',
      '<rect OnClick="alert(1)"/>',
      '<rect xlink:href="x"/>',
      '<rect style="fill:url(https://example.invalid)"/>',
      '<rect fill="url(https://example.invalid)"/>',
      '<rect fill="u&#114;l(https://example.invalid)"/>',
      "<rect x='1'/>",
      '<rect x=1/>',
      '<!-- x -->',
      '<!DOCTYPE svg>',
      '<?xml-stylesheet href="x"?>',
      '<![CDATA[<script>]]>',
      '&lol;',
      '<',
      '>',
    ]) {
      assert.ok(!isDrawing(wrap(inside)), inside);
    }
    for (const text of ['', 'x', '<svg ></svg>', '#!/bin/sh\n', '<svg ></svg>\n<script></script>']) {
      assert.ok(!isDrawing(text), text);
    }
    assert.ok(isDrawing(svgDocument(svg('svg', {}, 'x'))));
  });

  it('is told without delay', function () {
    this.timeout(2000);
    for (const piece of ['<', '<g', '<g a="', '<g a="b" ', 'a', '<g>', '&amp;']) {
      isDrawing(`<svg >${piece.repeat(300_000)}</svg>\n`);
    }
  });
});

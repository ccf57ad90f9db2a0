import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeStages } from '../../../src/core/catalog/pipelineLayout';
import { pipelineStages } from '../../../src/core/catalog/pipeline';
import { pipelineSvg } from '../../../src/core/catalog/pipelineSvg';
import { pipelineColours } from '../../../src/core/catalog/pipelineTheme';
import type { ThemeKind } from '../../../src/core/catalog/pipelineTheme';
import type { Model } from '../../../src/core/catalog/types';
import { assertWellFormed } from '../charts/xml';
import { architecture, blip2, flamingo, gemini, model, nextGpt, part, visualChatgpt } from './fixtures';

const themes = Object.keys(pipelineColours) as ThemeKind[];
const models = [
  blip2,
  flamingo,
  gemini,
  nextGpt,
  visualChatgpt,
  model('unknown', { outputs: ['image', 'text'] }),
];

function svg(of: Model, theme: ThemeKind = 'dark', width?: number): string {
  return pipelineSvg(of, { theme, ...(width !== undefined && { width }) });
}

function texts(of: Model): string[] {
  return [...svg(of).matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((match) => match[1] ?? '');
}

function boxes(of: Model, width?: number): { x: number; width: number; dashed: boolean }[] {
  return [...svg(of, 'dark', width).matchAll(/<rect x="([\d.]+)"[^>]* width="([\d.]+)"[^>]*>/gu)].map(
    (match) => ({
      x: Number(match[1]),
      width: Number(match[2]),
      dashed: match[0].includes('stroke-dasharray'),
    }),
  );
}

describe('pipelineSvg', () => {
  for (const theme of themes) {
    it(`draws well-formed pictures in the theme "${theme}"`, () => {
      for (const each of models) {
        assertWellFormed(svg(each, theme));
        assert.ok(svg(each, theme).includes(pipelineColours[theme].accentStroke));
      }
    });
  }

  it('stands for itself: no scripts, no addresses, no references', () => {
    for (const each of models) {
      const picture = svg(each).replace('xmlns="http://www.w3.org/2000/svg"', '');
      assert.doesNotMatch(picture, /script|https?:|href|url\(|@import|<style|\son\w+=/iu);
    }
  });

  it('has the width asked for within limits, and a height that fits a hover', () => {
    const size = (width?: number): (string | undefined)[] =>
      [...(/width="(\d+)" height="(\d+)"/u.exec(svg(nextGpt, 'dark', width)) ?? [])].slice(1);
    assert.deepEqual(size(), ['500', '112']);
    assert.deepEqual(size(480), ['480', '112']);
    assert.deepEqual(size(9000), ['560', '112']);
    assert.deepEqual(size(1), ['320', '112']);
  });

  it('shows inputs, parts and outputs', () => {
    for (const word of ['Image', 'Video', 'Audio', 'Text', 'ImageBind', 'Linear', 'Zeroscope', 'AudioLDM']) {
      assert.ok(
        texts(nextGpt).some((text) => text.includes(word)),
        word,
      );
    }
    assert.equal(texts(nextGpt).filter((text) => text === 'Text').length, 2);
  });

  it('draws a box for each station, dashed where nothing is reported', () => {
    assert.deepEqual(
      boxes(visualChatgpt).map(({ dashed }) => dashed),
      [true, true, false, true, true],
    );
    assert.equal(boxes(blip2).length, 3);
  });

  it('emphasises the language model', () => {
    const { accentFill, accentStroke } = pipelineColours.light;
    const rects = svg(blip2, 'light').match(/<rect[^>]*>/gu) ?? [];
    assert.deepEqual(
      rects.map((rect) => rect.includes(accentStroke) && rect.includes(accentFill)),
      [false, false, true],
    );
  });

  it('leaves room between boxes and keeps them inside, whatever the width', () => {
    for (const each of models) {
      for (const width of [320, 400, 500, 560]) {
        let end = 0;
        for (const box of boxes(each, width)) {
          assert.ok(box.x > end + 5, `${each.id} at ${width}`);
          end = box.x + box.width;
        }
        assert.ok(end < width - 20);
      }
    }
  });

  it('says how many parts and modalities are left out', () => {
    const many = model('many', {
      inputs: ['image', 'video', 'audio', '3d', 'imu', 'fmri', 'text'],
      architecture: architecture({ backbones: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => part(name)) }),
    });
    assert.ok(texts(many).includes('+3 more'));
    assert.ok(texts(many).includes('+3'));
  });

  it('shortens names that do not fit', () => {
    const long = model('long', {
      outputs: ['image'],
      architecture: architecture({
        encoders: [part('Incomprehensibilities-of-Antidisestablishmentarianism')],
      }),
    });
    assert.ok(texts(long).some((text) => text.endsWith('…')));
  });

  it('shows names full of markup as text', () => {
    const hostile = model('hostile', {
      name: '<script>alert(1)</script>',
      architecture: architecture({ backbones: [part('"><img onerror=x>&\u0000')] }),
    });
    assertWellFormed(svg(hostile));
    assert.ok(svg(hostile).includes('<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>'));
  });

  it('is well-formed whatever names there are', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aM-/ <>&"\'\u0000\u001b\ud800\uffff模', '😀') });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 6 }), (name, parts) => {
        const any = model('any', {
          name,
          outputs: ['image', 'text'],
          architecture: architecture({
            backbones: parts.map((each) => part(each)),
            generators: [part(name)],
          }),
        });
        assertWellFormed(svg(any));
      }),
      { numRuns: 30 },
    );
  });

  it('draws no input line for a model without text, and none without inputs', () => {
    const lines = (of: Model): number => (svg(of).match(/<path/gu) ?? []).length;
    const silent = { ...flamingo, inputs: ['image'] } as Model;
    assert.ok(lines(silent) < lines(flamingo));
    assertWellFormed(svg({ ...flamingo, inputs: [] }));
  });
});

describe('placeStages', () => {
  it('fills the space exactly', () => {
    const placed = placeStages(pipelineStages(nextGpt), 50, 450, 10);
    assert.equal(placed[0]?.x, 50);
    const last = placed.at(-1);
    assert.ok(last && Math.abs(last.x + last.width - 450) < 1e-6);
  });

  it('takes smaller letters where there is little room', () => {
    const sizeAt = (to: number): number | undefined =>
      placeStages(pipelineStages(nextGpt), 0, to, 10)[0]?.fontSize;
    assert.ok((sizeAt(280) ?? 0) < (sizeAt(500) ?? 0));
  });

  it('gives a long word more room than a short one', () => {
    const [encoder, projector] = placeStages(
      pipelineStages(
        model('x', {
          architecture: architecture({ encoders: [part('Transformer')], inputProjectors: [part('MLP')] }),
        }),
      ),
      0,
      400,
      10,
    );
    assert.ok((encoder?.width ?? 0) > (projector?.width ?? 0));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bars } from '../../../src/core/charts/bars';
import { paperColours, seriesStyle, themeColours } from '../../../src/core/charts/palette';
import { scatter } from '../../../src/core/charts/scatter';
import { svg, svgDocument } from '../../../src/core/charts/svgNode';
import { timeline } from '../../../src/core/charts/timeline';
import type { TimelinePoint } from '../../../src/core/charts/timeline';
import { all, assertWellFormed, withRole, written } from './xml';

const hostile = '<script>alert(1)</script>"&\u0000]]>';
const colours = themeColours;

function point(id: string, date: string, lane = 0, series = 0): TimelinePoint {
  return { id, name: id, date, lane, series, detail: '' };
}

function dated(points: readonly TimelinePoint[]) {
  const options = { title: 'Time', lanes: ['One', 'Two'], series: ['A', 'B'], colours, width: 600 };
  return timeline(points, options);
}

describe('svg', () => {
  it('is written as a document that has its text as text, whatever the text is', () => {
    const picture = svg('svg', { 'aria-label': hostile }, svg('text', {}, hostile), undefined);
    const document = svgDocument(picture);
    assertWellFormed(document);
    assert.ok(document.includes('&lt;script&gt;'));
    assert.ok(document.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
  });

  it('leaves out attributes without a value, and rounds', () => {
    assert.deepEqual(svg('rect', { x: 1.23456, y: undefined }).attributes, { x: '1.23' });
  });
});

describe('the styles of series', () => {
  it('differ in colour or shape for the first 36, and in both between neighbours', () => {
    const styles = Array.from({ length: 36 }, (_, index) => seriesStyle(index, colours));
    assert.equal(new Set(styles.map(({ colour, shape }) => colour + shape)).size, 36);
    styles.slice(1).forEach((style, index) => {
      assert.notEqual(style.colour, styles[index]!.colour);
      assert.notEqual(style.shape, styles[index]!.shape);
    });
  });

  it('of the rest are of no family', () => {
    const styles = Array.from({ length: 12 }, (_, index) => seriesStyle(index, colours, 10));
    const rest = styles.slice(10).map(({ shape }) => shape);
    assert.equal(new Set(rest).size, 2);
    assert.ok(styles.slice(0, 10).every(({ shape }) => !rest.includes(shape)));
  });

  it('can be seen on paper', () => {
    for (const colour of [...paperColours.series, paperColours.accent]) {
      assert.ok(contrast(colour, paperColours.background) >= 3, colour);
    }
    for (const colour of [paperColours.text, paperColours.muted]) {
      assert.ok(contrast(colour, paperColours.background) >= 4.5, colour);
    }
  });
});

/** Of two colours `#rrggbb`, as WCAG defines it. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const value = parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('a timeline', () => {
  it('sets points by date, and below each other where they would overlap', () => {
    const { points } = dated([point('c', '2024-05'), point('a', '2023-01'), point('b', '2023-01')]);
    assert.deepEqual(
      points.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    const [a, b, c] = points;
    assert.equal(a!.x, b!.x);
    assert.ok(b!.y > a!.y);
    assert.ok(c!.x > a!.x);
  });

  it('leaves out what has no date', () => {
    assert.deepEqual(dated([point('a', 'unknown'), point('b', '2023-13')]).points, []);
  });

  it('has an option for each point, with all that is known of it', () => {
    const { picture } = dated([{ ...point('x', '2023-07', 1, 1), name: hostile, detail: 'video' }]);
    const [option] = withRole(picture, 'option');
    assert.equal(option?.attributes['data-id'], 'x');
    assert.equal(option?.attributes['aria-label'], `${hostile}, 2023-07, B, video`);
    assertWellFormed(svgDocument(picture));
  });

  it('keeps lanes apart, points inside the picture, and no two at one place', () => {
    const date = fc
      .tuple(fc.integer({ min: 2021, max: 2026 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
    const some = fc.array(fc.record({ date, lane: fc.integer({ min: 0, max: 1 }) }), { maxLength: 80 });
    fc.assert(
      fc.property(some, (raw) => {
        const given = raw.map((each, index) => point(`p${index}`, each.date, each.lane));
        const { points, picture } = dated(given);
        const height = Number(picture.attributes['height']);
        assert.equal(points.length, given.length);
        assert.equal(new Set(points.map(({ x, y }) => `${x} ${y}`)).size, points.length);
        const ys = (lane: number): number[] =>
          points.filter(({ id }) => given.find((each) => each.id === id)!.lane === lane).map(({ y }) => y);
        assert.ok(Math.max(0, ...ys(0)) < Math.min(Infinity, ...ys(1)));
        assert.ok(points.every(({ x, y }) => x >= 0 && x <= 600 && y >= 0 && y <= height));
      }),
    );
  });
});

describe('bars', () => {
  const options = { title: 'GQA (%)', colours, width: 400, notRanked: 'not comparable', id: 'h1' };
  const made = bars(
    [
      { name: 'wrong', value: 99, doubt: 'another test', ranked: false },
      { name: 'low', value: 40, doubt: '', ranked: true },
      { name: 'high', value: 60, doubt: 'elsewhere 58', ranked: true },
    ],
    options,
  );

  it('rank what can be compared, and set the rest below without a rank, hatched', () => {
    const names = all(made, 'text')
      .map(written)
      .filter((text) => ['wrong', 'low', 'high'].includes(text));
    assert.deepEqual(names, ['high', 'low', 'wrong']);
    const fills = all(made, 'rect').map(({ attributes }) => attributes['fill']);
    assert.deepEqual(fills, [colours.series[0], colours.series[0], 'url(#h1)']);
  });

  it('begin at zero, so that lengths can be compared', () => {
    const widths = all(made, 'rect').map(({ attributes }) => Number(attributes['width']));
    assert.ok(Math.abs(widths[0]! / widths[1]! - 1.5) < 0.02, String(widths));
  });

  it('mark doubt, and say all of it to who cannot see', () => {
    const texts = all(made, 'text').map(written);
    assert.ok(texts.includes('60 (?)') && texts.includes('99 (?)') && texts.includes('40'));
    const label = made.attributes['aria-label'] ?? '';
    assert.equal(label, 'GQA (%): high 60, elsewhere 58; low 40; wrong 99, not comparable, another test');
  });

  it('are drawn for none and for hostile names', () => {
    assertWellFormed(svgDocument(bars([], options)));
    assertWellFormed(svgDocument(bars([{ name: hostile, value: 1, doubt: hostile, ranked: true }], options)));
  });
});

describe('a scatter', () => {
  const options = {
    title: 'Scores',
    xLabel: 'GQA',
    yLabel: 'VQAv2',
    series: ['Vicuna'],
    colours,
    width: 500,
    height: 400,
  };
  const one = { id: 'a', name: 'A', x: 40, y: 60, series: 0, doubt: '' };

  it('sets points by both scores', () => {
    const { points } = scatter([one, { ...one, id: 'b', x: 50, y: 70 }], options);
    const [a, b] = points;
    assert.ok(a!.x < b!.x && a!.y > b!.y, 'up is more');
  });

  it('draws doubtful points hollow and says why', () => {
    const { picture } = scatter([one, { ...one, id: 'b', x: 41, doubt: 'another variant' }], options);
    const fills = withRole(picture, 'option').map((option) => all(option, 'circle')[0]?.attributes['fill']);
    assert.deepEqual(fills, [colours.series[0], colours.background]);
    assert.match(withRole(picture, 'option')[1]?.attributes['aria-label'] ?? '', /another variant$/);
  });

  it('writes names that do not cover each other', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...one,
      id: `${index}`,
      name: `Model ${index}`,
    }));
    const { picture } = scatter(many, options);
    const names = all(picture, 'text').filter((text) => written(text).startsWith('Model'));
    assert.ok(names.length >= 1 && names.length < 30, `${names.length} names`);
    assert.ok(names.every((text) => written(text) === `Model ${text.attributes['data-of']}`));
  });

  it('writes a name without what is in parentheses if only that fits', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...one,
      id: `${index}`,
      name: `Model ${index} (language model with a long name)`,
      x: 40 + index,
    }));
    const { picture } = scatter(many, options);
    const names = all(picture, 'text').map(written);
    assert.ok(
      names.some((name) => /^Model \d+ \(/.test(name)),
      'some with all of it',
    );
    assert.ok(
      names.some((name) => /^Model \d+$/.test(name)),
      'some without',
    );
  });

  it('is drawn for no point and for one', () => {
    assertWellFormed(svgDocument(scatter([], options).picture));
    const { points } = scatter([one], options);
    assert.ok(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  });
});

import assert from 'node:assert/strict';
import { escapeText } from '../../../src/core/writing/escape';
import { planSummary } from '../../../src/core/writing/summary';
import { cite } from './cursor';

const myst = (marked: string, keys = 'b', rest: Partial<Parameters<typeof cite>[2]> = {}): string =>
  cite(marked, keys, { syntax: 'myst', ...rest });

describe('A citation in MyST', () => {
  it('is a role', () => {
    assert.equal(myst('So‸.'), 'So {cite:p}`b`‸.');
    assert.equal(myst('So ‸ it', 'a b'), 'So {cite:p}`a,b`‸ it');
    assert.equal(myst('‸ shows', 'b', { form: 'textual' }), '{cite:t}`b`‸ shows');
    assert.equal(myst('模型‸很好'), '模型{cite:p}`b`‸很好');
    assert.equal(myst('so ‸x'), 'so {cite:p}`b`‸ x');
  });

  it('has notes', () => {
    assert.equal(myst('So ‸', 'a b', { prenote: 'see', postnote: 'p. 3' }), 'So {cite:p}`{see}a,b{p. 3}`‸');
    assert.equal(myst('So ‸', 'a', { postnote: '`x` {y}' }), "So {cite:p}`a{'x' (y)}`‸");
  });

  it('uses the draft’s role, or its pandoc citations', () => {
    assert.equal(myst('{cite}`x` and ‸'), '{cite}`x` and {cite}`b`‸');
    assert.equal(myst('{cite:ps}`x` {cite:t}`y` ‸'), '{cite:ps}`x` {cite:t}`y` {cite:ps}`b`‸');
    assert.equal(myst('{cite:year}`x` ‸'), '{cite:year}`x` {cite:p}`b`‸');
    assert.equal(myst('[@x] and ‸'), '[@x] and [@b]‸');
    assert.equal(myst('[@x‸]'), '[@x; @b]‸');
  });

  it('joins a role at the cursor', () => {
    assert.equal(myst('{cite:p}`x‸`'), '{cite:p}`x,b`‸');
    assert.equal(myst('{cite:p}`‸x, y`'), '{cite:p}`x, b, y`‸');
    assert.equal(myst('{cite:p}`‸ x, y`'), '{cite:p}`b, x, y`‸'.replace('b, x', 'b,  x'));
    assert.equal(
      myst('{cite:t}`{see}x{p. 3}; y‸`', 'b c', { postnote: 'p. 4' }),
      '{cite:t}`{see}x{p. 3}; y; b; c{p. 4}`‸',
    );
    assert.equal(myst('{cite:t}`{see}x‸{p. 3}; y`'), '{cite:t}`{see}x{p. 3}; b; y`‸');
    assert.equal(myst('{cite:p}`‸`'), '{cite:p}`b`‸');
    assert.equal(myst('{cite:p}`b‸`'), '{cite:p}`b`‸');
  });
});

describe('Prose in MyST', () => {
  it('is escaped as Markdown, and is no comment', () => {
    assert.equal(escapeText('% 5% of a_b and *c*', 'myst'), '\\% 5% of a_b and \\*c\\*');
  });

  it('is summed up with a role', () => {
    const plan = planSummary({
      text: '',
      offset: 0,
      syntax: 'myst',
      models: [{ name: 'BLIP-2', idea: 'trains a Q-Former', key: 'li2023blip' }],
      language: 'en',
    });
    assert.equal(plan.inserted, 'BLIP-2 {cite:p}`li2023blip` trains a Q-Former.');
  });
});

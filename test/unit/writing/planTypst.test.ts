import assert from 'node:assert/strict';
import { escapeText } from '../../../src/core/writing/escape';
import { planSummary } from '../../../src/core/writing/summary';
import { cite } from './cursor';

const typst = (marked: string, keys = 'b', rest: Partial<Parameters<typeof cite>[2]> = {}): string =>
  cite(marked, keys, { syntax: 'typst', ...rest });

// The main forms were compiled with Typst.
describe('A citation in Typst', () => {
  it('is a reference, or prose', () => {
    assert.equal(typst('So‸.'), 'So @b‸.');
    assert.equal(typst('So ‸', 'a b'), 'So @a @b‸');
    assert.equal(typst('‸ shows', 'b', { form: 'textual' }), '#cite(<b>, form: "prose")‸ shows');
    assert.equal(
      typst('‸ show', 'a b', { form: 'textual' }),
      '#cite(<a>, form: "prose") and #cite(<b>, form: "prose")‸ show',
    );
  });

  it('has notes', () => {
    assert.equal(typst('So ‸', 'a b', { prenote: 'see', postnote: 'p. 3' }), 'So see @a @b[p. 3]‸');
    assert.equal(
      typst('‸', 'a', { form: 'textual', postnote: 'p. [3' }),
      '#cite(<a>, form: "prose", supplement: [p. \\[3])‸',
    );
  });

  it('names keys that a reference cannot have', () => {
    assert.equal(typst('‸', 'DBLP:conf/a'), '#cite(label("DBLP:conf/a"))‸');
    assert.equal(typst('‸', 'a.'), '#cite(<a.>)‸');
    assert.equal(typst('‸', 'a+b', { postnote: 'p. 3' }), '#cite(label("a+b"), supplement: [p. 3])‸');
  });

  it('is kept apart from what follows', () => {
    assert.equal(typst('so ‸x'), 'so @b‸ x');
    assert.equal(typst('so ‸[x]'), 'so @b‸ [x]');
    assert.equal(typst('so ‸.x'), 'so @b‸ .x');
    assert.equal(typst('模型‸很好'), '模型#cite(<b>)‸很好');
    assert.equal(typst('模型‸。'), '模型@b‸。');
    assert.equal(typst('so ‸; x', 'b', { form: 'textual' }), 'so #cite(<b>, form: "prose")‸;; x');
    assert.equal(typst('so ‸(x)', 'b', { form: 'textual' }), 'so #cite(<b>, form: "prose")‸ (x)');
  });

  it('follows the citation at the cursor', () => {
    assert.equal(typst('So @x‸.'), 'So @x @b‸.');
    assert.equal(typst('So @x[p.‸ 3].', 'b c'), 'So @x[p. 3] @b @c‸.');
    assert.equal(typst('So #cite(<x‸>)', 'b', { form: 'textual' }), 'So #cite(<x>) @b‸');
    assert.equal(
      typst('#cite(<x‸>, form: "prose") show', 'b', { form: 'textual' }),
      '#cite(<x>, form: "prose") and #cite(<b>, form: "prose")‸ show',
    );
    assert.equal(typst('#cite(<‸>, form: "prose")', 'a b'), '#cite(<a>, form: "prose") @b‸');
    assert.equal(typst('@b‸'), '@b‸');
  });

  it('takes a typed @ and goes behind a reference', () => {
    assert.equal(typst('So @‸'), 'So @b‸');
    assert.equal(typst('See @fig:o‸ne now'), 'See @fig:one @b‸ now');
  });
});

describe('Prose in Typst', () => {
  it('is escaped only where it would mean something', () => {
    assert.equal(
      escapeText('CC_3M *5* $5 #1 a@b [x] <y> https://a.b // c `d` ~ e_ 3 - 1', 'typst'),
      'CC_3M \\*5\\* \\$5 \\#1 a\\@b \\[x\\] \\<y> https:\\//a.b \\// c \\`d\\` \\~ e\\_ 3 - 1',
    );
    assert.equal(escapeText('- a\n+ b\n= c\n1. d\n/ e', 'typst'), '\\- a\n\\+ b\n\\= c\n1\\. d\n\\/ e');
  });

  it('is summed up with citations that nothing lengthens', () => {
    const sum = (language: 'en' | 'zh', template?: string): string =>
      planSummary({
        text: '',
        offset: 0,
        syntax: 'typst',
        models: [{ name: 'BLIP-2', idea: 'x', key: 'k' }],
        language,
        template,
      }).inserted;
    assert.equal(sum('en'), 'BLIP-2 @k x.');
    assert.equal(sum('zh'), 'BLIP-2#cite(<k>)x。');
    assert.equal(sum('en', '{name} {citation}, {idea}'), 'BLIP-2 @k, x.');
  });
});

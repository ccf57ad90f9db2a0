import assert from 'node:assert/strict';
import {
  cellText,
  codeBlock,
  codeSpan,
  commandAddress,
  fill,
  inlineText,
  link,
  webAddress,
} from '../../../src/core/pages/markdown';

describe('texts of pages', () => {
  it('are escaped where they would be markup, links or HTML', () => {
    assert.equal(inlineText('<b>x</b> [a](command:b)'), '\\<b>x\\</b> \\[a\\](command:b)');
    assert.equal(inlineText('![a](b) &lt; `c`'), '!\\[a\\](b) \\&lt; \\`c\\`');
  });

  it('stay readable where nothing is meant', () => {
    assert.equal(inlineText('Flan-T5, 129M; see (1) & 2 < 3'), 'Flan-T5, 129M; see (1) & 2 < 3');
  });

  it('are one line, without control characters', () => {
    assert.equal(inlineText(' a\r\n\n# b\u0000\u001bc\u2028d '), 'a # b c d');
  });

  it('begin no list, rule or heading', () => {
    for (const [text, escaped] of [
      ['- a', '\\- a'],
      ['* a', '\\* a'],
      ['+ a', '\\+ a'],
      ['=== a', '\\=== a'],
      ['12. a', '12\\. a'],
      ['1) a', '1\\) a'],
      ['# a', '\\# a'],
      ['> a', '\\> a'],
    ]) {
      assert.equal(inlineText(text ?? ''), escaped);
    }
    assert.equal(inlineText('3D point clouds'), '3D point clouds');
  });

  it('divide no row of a table', () => {
    assert.equal(cellText('|a|\n|b|'), '\\|a\\| \\|b\\|');
  });

  it('are code, whatever backticks they have', () => {
    assert.equal(codeSpan('refs.bib'), '`refs.bib`');
    assert.equal(codeSpan('a`b``c'), '``` a`b``c ```');
    assert.equal(codeBlock('a\n````\nb', 'bibtex'), '`````bibtex\na\n````\nb\n`````');
  });
});

describe('links of pages', () => {
  it('carry an argument to a command, and nothing that ends a link', () => {
    const argument = { uri: "file:///a (b)/c'd!.bib", start: 3 };
    const address = commandAddress('mmllm.openPlace', argument);
    assert.match(address, /^command:mmllm\.openPlace\?[\w%.-]+$/);
    assert.deepEqual(JSON.parse(decodeURIComponent(address.slice(address.indexOf('?') + 1))), [argument]);
  });

  it('lead to web pages, not to anything else', () => {
    assert.equal(webAddress(' https://a.org/x_(y) '), 'https://a.org/x_%28y%29');
    assert.equal(webAddress('https://a.org/"><script>'), 'https://a.org/%22%3E%3Cscript%3E');
    assert.equal(webAddress('javascript:alert(1)'), undefined);
    assert.equal(webAddress('command:workbench.action.quit'), undefined);
    assert.equal(webAddress('https:///etc'), undefined);
  });

  it('are their label where there is no address', () => {
    assert.equal(link('`a`', undefined), '`a`');
    assert.equal(link('`a`', 'x:y'), '[`a`](x:y)');
  });
});

describe('filling in a text', () => {
  it('puts values where the text has numbers, in any order', () => {
    assert.equal(fill('{1} of {0}', 'a', 2), '2 of a');
  });

  it('leaves what it has no value for, and does not fill in a value', () => {
    assert.equal(fill('{0} {2}', '{1}', 'b'), '{1} {2}');
  });
});

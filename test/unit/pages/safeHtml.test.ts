import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageDocument } from '../../../src/core/pages/pageDocument';
import { escapeHtml, safeHtml } from '../../../src/core/pages/safeHtml';

const own = ['mmllm.openPlace'];
const safe = (html: string): string => safeHtml(html, own);

describe('the HTML of a page', () => {
  it('is what a Markdown renderer makes, without attributes that mean nothing here', () => {
    assert.equal(
      safe(
        '<h2 data-line="3" class="code-line" dir="auto" id="a-b">A &amp; B</h2>\n<p>x<br>y <em>z</em></p>\n',
      ),
      '<h2 id="a-b">A &amp; B</h2>\n<p>x<br>y <em>z</em></p>\n',
    );
  });

  it('lets a table scroll by itself, with the alignment of its cells', () => {
    assert.equal(
      safe('<table class="x"><thead><tr><th style="text-align:right">a</th></tr></thead></table>'),
      '<div class="table"><table><thead><tr><th class="right">a</th></tr></thead></table></div>',
    );
  });

  it('has links to web pages, within the page, and to the commands named', () => {
    for (const address of [
      'https://a.org/?x=1&amp;y=2',
      'http://a.org',
      '#top',
      'command:mmllm.openPlace?%5B1%5D',
    ]) {
      assert.equal(safe(`<a href="${address}" data-href="x">a</a>`), `<a href="${address}">a</a>`);
    }
  });

  it('has no other links', () => {
    for (const address of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java&#115;cript:x',
      'command:workbench.action.quit',
      'command:mmllm.openPlaces',
      'command:mmllm.openPlace?"onclick=x',
      'file:///etc/passwd',
      'vscode://x',
      'data:text/html,x',
      'https:///x',
      '//a.org',
      'refs.bib',
    ]) {
      assert.equal(safe(`<a href='${address}'>a</a>`), '<a>a</a>', address);
    }
  });

  it('has pictures that are in their address only', () => {
    const picture = '<img src="data:image/svg+xml;base64,AAAA" alt="a &quot;b&quot;">';
    assert.equal(safe(picture.replace('>', ' onerror="x" class="y">')), picture);
    assert.equal(safe('<img src="https://a.org/x.png" alt="a">'), '<img alt="a">');
    assert.equal(safe('<img src="data:image/svg+xml,<svg onload=x>">'), '<img>');
  });

  it('shows every other tag as text', () => {
    for (const tag of [
      'script',
      'style',
      'iframe',
      'svg',
      'form',
      'input',
      'meta',
      'base',
      'link',
      'object',
      'div',
    ]) {
      assert.equal(safe(`<${tag} a="b">x</${tag}>`), `&lt;${tag} a="b"&gt;x&lt;/${tag}&gt;`);
    }
    assert.equal(safe('<!-- x --><?y?><![CDATA[z]]>'), '&lt;!-- x --&gt;&lt;?y?&gt;&lt;![CDATA[z]]&gt;');
    assert.equal(safe('a <b'), 'a &lt;b');
    assert.equal(safe('a & b &amp; c'), 'a &amp; b &amp; c');
  });

  it('ends what it begins, and nothing else', () => {
    assert.equal(safe('</p></main><ul><li>a'), '&lt;/p&gt;&lt;/main&gt;<ul><li>a</li></ul>');
    assert.equal(safe('<table><tr><td>a'), '<div class="table"><table><tr><td>a</td></tr></table></div>');
  });

  it('keeps formulas', () => {
    const formula = '<span class="katex"><math><mrow><msub><mi>H</mi><mi>X</mi></msub></mrow></math></span>';
    assert.equal(safe(formula), formula);
  });

  it('has no control characters', () => {
    assert.equal(safe('<p>a\u0000\u0008\u009bb\tc\n</p>'), '<p>ab\tc\n</p>');
    assert.equal(escapeHtml('\u0000<"&>'), '&lt;&quot;&amp;&gt;');
  });

  it('has nothing but known tags and attributes, whatever it is made from', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '=',
      ' ',
      '&',
      ';',
      'a',
      'p',
      'script',
      'img',
      'table',
      'href',
      'src',
      'onclick',
      'command:x',
      'javascript:x',
      '\n',
      '\u0000',
      '<p>',
      '</p>',
      '<a href="',
      '<svg/onload=x>',
      '<!--',
      'style',
    );
    const known = /<\/?(?:a|p|img|table|div)(?: (?:href|src|alt|class)="[^"<>]*")*>/g;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const html = safe(parts.join(''));
        assert.doesNotMatch(html.replaceAll(known, ''), /[<>]/, html);
        assert.doesNotMatch(html, /<a href="(?:command|javascript)/);
        const tags = [...html.matchAll(/<(\/?)(a|p|table|div)\b/g)].map(([, slash]) =>
          slash === '/' ? -1 : 1,
        );
        assert.equal(
          tags.reduce<number>((sum, each) => sum + each, 0),
          0,
          html,
        );
        assert.equal(safe(html.replaceAll(/<\/?div[^>]*>/g, '')), html, 'once is enough');
      }),
    );
  });

  it('takes any length of nonsense', () => {
    for (const nonsense of ['<', '<a ', '<a href="', '<a b="" ', '</p>', '&']) {
      assert.ok(safe(nonsense.repeat(20_000)).length > 0);
    }
  });
});

describe('the document of a page', () => {
  const html = pageDocument('<p>x</p>', {
    title: '</title><script>x</script>',
    language: 'zh-cn',
    style: 'https://host/a.css?"',
    styleSource: 'https://host',
  });

  it('runs no script and loads nothing but its style sheet', () => {
    assert.match(
      html,
      /http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src https:\/\/host;"/,
    );
    assert.doesNotMatch(html, /<script|unsafe-inline/);
  });

  it('says its language and title', () => {
    assert.match(html, /<html lang="zh-cn">/);
    assert.match(html, /<title>&lt;\/title&gt;&lt;script&gt;x/);
    assert.match(html, /href="https:\/\/host\/a\.css\?&quot;"/);
    assert.match(html, /<main><p>x<\/p><\/main>/);
  });
});

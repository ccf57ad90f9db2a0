import assert from 'node:assert/strict';
import { frontMatter } from '../../../src/core/drafts/frontMatter';

function contentOf(text: string): string | undefined {
  const found = frontMatter(text);
  return found && text.slice(found.content.start, found.content.end);
}

function rangeOf(text: string): string | undefined {
  const found = frontMatter(text);
  return found && text.slice(found.range.start, found.range.end);
}

describe('Front matter', () => {
  it('is the YAML between two lines of hyphens at the beginning', () => {
    assert.equal(contentOf('---\ntitle: A\n---\n\nText'), 'title: A\n');
    assert.equal(rangeOf('---\ntitle: A\n---\n\nText'), '---\ntitle: A\n---');
  });

  it('may end with three dots', () => {
    assert.equal(rangeOf('---\ntitle: A\n...\nText'), '---\ntitle: A\n...');
  });

  it('may end where the file ends', () => {
    assert.equal(contentOf('---\ntitle: A\n---'), 'title: A\n');
  });

  it('is found behind a byte order mark and blank lines, with any line breaks', () => {
    assert.equal(contentOf('\ufeff---\r\ntitle: A\r\n---\r\nText'), 'title: A\r\n');
    assert.equal(rangeOf('\ufeff---\r\ntitle: A\r\n---\r\nText'), '---\r\ntitle: A\r\n---');
    assert.equal(contentOf('\n  \n---\ntitle: A\n---\n'), 'title: A\n');
    assert.equal(contentOf('---\rtitle: A\r---\rText'), 'title: A\r');
  });

  it('may have blanks behind its markers', () => {
    assert.equal(contentOf('--- \ntitle: A\n---\t\nText'), 'title: A\n');
  });

  it('keeps hyphens within the YAML', () => {
    assert.equal(
      contentOf('---\nabstract: |\n  a\n  ---\n  b\nx: ----\n---\n'),
      'abstract: |\n  a\n  ---\n  b\nx: ----\n',
    );
  });

  it('is not a thematic break, nor a block further down', () => {
    assert.equal(frontMatter('---\n\nText\n\n---\n'), undefined);
    assert.equal(frontMatter('Text\n\n---\ntitle: A\n---\n'), undefined);
    assert.equal(frontMatter('----\ntitle: A\n----\n'), undefined);
    assert.equal(frontMatter(' ---\ntitle: A\n---\n'), undefined);
  });

  it('is missing while its end is not written yet', () => {
    assert.equal(frontMatter('---\ntitle: A\n\nText'), undefined);
    assert.equal(frontMatter('---'), undefined);
    assert.equal(frontMatter(''), undefined);
  });

  it('is looked for in linear time', () => {
    assert.equal(frontMatter('\r\n'.repeat(100_000) + 'x'), undefined);
    assert.equal(frontMatter('---\n' + 'a\n'.repeat(100_000)), undefined);
  });

  it('is empty between adjoining markers', () => {
    assert.equal(contentOf('---\n---\nText'), '');
  });
});

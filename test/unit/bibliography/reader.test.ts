import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/bibliography/reader';
import type { BibDefectCode, BibEntry } from '../../../src/core/bibliography/types';

const GOOD = '@article{good,\n  title = {Good},\n  year = 2020\n}\n';

function contentOf(entry: BibEntry) {
  return [entry.key, ...entry.fields.map((field) => `${field.name}=${field.value}`)];
}

function read(text: string) {
  const file = readBibliography(text);
  return {
    entries: file.entries.map(contentOf),
    defects: file.defects.map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`),
    codes: file.defects.map((defect): BibDefectCode => defect.code),
  };
}

/** Checks what is read of a damaged entry, and that the undamaged one behind it has not suffered. */
function damaged(source: string, content: string[] | undefined, ...defects: string[]) {
  for (const eol of ['\n', '\r\n', '\r']) {
    const result = read(`${source}\n\n${GOOD}`.replaceAll('\n', eol));
    const expected = [...(content ? [content] : []), ['good', 'title=Good', 'year=2020']];
    assert.deepEqual(result.entries, expected);
    assert.deepEqual(result.defects, defects);
  }
}

describe('readBibliography', () => {
  it('gives nothing for an empty text', () => {
    assert.deepEqual(read(''), { entries: [], defects: [], codes: [] });
    assert.deepEqual(read('\ufeff'), { entries: [], defects: [], codes: [] });
  });

  it('gives the exact range of every part', () => {
    const text = '\ufeffprose\n@Article{ a:b ,\n  Title = "x" # {y},\n  year=2020,\n}\n';
    const entry = readBibliography(text).entries[0];
    assert.ok(entry);
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.equal(at(entry.range), text.slice(text.indexOf('@'), -1));
    assert.equal(at(entry.typeRange), 'Article');
    assert.equal(at(entry.keyRange), 'a:b');
    assert.equal(entry.type, 'article');
    assert.equal(entry.key, 'a:b');
    const [title, year] = entry.fields;
    assert.ok(title && year);
    assert.deepEqual([at(title.nameRange), at(title.valueRange), title.value], ['Title', '"x" # {y}', 'xy']);
    assert.deepEqual([at(year.nameRange), at(year.valueRange), year.value], ['year', '2020', '2020']);
  });

  it('gives a field by its name in lower case, the first of several', () => {
    const entry = readBibliography('@misc{a, TITLE={x}, title={y}}').entries[0];
    assert.equal(entry?.field('title')?.value, 'x');
    assert.equal(entry?.field('year'), undefined);
    assert.equal(entry?.fields.length, 2);
  });

  it('keeps the white space and the LaTeX of a value', () => {
    const text = '@misc{a, title = { a\n  {\\"u} } }';
    assert.equal(readBibliography(text).entries[0]?.field('title')?.value, ' a\n  {\\"u} ');
  });

  it('reads a key of any characters', () => {
    for (const key of [
      'DBLP:conf/nips/LiLWL23a',
      'müller2020',
      '王2020',
      'a+b.c_d-e',
      "o'brien",
      'a=b',
      'x#y',
      'a"b',
      'a%b',
      'a@b',
      '10.1000/x(y)',
      'Li&Co',
      '*',
      '2020',
    ]) {
      assert.deepEqual(read(`@misc{${key}, a={b}}`), { entries: [[key, 'a=b']], defects: [], codes: [] });
    }
  });

  it('reads a key on a line of its own', () => {
    assert.deepEqual(read('@misc{\n  a\n  ,\n title={x}\n}').entries, [['a', 'title=x']]);
  });

  it('reads an entry without fields', () => {
    assert.deepEqual(read('@misc{a}\n@misc{b,}').entries, [['a'], ['b']]);
  });

  it('reads entries in parentheses, with parentheses in values', () => {
    assert.deepEqual(read('@misc(a, title={x)}, note="b ) c")').entries, [['a', 'title=x)', 'note=b ) c']]);
  });

  it('reads quotation marks in braces in quotation marks', () => {
    assert.deepEqual(read('@misc{a, title = "a {"}b{"} c", x={1 "2" 3}}').entries, [
      ['a', 'title=a {"}b{"} c', 'x=1 "2" 3'],
    ]);
  });

  it('does not take a percent sign in a value for a comment', () => {
    const text = '@misc{a, title = {50% of\n% them}, note = "100%", url = http://x.org/a%20b}';
    const result = read(text);
    assert.deepEqual(result.entries, [['a', 'title=50% of\n% them', 'note=100%', 'url=http://x.org/a%20b']]);
  });

  it('skips comments between fields, even with braces in them', () => {
    damaged('@article{a,\n  title = {A}, % a remark with a } brace\n  % number = {2},\n  %}\n  year = 1\n}', [
      'a',
      'title=A',
      'year=1',
    ]);
  });

  it('skips lines that are commented out', () => {
    assert.deepEqual(read(`%@article{a,\n% title={x}\n%}\n${GOOD}`).entries, [
      ['good', 'title=Good', 'year=2020'],
    ]);
    assert.deepEqual(read(`  % @misc{a, title={x}} @misc{b, title={x}}\n${GOOD}`).entries.length, 1);
  });

  it('skips comment blocks with entries in them', () => {
    damaged('@comment{ text\n@article{a, title={x}}\n\n@article{b, title={x}}\n}', undefined);
    damaged('@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n}', undefined);
    damaged('@comment(text)', undefined);
    damaged('@comment without braces', undefined);
  });

  it('takes prose between entries for nothing but prose', () => {
    damaged(
      'Ask joe@mit.edu or ann@example.org {x} or @smith (2020), @ home, me@{x}.\n% 100% { } " =',
      undefined,
    );
    damaged('@', undefined);
    damaged('@@@ @a', undefined);
  });

  it('reads an entry behind prose or another entry on the same line', () => {
    assert.deepEqual(
      read('see @misc{a, x={1}}@misc{b, x={2}} @misc{c, x={3}}').entries.map(([key]) => key),
      ['a', 'b', 'c'],
    );
  });

  it('resolves abbreviations, their concatenation and months', () => {
    const text = [
      '@string{acl = "Association"}',
      '@STRING(long = acl # " for " # {X})',
      '@article{a, journal = long, month = "10~" # JAN, volume = 1 # 2}',
    ].join('\n');
    assert.deepEqual(read(text), {
      entries: [['a', 'journal=Association for X', 'month=10~January', 'volume=12']],
      defects: [],
      codes: [],
    });
    assert.deepEqual(
      [...readBibliography(text).strings],
      [
        ['acl', 'Association'],
        ['long', 'Association for X'],
      ],
    );
  });

  it('keeps abbreviations that double each other within bounds', () => {
    let text = '@string{s0 = "0123456789"}\n';
    for (let i = 1; i < 60; i++) {
      text += `@string{s${i} = s${i - 1} # s${i - 1}}\n`;
    }
    const file = readBibliography(`${text}@misc{a, title = s59}`);
    assert.ok((file.entries[0]?.field('title')?.value.length ?? 0) <= 1_000_000);
    assert.deepEqual(file.defects, []);
  });

  it('skips preambles', () => {
    damaged('@preamble{ "\\newcommand{\\x}[1]{}" # " @article{no, a={b}}" }', undefined);
  });
});

describe('readBibliography, of damaged entries', () => {
  it('reads on where a comma between fields is missing', () => {
    damaged(
      '@article{a,\n  title = {A}\n  year = {2020}\n}',
      ['a', 'title=A', 'year=2020'],
      'missing-comma: }',
    );
    damaged(
      '@article{a, title = "A" year = 2020 note = x1\n}',
      ['a', 'title=A', 'year=2020', 'note=x1'],
      'missing-comma: "',
      'missing-comma: 0',
      'unknown-string: x1',
    );
  });

  it('reads on where the comma behind the key is missing', () => {
    damaged('@article{a\n  title = {A}\n}', ['a', 'title=A'], 'missing-comma: a');
    damaged('@article{a title={A}}', ['a', 'title=A'], 'missing-comma: a');
  });

  it('ends an unfinished entry before the next one and saves its fields', () => {
    damaged(
      '@article{a,\n  title = {A,\n  year = {2020}\n}',
      ['a', 'title=A', 'year=2020'],
      'unfinished-entry: @article{a',
    );
    damaged(
      '@article{a,\n  title = {A},\n  year = {2020}',
      ['a', 'title=A', 'year=2020'],
      'unfinished-entry: @article{a',
    );
    damaged('@article{a,\n  title = {{A', ['a', 'title={A'], 'unfinished-entry: @article{a');
    damaged('@article{a', ['a'], 'unfinished-entry: @article{a');
    damaged('@article{', undefined, 'unfinished-entry: @article{');
  });

  it('ends an unfinished entry at the end of the file', () => {
    const { entries, codes } = read(`${GOOD}@article{a,\n  title = {A`);
    assert.deepEqual(entries[1], ['a', 'title=A']);
    assert.deepEqual(codes, ['unfinished-entry']);
    assert.deepEqual(read('@article{').codes, ['unfinished-entry']);
  });

  it('loses no entry to several unfinished ones', () => {
    const text = `${GOOD}@misc{a, x={{{{\n${GOOD}@misc{b, x={{\n@misc{c, x={\n${GOOD}@misc{d,\n${GOOD}`;
    assert.deepEqual(
      read(text).entries.map(([key]) => key),
      ['good', 'a', 'good', 'b', 'c', 'good', 'd', 'good'],
    );
  });

  it('leaves an entry in the value of an entry where it is', () => {
    const text = `@article{a,\n  annote = {Cite it as\n@article{b,\n  title = {B}\n}\n},\n  year = 2020\n}\n${GOOD}`;
    assert.deepEqual(
      read(text).entries.map(([key]) => key),
      ['a', 'good'],
    );
    assert.deepEqual(read(text).defects, []);
  });

  it('lets no entry swallow the next one that a blank line sets apart, even if the rest of a third closes it', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `@misc{a, x={{A}\n\n@misc{whole, x={W}}\n\nleft over }}\n`.replaceAll('\n', eol);
      assert.deepEqual(
        read(text).entries.map(([key]) => key),
        ['a', 'whole'],
      );
    }
  });

  it('ends an unfinished comment at the first entry', () => {
    damaged('@comment{ never closed {', undefined, 'unfinished-entry: @comment{');
    damaged(
      `@comment{ never closed\n${GOOD}@comment{ closed }\n@comment{ neither`,
      ['good', 'title=Good', 'year=2020'],
      'unfinished-entry: @comment{',
      'unfinished-entry: @comment{',
      'duplicate-key: good',
    );
  });

  it('reports a key with white space and keeps it', () => {
    damaged('@article{my key,\n  title = {A}\n}', ['my key', 'title=A'], 'key-with-space: my key');
  });

  it('leaves out an entry without a key', () => {
    damaged('@article{,\n  title = {A}\n}', undefined, 'missing-key: @article{');
    damaged('@article{title = {A}}', undefined, 'missing-key: @article{');
    damaged('@article{title={A}, year=2020}', undefined, 'missing-key: @article{');
  });

  it('leaves out a field without a value', () => {
    damaged('@article{a, title=, year=2020}', ['a', 'year=2020'], 'missing-value: title');
    damaged('@article{a, year=2020, title=}', ['a', 'year=2020'], 'missing-value: title');
    damaged('@article{a, title={x} #, year=2020}', ['a', 'title=x', 'year=2020'], 'missing-value: #');
  });

  it('reads a value whose equals sign is missing', () => {
    damaged('@article{a, title {A}, year = 2020}', ['a', 'title=A', 'year=2020'], 'missing-equals: title');
    damaged('@article{a, nonsense, year = 2020}', ['a', 'year=2020'], 'missing-equals: nonsense');
  });

  it('reports an abbreviation that is not defined and keeps its name', () => {
    damaged('@article{a, journal = foo # " x"}', ['a', 'journal=foo x'], 'unknown-string: foo');
  });

  it('reports text without delimiters', () => {
    damaged(
      '@article{a, title = Some Title, year = 2020}',
      ['a', 'title=Some', 'year=2020'],
      'unknown-string: Some',
      'stray-text: Title',
    );
  });

  it('ends a value without a closing quotation mark with its line', () => {
    damaged(
      '@article{a,\n  title = "A,\n  year = "2020",\n  note = {x}\n}',
      ['a', 'title=A', 'year=2020', 'note=x'],
      'unbalanced-quotes: "',
    );
    damaged(
      '@article{a,\n  title = "A,\n  note = {x}\n}',
      ['a', 'title=A', 'note=x'],
      'unbalanced-quotes: "',
    );
  });

  it('reports fields behind an entry that is closed too early', () => {
    damaged('@article{a, title={A}}, year = 2020}', ['a', 'title=A'], 'stray-text: , year = 2020}');
    damaged('@article{a, title={A}}\n}', ['a', 'title=A'], 'stray-text: }');
    damaged('@article{a, title={A}},', ['a', 'title=A']);
  });

  it('reports duplicate fields and keys', () => {
    damaged(
      '@article{good, a={1}, A={2}}',
      ['good', 'a=1', 'a=2'],
      'duplicate-field: A',
      'duplicate-key: good',
    );
    assert.deepEqual(read('@misc{a, x={1}}\n@misc{A, x={1}}').codes, []);
  });

  it('reports text that belongs to no field', () => {
    damaged(
      '@article{a, title={A} {B} "C" , year=2020}',
      ['a', 'title=A', 'year=2020'],
      'stray-text: {B} "C"',
    );
    damaged('@article{a, "x", year=2020}', ['a', 'year=2020'], 'stray-text: "x"');
  });

  it('reports damage in abbreviations', () => {
    damaged('@string{x = y}', undefined, 'unknown-string: y');
    damaged('@string{x = "y"', undefined, 'unfinished-entry: @string{');
  });

  it('reads around NUL and other control characters', () => {
    damaged('@article{a,\u0000\n title\u0000=\u0001{A\u0000B}\u000b\n}\u0000', ['a', 'title=A\u0000B']);
  });

  it('says each defect in a sentence, with its severity', () => {
    const { defects } = readBibliography('@misc{a b, x= , y = z, "q", y = "a\n}\n@misc{, a={b}}\n@misc{c');
    assert.ok(defects.length >= 6);
    for (const { message } of defects) {
      assert.match(message, /^[A-Z“].*\.$/);
    }
    const severities = new Map(defects.map((defect) => [defect.code, defect.severity]));
    assert.equal(severities.get('missing-value'), 'error');
    assert.equal(severities.get('unfinished-entry'), 'error');
    assert.equal(severities.get('key-with-space'), 'warning');
    assert.equal(severities.get('unknown-string'), 'warning');
  });

  it('quotes no more than a line of the file in a message', () => {
    const { defects } = readBibliography(`@misc{a, x = ${'y\nz'.repeat(10000)}}`);
    for (const { message } of defects) {
      assert.ok(message.length < 200 && !message.includes('\n'));
    }
  });
});

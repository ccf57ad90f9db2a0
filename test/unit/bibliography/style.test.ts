import assert from 'node:assert/strict';
import { formatEntry } from '../../../src/core/bibliography/format';
import { DEFAULT_STYLE, detectStyle } from '../../../src/core/bibliography/style';

function repeated(make: (key: string) => string, count = 3): string {
  return Array.from({ length: count }, (_, i) => make(`k${i}`)).join('\n\n');
}

describe('detectStyle', () => {
  it('gives the default style for a file without entries', () => {
    assert.deepEqual(detectStyle(''), DEFAULT_STYLE);
    assert.deepEqual(detectStyle('% nothing\n@string{a = "b"}\n'), DEFAULT_STYLE);
    assert.deepEqual(detectStyle('\r\n'), { ...DEFAULT_STYLE, eol: '\r\n' });
  });

  it('learns nothing from damaged entries', () => {
    assert.deepEqual(detectStyle('@MISC{a,\n\t\tTITLE  "x"\n}'), DEFAULT_STYLE);
    assert.deepEqual(detectStyle('@MISC{a,\n\t\tTITLE = "x"\n'), DEFAULT_STYLE);
  });

  it('learns indents, commas and the place of the closing brace', () => {
    const style = detectStyle(repeated((key) => `@misc{${key},\n\ta = {1x},\n\tb = {2x}\n\t}`));
    assert.deepEqual([style.afterKey, style.betweenFields, style.afterFields], [',\n\t', ',\n\t', '\n\t']);
    assert.equal(style.betweenEntries, '\n\n');
  });

  it('learns delimiters, apart from those of numbers', () => {
    const style = detectStyle(repeated((key) => `@misc(${key}, a = "x", b = {y}, c = "z", year = 2020)`));
    assert.equal(style.delimiters, 'parentheses');
    assert.equal(style.values, 'quotes');
    assert.equal(style.bareNumbers, true);
    assert.equal(detectStyle('@misc{a, title = {x}, year = {2020}}').bareNumbers, false);
  });

  it('learns the case of types and names', () => {
    const style = detectStyle(repeated((key) => `@Misc{${key}, TITLE = {x}, Year = {1}, NOTE = {y}}`));
    assert.deepEqual([style.typeCase, style.nameCase], ['capitalised', 'upper']);
  });

  it('tells a column of equals signs from a column of values', () => {
    const equals = detectStyle('@misc{a,\n title   = {x},\n  author  = {y},\n  journal = {z}}');
    assert.deepEqual(equals.alignment, { kind: 'equals-by-entry', margin: 1, minimum: 8, after: ' ' });
    const wide = detectStyle('@misc{a,\n title     = {x},\n  author    = {y},\n  journal   = {z}}');
    assert.deepEqual(wide.alignment, { kind: 'equals', column: 10, after: ' ' });
    const values = detectStyle('@misc{a,\n title=   {x},\n  author=  {y}}');
    assert.deepEqual(values.alignment, { kind: 'values', column: 9, before: '' });
    const none = detectStyle('@misc{a,\n title = {x},\n  author = {y}}');
    assert.deepEqual(none.alignment, { kind: 'none', before: ' ', after: ' ' });
  });

  it('tells columns of the file from columns of each entry', () => {
    const byEntry =
      '@misc{a,\n a = {x},\n bb = {y},\n}\n@misc{b,\n a      = {x},\n  bbbbbb = {y}}\n@misc{c,\n a   = {x},\n bbb = {y}}';
    assert.deepEqual(detectStyle(byEntry).alignment, {
      kind: 'equals-by-entry',
      margin: 1,
      minimum: 0,
      after: ' ',
    });
  });

  it('does not take names of one length for aligned', () => {
    assert.equal(detectStyle('@misc{a, year = {1}, note = {2}}').alignment.kind, 'none');
  });

  it('sees that names end in one column', () => {
    const style = detectStyle('@misc {a,\n   author = {x},\n    title = {y},\nbooktitle = {z},\n}');
    assert.deepEqual(style.alignment, { kind: 'names', column: 9, before: ' ', after: ' ' });
    assert.deepEqual([style.afterKey, style.betweenFields], [',\n', ',\n']);
  });

  it('sees columns made by tabs, of whichever width', () => {
    for (const [width, gaps] of [
      [8, ['\t\t', '\t', '\t\t']],
      [4, ['\t\t', '\t', '\t\t\t']],
    ] as const) {
      const [title, booktitle, year] = gaps;
      const { alignment } = detectStyle(
        `@misc{a,\n\ttitle${title}= {x},\n\tbooktitle${booktitle}= {y},\n\tdoi${year}= {z},\n}`,
      );
      assert.deepEqual(alignment, { kind: 'tabs', stops: { width, indent: width }, after: ' ' });
    }
  });

  it('spells names as the file does where that is more than their case', () => {
    const entries = repeated(
      (key) => `@misc{${key}, title={x}, archivePrefix={y}, DOI={z}, note={n}, url={u}}`,
    );
    assert.deepEqual(
      [...detectStyle(entries).spellings],
      [
        ['archiveprefix', 'archivePrefix'],
        ['doi', 'DOI'],
      ],
    );
    const pasted = `${entries}@misc{k, TITLE={x}, YEAR={1}, EPRINT={e}}`;
    assert.deepEqual([...detectStyle(pasted).spellings.keys()], ['archiveprefix', 'doi']);
  });

  it('learns nothing from white space at the ends of lines', () => {
    const style = detectStyle('@misc{a, \n title={x}, \n note={y}, \n}');
    assert.deepEqual([style.afterKey, style.betweenFields, style.afterFields], [',\n ', ',\n ', ',\n']);
  });

  it('sees whether years are in order, up or down, in a file that is long enough to tell', () => {
    const years = (...list: number[]): string =>
      list
        .map((year, i) => `@misc{${'cab'.charAt(i % 3)}${i}, date={${year}-01}, note={year = 1}}`)
        .join('\n');
    assert.equal(detectStyle(years(2019, 2020, 2020, 2023)).order, 'year');
    assert.equal(detectStyle(years(2023, 2020, 2020, 2019)).order, 'year-falling');
    assert.equal(detectStyle(years(2019, 2020, 2023)).order, 'none');
    assert.equal(detectStyle(years(2020, 2020, 2020, 2023)).order, 'none');
    assert.equal(detectStyle(years(2019, 2020, 2023, 2021)).order, 'none');
    assert.equal(detectStyle(`${years(2019, 2020, 2020, 2023)}@misc{n, note={no year}}`).order, 'none');
  });

  it('sees whether keys are in order', () => {
    assert.equal(detectStyle(repeated((key) => `@misc{${key}, a={1}}`)).order, 'key');
    assert.equal(detectStyle(repeated((key) => `@misc{${key}, a={1}}`, 2)).order, 'none');
    assert.equal(detectStyle('@misc{a, a={1}}@misc{B, a={1}}@misc{c, a={1}}').order, 'key');
    assert.equal(detectStyle('@misc{a, a={1}}@misc{C, a={1}}@misc{b, a={1}}').order, 'none');
  });

  it('counts line ends', () => {
    assert.equal(detectStyle('a\r\nb\nc\r\n').eol, '\r\n');
    assert.equal(detectStyle('a\nb\nc\r\n').eol, '\n');
    assert.equal(detectStyle('a\rb\rc\n').eol, '\r');
  });

  it('looks at a sample of a large file', () => {
    const text = repeated((key) => `@misc{${key},\n\ttitle = "x y",\n}`, 5000);
    assert.equal(detectStyle(text).values, 'quotes');
  });
});

describe('formatEntry', () => {
  const entry = { type: 'phdthesis', key: 'a:b', fields: { title: 'T', year: '2020' } };

  it('writes the default style', () => {
    assert.equal(formatEntry(entry, DEFAULT_STYLE), '@phdthesis{a:b,\n  title = {T},\n  year = {2020},\n}');
  });

  it('capitalises types as people do', () => {
    assert.match(formatEntry(entry, { ...DEFAULT_STYLE, typeCase: 'capitalised' }), /^@PhdThesis\{/);
    assert.match(formatEntry(entry, { ...DEFAULT_STYLE, typeCase: 'upper' }), /^@PHDTHESIS\{/);
    assert.match(
      formatEntry({ ...entry, type: 'online' }, { ...DEFAULT_STYLE, typeCase: 'capitalised' }),
      /^@Online\{/,
    );
  });

  it('leaves the abbreviations of months to the style', () => {
    const month = (value: string) => formatEntry({ ...entry, fields: { month: value } }, DEFAULT_STYLE);
    assert.match(month('jul'), /month = jul,/);
    assert.match(month('July'), /month = \{July\},/);
    assert.match(month('xyz'), /month = \{xyz\},/);
  });

  it('keeps one space where a name is too long for its column', () => {
    const alignment = { kind: 'equals', column: 5, after: ' ' } as const;
    const text = formatEntry({ ...entry, fields: { a: '1', bbbbb: '2' } }, { ...DEFAULT_STYLE, alignment });
    assert.match(text, /\n {2}a {4}= \{1\},\n {2}bbbbb = \{2\}/);
  });
});

import fc from 'fast-check';

/** A field as generated: what is written, and what reading it must give. */
export interface GeneratedField {
  readonly name: string;
  readonly source: string;
  readonly value: string;
}

export interface GeneratedEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: readonly GeneratedField[];
  /** The text of the whole entry. */
  readonly text: string;
}

const word = fc.stringMatching(/^[A-Za-z0-9éø.:;!?@&'()*+/~$^_<>|-]{1,9}$/);
const space = fc.constantFrom(' ', '  ', '\n', '\n\t', ' \r\n  ');

/** Text with balanced braces, without backslashes (the oracle takes `\{` for an escape) and quotation marks. */
const balanced: fc.Arbitrary<string> = fc.letrec<{ text: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'braces' },
    word,
    fc.tuple(word, space, word).map((parts) => parts.join('')),
    tie('text').map((text) => `{${text}}`),
  ),
  text: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
})).text;

const value = fc.oneof(
  balanced.map((text) => ({ source: `{${text}}`, value: text })),
  balanced.map((text) => ({ source: `"${text}"`, value: text })),
  fc.nat(9999).map((number) => ({ source: String(number), value: String(number) })),
  fc.constant({ source: '{}', value: '' }),
  fc.tuple(balanced, fc.nat(99), space).map(([text, number, gap]) => ({
    source: `{${text}}${gap}#${gap}${number}`,
    value: `${text}${number}`,
  })),
);

const blank = fc.constantFrom('', ' ', '\t', '\n', '\r\n  ');

/** A well-formed entry, as people and programs write it, that BibTeX and `bibtex-parse-js` both read. */
export const entryArbitrary: fc.Arbitrary<GeneratedEntry> = fc
  .record({
    type: fc.constantFrom('article', 'InProceedings', 'MISC', 'online', 'phdthesis'),
    key: fc.stringMatching(/^[A-Za-z0-9ü:._+/'-]{1,12}$/),
    fields: fc.uniqueArray(
      fc.tuple(fc.constantFrom('title', 'Author', 'YEAR', 'journal', 'note', 'date-added', 'url'), value),
      { minLength: 1, maxLength: 5, selector: ([name]) => name },
    ),
    gaps: fc.array(blank, { minLength: 24, maxLength: 24 }),
    trailingComma: fc.boolean(),
  })
  .map(({ type, key, fields, gaps, trailingComma }) => {
    let next = 0;
    const gap = () => gaps[next++ % gaps.length] ?? '';
    const list = fields.map(([name, { source }]) => `${gap()}${name}${gap()}=${gap()}${source}${gap()}`);
    const text = `@${type}{${key},${list.join(',')}${trailingComma ? `,${gap()}` : ''}}`;
    return { type, key, text, fields: fields.map(([name, read]) => ({ name, ...read })) };
  });

/** What may stand between two entries. */
export const betweenArbitrary = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n\r\n',
  '\n\n% a remark\n\n',
  '\nA sentence about the next entries.\n',
  '\n@comment{ a note }\n',
  '\n@preamble{"text"}\n',
);

export const fileArbitrary = fc
  .tuple(
    fc.array(fc.tuple(entryArbitrary, betweenArbitrary), { maxLength: 6 }),
    fc.constantFrom('', '\ufeff', '% top\n'),
  )
  .map(([parts, start]) => ({
    entries: parts.map(([entry]) => entry),
    betweens: parts.map(([, between]) => between),
    start,
    text: start + parts.map(([entry, between]) => entry.text + between).join(''),
  }));

/** Text made of what the reader reacts to, in any order. */
export const soupArbitrary = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          '@article{',
          '@misc(',
          '@string{',
          '@comment{',
          '@preamble{',
          '\n@article{a,\n',
          '@',
          '{',
          '}',
          '(',
          ')',
          '"',
          ',',
          '=',
          '#',
          '%',
          '\n',
          '\r\n',
          '\r',
          ' ',
          'title',
          'year',
          '2020',
          'jan',
          'key',
          'a b',
          '\\',
          '\u0000',
          '\ufeff',
          'title = {x},\n',
          '= "y",\n',
          '\n}\n',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { modelFacts } from '../../../src/core/catalog/facts';
import { base, merged, read } from './fixtures';

const json = (...models: readonly object[]): string => JSON.stringify({ models });
const team = { name: 'Team', work: { key: 'team2025', title: 'Team', author: 'Doe, Jane', year: 2025 } };

describe('a hostile own catalog', () => {
  it('has no control characters, no lines and no turned text in its names', () => {
    const { records, problems } = read(
      json({ ...team, name: 'a\u0000b\u001b[31m\u202ec', institutions: ['x\u2028y', 'z\ud800'] }),
      'evil.json',
    );
    assert.deepEqual(
      problems.map(({ text }) => text),
      ['pattern'],
    );
    assert.equal(records[0]?.name, 'a b [31mc');
    assert.deepEqual(read(json({ ...team, institutions: ['z\ud800'] }), 'evil.json').records[0]?.fields, {
      institutions: ['z\ufffd'],
    });
  });

  it('loses the fields that are too long to be one, and nothing else', () => {
    const long = 'x'.repeat(20_000);
    const text = json(
      { ...team, aliases: ['short', long], license: long, notes: [`${long}.`], inputs: ['image'] },
      team,
    );
    const { records, problems } = read(text, 'evil.json');
    assert.deepEqual(
      problems.map(({ text: kind }) => kind),
      ['tooLong', 'tooLong', 'tooLong'],
    );
    problems.forEach(({ range, args }) => {
      assert.ok(text.slice(range.start, range.end).includes('xxx'));
      assert.ok(args.every((arg) => arg.length <= 200));
    });
    assert.equal(records.length, 2);
    assert.deepEqual(records[0]?.fields, { inputs: ['image'] });
  });

  it('has no name that is longer than a line', () => {
    const { records, problems } = read(json({ ...team, name: 'x'.repeat(1001) }), 'evil.json');
    assert.deepEqual(records, []);
    assert.deepEqual(
      problems.map(({ text }) => text),
      ['tooLong', 'nameless'],
    );
    assert.equal(read(json({ ...team, name: 'x'.repeat(1000) }), 'evil.json').problems.length, 0);
  });

  it('leads nowhere but to web pages', () => {
    for (const address of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>',
      'file:///etc/passwd',
      'command:workbench.action.quit',
      'vscode://x.y/z',
      '//example.invalid',
      'https:',
      'https://a b',
      'https://a\nb',
    ]) {
      const { records, problems } = read(json({ ...team, links: { code: address } }), 'evil.json');
      assert.deepEqual(
        problems.map(({ text }) => text),
        ['pattern'],
        address,
      );
      assert.deepEqual(records[0]?.fields.links ?? {}, {}, address);
    }
  });

  it('may use the names of what all objects have', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const text = `{"models": [${names
      .map((name) => {
        const rest = JSON.stringify({ ...team, name, aliases: names, license: name }).slice(1, -1);
        return `{${rest}, "sources": {"__proto__": "evil", "license": "${name}"}, "__proto__": {"name": "x"}}`;
      })
      .join(',')}]}`;
    const { catalog, problems } = merged({ 'evil.json': text });
    assert.deepEqual([...new Set(problems.flat().map(({ text: kind }) => kind))], ['unknown']);
    assert.equal(catalog.models.length, base.models.length + names.length);
    assert.equal(catalog.model('constructor')?.name, 'constructor');
    assert.equal(catalog.model('hasOwnProperty'), undefined);
    assert.equal(catalog.work('constructor'), undefined);
    assert.equal(({} as { license?: unknown }).license, undefined);
    for (const model of catalog.models) {
      const facts = modelFacts(model, catalog.workOf(model));
      facts.forEach(({ value, source }) => {
        assert.equal(typeof value, 'string');
        assert.ok(source === undefined || typeof source === 'string');
      });
    }
  });

  it('cannot end a field of its entry by a brace', () => {
    const work = {
      ...team.work,
      title: 'A } title { \\input{/etc/passwd} % & #',
      volume: '1}, note = {\\input{x}',
      doi: '10.1/x}, note = {y',
      url: 'https://example.org/}\\x',
      note: '} @misc{other, title = {x}',
    };
    const { catalog } = merged({ 'evil.json': json({ ...team, work }) });
    const entry = catalog.work('team2025')?.entry;
    assert.deepEqual(Object.keys(entry?.fields ?? {}).sort(), [
      'author',
      'doi',
      'note',
      'title',
      'url',
      'volume',
      'year',
    ]);
    assert.equal(entry?.fields['volume'], '1, note = inputx');
    assert.doesNotMatch(Object.values(entry?.fields ?? {}).join(' '), /(?<!text)\\(?:input|write)\b/);
  });

  it('is read whatever it holds, and its names are on one line', () => {
    fc.assert(
      fc.property(
        fc.record({ name: fc.string({ unit: 'binary' }), license: fc.string({ unit: 'binary' }) }),
        fc.constantFrom('json', 'yaml'),
        (fields, format) => {
          const { catalog } = merged({ [`evil.${format}`]: json({ ...team, ...fields }) });
          for (const { name, license = '' } of catalog.models) {
            assert.doesNotMatch(name + license, /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
          }
        },
      ),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBibliography } from '../../../src/core/bibliography/reader';
import { addRecord } from '../../../src/core/ownCatalogs/addRecord';
import { bibtexOf, nameInTitle, recordOf } from '../../../src/core/ownCatalogs/recordOf';
import { applyEdits } from '../../../src/core/text';
import { read } from './fixtures';

const record = recordOf(
  { name: 'New: "One"', inputs: ['image'], backbones: ['Vicuna'], encoders: [], idea: '' },
  bibtexOf(readBibliography('@article{k1, title = "A {GPT} # \\"o", year = 2024, month = jan}').entries[0]!),
);

function added(text: string, name: string): string {
  const edits = addRecord(text, name.endsWith('.json') ? 'json' : 'yaml', record);
  assert.ok(edits, `no place in ${text}`);
  for (const { range } of edits) {
    assert.equal(text.slice(range.start, range.end).replace(/[\s[\]]/g, ''), '', 'nothing is taken away');
  }
  return applyEdits(text, edits);
}

describe('adding a record to an own catalog', () => {
  const files: Readonly<Record<string, readonly string[]>> = {
    'team.yaml': [
      '',
      '# ours\n',
      'models:\n',
      'models: []\n',
      'models: [] # none yet\n',
      'models:\n- name: A\n',
      'models:\n  - name: A\n    work: |\n      @misc{a}',
      'models:\r\n  - name: A\r\n\r\nworks: ""\r\n',
      '- name: A # first\n\n# the end\n',
      '[{ name: A }]\n',
      'works: |\n  @misc{a}\n',
    ],
    'team.json': [
      '',
      '[]',
      '{"models": []}',
      '{\n  "models": [\n    { "name": "A" }\n  ]\n}\n',
      '[\n\t{\n\t\t"name": "A"\n\t}\n]',
      '{"models": [{"name": "A"}], "works": ""}',
    ],
  };
  for (const [name, texts] of Object.entries(files)) {
    for (const text of texts) {
      it(`keeps what is there and can be read back: ${name} ${JSON.stringify(text)}`, () => {
        const result = added(text, name);
        const before = read(text, name).records.map((each) => each.name);
        const { records, problems } = read(result, name);
        assert.deepEqual(
          problems.filter(({ text: kind }) => kind === 'syntax'),
          [],
        );
        assert.deepEqual(
          records.map((each) => each.name),
          [...before, 'New: "One"'],
        );
        const own = records.at(-1)!;
        assert.ok(typeof own.work === 'object' && own.work.work.key === 'k1');
        assert.deepEqual(own.fields.architecture, { backbones: [{ name: 'Vicuna' }] });
        assert.ok(!text.includes('\r\n') || !/[^\r]\n/.test(result));
      });
    }
  }

  it('says so where there is no place', () => {
    assert.equal(addRecord('just text', 'yaml', record), undefined);
    assert.equal(addRecord('{"models": [', 'json', record), undefined);
    assert.equal(addRecord('{"a": 1}', 'json', record), undefined);
  });

  it('writes any name so that it is read again', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => name.trim() === name && /^\S(.*\S)?$/u.test(name)),
        (name) => {
          const edits = addRecord('models:\n  - name: A\n', 'yaml', recordOf({ name }, 'li2023blip'));
          const { records } = read(applyEdits('models:\n  - name: A\n', edits!));
          assert.deepEqual(
            records.map((each) => each.name),
            ['A', name],
          );
        },
      ),
    );
  });

  it('finds a name before a colon', () => {
    assert.equal(nameInTitle('BLIP-2: Bootstrapping'), 'BLIP-2');
    assert.equal(nameInTitle('A long sentence that goes on and: ends'), '');
    assert.equal(nameInTitle('No colon'), '');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNames } from '../../../src/core/bibliography/names';

function only(field: string) {
  const { names, truncated } = parseNames(field);
  assert.equal(truncated, false);
  assert.equal(names.length, 1, field);
  return names[0];
}

describe('parseNames', () => {
  it('reads "First Last" and "Last, First" alike', () => {
    const expected = { family: 'Li', given: 'Junnan' };
    assert.deepEqual(only('Junnan Li'), expected);
    assert.deepEqual(only('Li, Junnan'), expected);
    assert.deepEqual(only('  Li ,\n  Junnan '), expected);
  });

  it('takes all first names', () => {
    assert.deepEqual(only('Steven C. H. Hoi'), { family: 'Hoi', given: 'Steven C. H.' });
    assert.deepEqual(only('Donald~E. Knuth'), { family: 'Knuth', given: 'Donald E.' });
  });

  it('keeps a particle with the family name', () => {
    assert.deepEqual(only('Ludwig van Beethoven'), { family: 'van Beethoven', given: 'Ludwig' });
    assert.deepEqual(only('van Beethoven, Ludwig'), { family: 'van Beethoven', given: 'Ludwig' });
    assert.deepEqual(only("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin"), {
      family: 'de la Vallée Poussin',
      given: 'Charles Louis Xavier Joseph',
    });
    assert.deepEqual(only('van der Maaten'), { family: 'van der Maaten' });
  });

  it('does not take a family name in lower case for a particle without a name', () => {
    assert.deepEqual(only('bell hooks'), { family: 'bell hooks' });
    assert.deepEqual(only('Gloria hooks'), { family: 'hooks', given: 'Gloria' });
  });

  it('puts "Jr" behind the family name', () => {
    assert.deepEqual(only('King, Jr., Martin Luther'), { family: 'King Jr.', given: 'Martin Luther' });
    assert.deepEqual(only('von Last, III, First'), { family: 'von Last III', given: 'First' });
  });

  it('keeps a name in braces whole', () => {
    assert.deepEqual(only('{Barnes and Noble}'), { family: 'Barnes and Noble' });
    assert.deepEqual(only('{OpenAI}'), { family: 'OpenAI' });
    assert.deepEqual(only('{Gemini Team, Google}'), { family: 'Gemini Team, Google' });
    assert.deepEqual(only('Jean {de la} Fontaine'), { family: 'Fontaine', given: 'Jean de la' });
  });

  it('reads accents, also where they begin a name', () => {
    assert.deepEqual(only('M{\\"u}ller, J{\\"o}rg'), { family: 'Müller', given: 'Jörg' });
    assert.deepEqual(only("{\\'E}mile Zola"), { family: 'Zola', given: 'Émile' });
    assert.deepEqual(only("Anna {\\'e}tienne Dupont"), { family: 'étienne Dupont', given: 'Anna' });
    assert.deepEqual(only("\\v{S}imon Nov\\'ak"), { family: 'Novák', given: 'Šimon' });
  });

  it('reads names without letter case', () => {
    assert.deepEqual(only('王, 小明'), { family: '王', given: '小明' });
    assert.deepEqual(only('小明 王'), { family: '王', given: '小明' });
  });

  it('splits at "and" between white space only', () => {
    const { names } = parseNames('Li, Junnan and Anders, Sandy\n AND\tRand Paul and {A and B}');
    assert.deepEqual(
      names.map((name) => name.family),
      ['Li', 'Anders', 'Paul', 'A and B'],
    );
  });

  it('tells that a list goes on', () => {
    for (const field of ['Li, Junnan and others', 'Li, Junnan and et al.', 'Junnan Li AND Others']) {
      const { names, truncated } = parseNames(field);
      assert.equal(truncated, true, field);
      assert.deepEqual(names, [{ family: 'Li', given: 'Junnan' }], field);
    }
    assert.equal(parseNames('Others, Some and Li, Junnan').truncated, false);
  });

  it('skips names that are empty', () => {
    assert.deepEqual(parseNames(''), { names: [], truncated: false });
    assert.deepEqual(parseNames(' and and Li, Junnan and '), {
      names: [{ family: 'Li', given: 'Junnan' }],
      truncated: false,
    });
    assert.deepEqual(parseNames(', Junnan').names, [{ family: 'Junnan' }]);
    assert.deepEqual(parseNames(',').names, []);
  });

  it('survives braces without partners', () => {
    assert.deepEqual(parseNames('Li}, Junnan and Bo{b').names, [
      { family: 'Li', given: 'Junnan' },
      { family: 'Bob' },
    ]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', '{', '}', '\\', ',', '~', 'and', ' and ') }),
        (field) => {
          for (const name of parseNames(field).names) {
            assert.notEqual(name.family, '');
            assert.notEqual(name.given, '');
          }
        },
      ),
    );
  });

  it('reads back any list of plain names', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/).filter((text) => !/^(and|others)$/i.test(text));
    const name = fc.record({ family: word, given: word }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), fc.boolean(), fc.boolean(), (names, comma, truncated) => {
        const list = names.map(({ family, given }) => (comma ? `${family}, ${given}` : `${given} ${family}`));
        const field = [...list, ...(truncated ? ['others'] : [])].join(' and ');
        assert.deepEqual(parseNames(field), { names, truncated });
      }),
    );
  });
});

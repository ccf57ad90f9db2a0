import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { read, said, schema } from './fixtures';

const models = join(__dirname, '..', '..', '..', 'data', 'models');
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);

describe('the schema of own catalogs', () => {
  it('takes the catalog’s own models, but for what only they have', () => {
    for (const name of readdirSync(models).slice(0, 40)) {
      const { survey, open, ...own } = parse(readFileSync(join(models, name), 'utf8')) as Record<
        string,
        unknown
      >;
      assert.ok(survey ?? open ?? true);
      const text = JSON.stringify({ models: [own] });
      assert.ok(validate(JSON.parse(text)), `${name}: ${JSON.stringify(validate.errors)}`);
      assert.deepEqual(said(read(text, 'team.json').problems, text), [], name);
    }
  });

  /** What is right and what is wrong: our checker and one that editors use agree. */
  const cases: readonly [isRight: boolean, model: object][] = [
    [true, { name: 'A' }],
    [true, { id: 'blip-2', license: 'MIT' }],
    [true, { name: 'A', idea: 'does it.', released: '2024' }],
    [true, { name: 'A', work: { title: 'T', year: 2024, author: ['Doe, J', { family: 'Roe' }] } }],
    [true, { name: 'A', architecture: { backbones: ['X', { name: 'Y', family: 'Z', sizes: ['7B'] }] } }],
    [false, { license: 'MIT' }],
    [false, { name: 'A', inputs: 'image' }],
    [false, { name: 'A', inputs: ['image', 'image'] }],
    [false, { name: 'A', id: 'Not An Id' }],
    [false, { name: 'A', released: '2024-13' }],
    [false, { name: 'A', idea: ['x'] }],
    [false, { name: 'A', survey: { v1: 1 } }],
    [false, { name: 'A', architecture: { encoders: [] } }],
    [false, { name: 'A', architecture: { encoders: [{ name: 'X', resolution: 1 }] } }],
    [false, { name: 'A', architecture: { encoders: [{ name: 'X', resolution: 'big' }] } }],
    [false, { name: 'A', work: { year: 2024 } }],
    [false, { name: 'A', conflicts: [{ field: 'x' }] }],
    [false, { name: 'A', links: { code: 'javascript:alert(1)' } }],
  ];
  for (const [isRight, model] of cases) {
    it(`${isRight ? 'takes' : 'refuses'} ${JSON.stringify(model)}`, () => {
      assert.equal(validate({ models: [model] }), isRight);
      assert.equal(read(JSON.stringify([model]), 'team.json').problems.length === 0, isRight);
    });
  }
});

import assert from 'node:assert/strict';
import { parseCatalog } from '../../../src/core/catalog/load';
import { blip2, work } from './fixtures';

const valid = { models: [blip2], works: [work('li2023blip')] };

function messageFor(data: unknown): string {
  try {
    parseCatalog(typeof data === 'string' ? data : JSON.stringify(data));
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message;
  }
  return '';
}

function without(object: object, name: string): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

describe('parseCatalog', () => {
  it('reads a catalog', () => {
    const catalog = parseCatalog(JSON.stringify(valid));
    assert.deepEqual(catalog.model('blip-2'), blip2);
    assert.equal(catalog.workOf(blip2).key, 'li2023blip');
  });

  it('says that a file is not JSON', () => {
    assert.match(messageFor('{"models": ['), /^The catalog is not valid JSON: ./u);
    assert.match(messageFor(''), /not valid JSON/u);
  });

  for (const wrong of [null, [], 'text', 3]) {
    it(`says that ${JSON.stringify(wrong)} is no catalog`, () => {
      assert.match(messageFor(JSON.stringify(wrong)), /must be an object with "models" and "works"/u);
    });
  }

  it('says which list is missing', () => {
    assert.match(messageFor(without(valid, 'works')), /list "works"/u);
    assert.match(messageFor({ ...valid, models: {} }), /list "models"/u);
  });

  it('says which item is wrong, and what it lacks', () => {
    assert.match(messageFor({ ...valid, models: [blip2, 'flamingo'] }), /Item 2 of "models".*not an object/u);
    assert.match(messageFor({ ...valid, models: [without(blip2, 'name')] }), /Item 1 of "models".*"name"/u);
    assert.match(
      messageFor({ ...valid, works: [without(work('li2023blip'), 'title')] }),
      /Item 1 of "works".*"title"/u,
    );
    assert.match(
      messageFor({ ...valid, models: [without(blip2, 'architecture')] }),
      /"blip-2".*"architecture"/u,
    );
    assert.match(
      messageFor({ ...valid, works: [without(work('li2023blip'), 'entry')] }),
      /"li2023blip".*"entry"/u,
    );
  });

  it('says which work a model has not got', () => {
    assert.match(messageFor({ ...valid, works: [] }), /no work "li2023blip" for the model "blip-2"/u);
  });
});

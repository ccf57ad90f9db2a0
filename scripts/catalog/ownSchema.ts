/** Words that differ where a team describes its own models. */
const descriptions: Readonly<Record<string, string>> = {
  id: 'Made of the name if left out. With the id of a model of the catalog, the record changes that model, field by field.',
  released: 'First public release or posting, YYYY-MM or YYYY; if left out, that of the publication.',
  sources: 'Where fields were read, e.g. architecture.backbones: section 3 of the paper.',
};

interface Schema {
  readonly properties: Readonly<Record<string, Record<string, unknown>>>;
  readonly definitions: Readonly<Record<string, Record<string, unknown>>>;
}

/**
 * Makes the schema of own catalogs of that of the catalog's models, so that the two cannot differ: everything but the name may
 * be left out, parts may be mere names, works may be given in full, and nobody's model is in the survey.
 *
 * @param model - parsed `data/schema/model.schema.json`
 */
export function ownCatalogSchema(model: object): object {
  const { properties, definitions } = model as Schema;
  const own = Object.fromEntries(
    Object.entries(properties).filter(([name]) => name !== 'survey' && name !== 'open'),
  );
  const text = { $ref: '#/definitions/text' };
  const { name: partName, ...partRest } = (
    definitions['parts'] as { items: { properties: Record<string, unknown> } }
  ).items.properties;
  const models = { type: 'array', items: { $ref: '#/definitions/model' } };
  const described = Object.fromEntries(
    Object.entries({
      ...own,
      released: { type: 'string', pattern: '^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$' },
      work: {
        description:
          'The publication: the key of a work in the catalog or in an own .bib, a BibTeX entry, or its fields.',
        anyOf: [{ type: 'string', minLength: 1 }, { $ref: '#/definitions/work' }],
      },
      idea: {
        description: 'What is new, in one sentence that goes on after the name; or one for each language.',
        anyOf: [text, { type: 'object', additionalProperties: false, properties: { en: text, zh: text } }],
      },
      sources: { type: 'object', additionalProperties: text },
    }).map(([name, schema]) => [
      name,
      name in descriptions ? { ...schema, description: descriptions[name] } : schema,
    ]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'MM-LLM: own catalog',
    description: 'Models of a team, which join the catalog; see the setting mmllm.catalogs.',
    anyOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['models'],
        properties: {
          $schema: { type: 'string' },
          models,
          works: { description: 'Publications in BibTeX’s format.', type: 'string' },
        },
      },
      models,
    ],
    definitions: {
      ...limited(definitions),
      parts: {
        type: 'array',
        minItems: 1,
        items: {
          anyOf: [
            text,
            {
              type: 'object',
              additionalProperties: false,
              required: ['name'],
              properties: {
                name: partName,
                family: {
                  description: 'What the tree groups it with, e.g. Vicuna; found by the name if left out.',
                  ...text,
                },
                ...partRest,
              },
            },
          ],
        },
      },
      work: workSchema(text),
      model: {
        description: 'One model. Leave out what is not known.',
        type: 'object',
        additionalProperties: false,
        anyOf: [{ required: ['name'] }, { required: ['id'] }],
        properties: described,
      },
    },
  };
}

/** What is longer is no name and no sentence. In UTF-16 units. */
const longest: Readonly<Record<string, number>> = { text: 1000, sentence: 2000, address: 2000 };

function limited(definitions: Schema['definitions']): Schema['definitions'] {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [
      name,
      name in longest ? { ...schema, maxLength: longest[name] } : schema,
    ]),
  );
}

function workSchema(text: object): object {
  const texts = (names: string): Record<string, object> =>
    Object.fromEntries(names.split(' ').map((name) => [name, text]));
  const person = {
    type: 'object',
    additionalProperties: false,
    properties: texts('family given literal'),
  };
  const people = {
    description: 'As BibTeX writes them, or a list.',
    anyOf: [
      { type: 'string', minLength: 1, maxLength: 20_000 },
      { type: 'array', items: { anyOf: [text, person] } },
    ],
  };
  const number = { anyOf: [text, { type: 'integer' }] };
  const year = { anyOf: [{ type: 'string', pattern: '^(19|20)[0-9]{2}(-[0-9-]+)?$' }, { type: 'integer' }] };
  return {
    type: 'object',
    additionalProperties: false,
    required: ['title'],
    properties: {
      ...texts('key id type title journal container-title booktitle event-title publisher institution'),
      ...texts('arxiv eprint doi DOI url URL note pages page'),
      volume: number,
      number,
      issue: number,
      author: people,
      authors: people,
      year,
      issued: year,
    },
  };
}

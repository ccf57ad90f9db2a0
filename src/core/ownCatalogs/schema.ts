import type { ListValue, MapValue, TextValue, Value } from '../formats/value';
import type { TextRange } from '../text';
import type { OwnCatalogText } from './texts';
import type { OwnProblem } from './types';

/** The part of JSON Schema (draft 7) that the catalog's schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer';
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** More problems in one record help nobody. */
const MAX_PROBLEMS = 50;

/**
 * Checks values of JSON and YAML against a schema, telling the place of each mistake. A value without content (`null`, or
 * nothing behind the colon) counts as left out. Numbers are texts where a text belongs: YAML writes both alike.
 */
export class SchemaChecker {
  readonly #root: JsonSchema;
  readonly #patterns = new Map<string, RegExp>();

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  /** @param name - of a schema among the root's definitions */
  check(value: Value, name: string): OwnProblem[] {
    const problems: OwnProblem[] = [];
    this.#check(value, { $ref: `#/definitions/${name}` }, problems);
    return problems;
  }

  #check(value: Value, given: JsonSchema, problems: OwnProblem[]): void {
    const schema = this.#resolved(given);
    if (problems.length >= MAX_PROBLEMS || isEmpty(value)) {
      return;
    }
    const kind = kindOf(value);
    const typed = schema.anyOf?.map((each) => this.#resolved(each)).filter(({ type }) => type !== undefined);
    if (typed && typed.length > 0) {
      const branch = typed.find(({ type }) => type === kind);
      if (branch) {
        this.#check(value, branch, problems);
      } else {
        problems.push(problem('textOrMap', value));
      }
      return;
    }
    if (schema.type !== undefined && !fits(value, schema.type)) {
      problems.push(problem(typeTexts[schema.type], value));
      return;
    }
    switch (value.kind) {
      case 'text':
        this.#checkText(value, schema, problems);
        break;
      case 'list':
        this.#checkList(value, schema, problems);
        break;
      case 'map':
        this.#checkMap(value, schema, problems);
        break;
    }
  }

  #checkText(value: TextValue, schema: JsonSchema, problems: OwnProblem[]): void {
    // Block scalars of YAML end with a line break.
    const text = value.text.trim();
    if (schema.enum && !schema.enum.includes(text)) {
      problems.push(problem('choice', value, text, schema.enum.join(', ')));
    } else if (schema.pattern !== undefined && !this.#pattern(schema.pattern).test(text)) {
      problems.push(problem('pattern', value, text, schema.pattern));
    } else if (text.length < (schema.minLength ?? 0) || Number(text) < (schema.minimum ?? -Infinity)) {
      problems.push(problem('tooShort', value));
    } else if (text.length > (schema.maxLength ?? Infinity) || Number(text) > (schema.maximum ?? Infinity)) {
      problems.push(problem('tooLong', value));
    }
  }

  #checkList({ items, start, end }: ListValue, schema: JsonSchema, problems: OwnProblem[]): void {
    if (items.length < (schema.minItems ?? 0)) {
      problems.push(problem('tooShort', { start, end }));
    }
    const seen = new Set<string>();
    for (const item of items) {
      if (schema.items) {
        this.#check(item, schema.items, problems);
      }
      if (schema.uniqueItems === true && item.kind === 'text') {
        if (seen.has(item.text)) {
          problems.push(problem('twice', item, item.text));
        }
        seen.add(item.text);
      }
    }
  }

  #checkMap({ members, start, end }: MapValue, schema: JsonSchema, problems: OwnProblem[]): void {
    const { properties = {}, additionalProperties = true, propertyNames } = schema;
    const seen = new Set<string>();
    for (const { name, nameRange, value } of members) {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (seen.has(name)) {
        problems.push(problem('twice', nameRange, name));
      }
      seen.add(name);
      if (propertyNames) {
        this.#check({ kind: 'text', ...nameRange, text: name }, propertyNames, problems);
      }
      if (known) {
        this.#check(value, known, problems);
      } else if (additionalProperties === false) {
        problems.push(problem('unknown', nameRange, name));
      } else if (additionalProperties !== true) {
        this.#check(value, additionalProperties, problems);
      }
    }
    const given = new Set(members.filter(({ value }) => !isEmpty(value)).map(({ name }) => name));
    for (const name of schema.required ?? []) {
      if (!given.has(name)) {
        problems.push(problem('required', { start, end: Math.min(end, start + 1) }, name));
      }
    }
    if (members.length < (schema.minProperties ?? 0)) {
      problems.push(problem('tooShort', { start, end }));
    }
  }

  #resolved(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.replace('#/definitions/', '');
    const definition = name === undefined ? undefined : this.#root.definitions?.[name];
    if (name !== undefined && !definition) {
      throw new Error(`The schema has no definition "${name}".`);
    }
    return definition ? this.#resolved(definition) : schema;
  }

  #pattern(source: string): RegExp {
    const known = this.#patterns.get(source) ?? new RegExp(source, 'u');
    this.#patterns.set(source, known);
    return known;
  }
}

const typeTexts = { object: 'map', array: 'list', string: 'text', integer: 'integer' } as const;

function kindOf(value: Value): JsonSchema['type'] {
  return value.kind === 'map' ? 'object' : value.kind === 'list' ? 'array' : 'string';
}

function fits(value: Value, type: NonNullable<JsonSchema['type']>): boolean {
  return type === 'integer'
    ? value.kind === 'text' && /^-?\d{1,15}$/.test(value.text)
    : kindOf(value) === type;
}

function isEmpty(value: Value): boolean {
  return value.kind === 'text' && value.text === '';
}

/** Makes a problem of a file; a missing value is an error as any other. */
export function problem(
  text: OwnCatalogText,
  { start, end }: TextRange,
  ...args: readonly string[]
): OwnProblem {
  return { text, args: args.map(short), range: { start, end }, severity: 'error' };
}

/** A message quotes no more than a line of a file. */
function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

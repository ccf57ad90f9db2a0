import type { ErrorObject, ValidateFunction } from 'ajv';
import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problems';

/** A file of the catalog's sources. */
export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a YAML file and holds it against a schema.
 *
 * @returns the value, or `undefined` if something is wrong, which is then in `problems`
 */
export function readYaml<T>(
  { file, text }: SourceFile,
  validate: ValidateFunction<T>,
  problems: Problem[],
): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const defects = [...document.errors, ...document.warnings];
  for (const { pos, message } of defects) {
    problems.push({ file, field: `line ${lines.linePos(pos[0]).line}`, message });
  }
  if (defects.length > 0) {
    return undefined;
  }
  const value: unknown = document.toJS();
  if (validate(value)) {
    return value;
  }
  for (const error of validate.errors ?? []) {
    problems.push({ file, field: fieldOf(error), message: messageOf(error) });
  }
  return undefined;
}

/** `/architecture/backbones/0/name` becomes `architecture.backbones[0].name`. */
function fieldOf(error: ErrorObject): string {
  const path = error.instancePath.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replace(/\//g, '.');
  const params = error.params as {
    missingProperty?: string;
    additionalProperty?: string;
    propertyName?: string;
  };
  const name = params.missingProperty ?? params.additionalProperty ?? params.propertyName;
  return (name === undefined ? path : `${path}.${name}`).replace(/^\./, '');
}

function messageOf(error: ErrorObject): string {
  const { keyword, params } = error as {
    keyword: string;
    params: { allowedValues?: unknown[]; allowedValue?: unknown };
  };
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
    case 'propertyNames':
      return 'is not a known field';
    case 'enum':
      return `must be one of ${(params.allowedValues ?? []).join(', ')}`;
    case 'const':
      return `must be ${String(params.allowedValue)} or left out`;
    default:
      return error.message ?? keyword;
  }
}

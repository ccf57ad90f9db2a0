/** Something wrong in a source of the catalog, said so that a contributor finds the place. */
export interface Problem {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  /** Path inside the file, e.g. `architecture.backbones[0].name` or `li2023blip, doi`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** One line for the terminal: `data/models/blip-2.yaml: released: must match …`. */
export function formatProblem({ file, field, message }: Problem): string {
  return field === '' ? `${file}: ${message}` : `${file}: ${field}: ${message}`;
}

import type { Architecture, Term } from '../../src/core/catalog/types';
import type { Problem } from './problems';

export type Component = keyof Architecture;

export const components: readonly Component[] = [
  'encoders',
  'inputProjectors',
  'backbones',
  'outputProjectors',
  'generators',
];

/** The content of `data/families.yaml`. */
export type FamilyRules = Readonly<Record<Component, readonly (Term & { readonly match: string })[]>>;

/** Says which family a part of that name belongs to: the first whose pattern is found in it. */
export type FamilyOf = (component: Component, name: string) => string | undefined;

/** Compiles the rules; a label used twice or a pattern that is no regular expression becomes a problem of `file`. */
export function compileFamilies(rules: FamilyRules, file: string, problems: Problem[]): FamilyOf {
  const compiled = new Map<Component, { label: string; pattern: RegExp }[]>();
  for (const component of components) {
    const list: { label: string; pattern: RegExp }[] = [];
    rules[component].forEach(({ label, within, match }, index) => {
      if (within !== undefined && !rules[component].some((other) => other.label === within)) {
        const field = `${component}[${index}].within`;
        problems.push({ file, field, message: `there is no family “${within}”` });
      }
      if (list.some((other) => other.label === label)) {
        problems.push({ file, field: `${component}[${index}].label`, message: `“${label}” is used twice` });
      }
      try {
        list.push({ label, pattern: new RegExp(match, 'iu') });
      } catch (error) {
        problems.push({ file, field: `${component}[${index}].match`, message: (error as Error).message });
      }
    });
    compiled.set(component, list);
  }
  return (component, name) => compiled.get(component)?.find(({ pattern }) => pattern.test(name))?.label;
}

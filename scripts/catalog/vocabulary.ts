import type { Model, Term, Vocabulary, Work } from '../../src/core/catalog/types';
import type { Problem } from './problems';

/** The content of `data/vocabulary.yaml`. */
export interface NameLists {
  readonly venues: readonly Term[];
  readonly institutions: readonly Term[];
}

type Kind = keyof Vocabulary;

/** Leaves out what is only itself, and the patterns of families. */
export function compileVocabulary(lists: Readonly<Partial<Record<Kind, readonly Term[]>>>): Vocabulary {
  const told = (Object.entries(lists) as [Kind, readonly Term[]][]).map(([kind, terms]) => [
    kind,
    terms
      .filter(({ within, aliases }) => within !== undefined || aliases !== undefined)
      .map(({ label, within, aliases }): Term => ({
        label,
        ...(within !== undefined && { within }),
        ...(aliases && { aliases }),
      })),
  ]);
  return Object.fromEntries(told) as Vocabulary;
}

/** Every name must be one that the data uses, or broader than one; none may be within itself or listed twice. */
export function checkVocabulary(
  vocabulary: Vocabulary,
  models: readonly Model[],
  works: readonly Work[],
  files: { readonly families: string; readonly names: string },
): Problem[] {
  const used: Readonly<Partial<Record<Kind, ReadonlySet<string>>>> = {
    venues: new Set(works.map(({ venue }) => venue)),
    institutions: new Set(models.flatMap(({ institutions }) => institutions)),
  };
  return (Object.entries(vocabulary) as [Kind, readonly Term[]][]).flatMap(([kind, terms]) => {
    const file = kind === 'venues' || kind === 'institutions' ? files.names : files.families;
    return checkTerms(kind, terms, used[kind], file);
  });
}

function checkTerms(
  kind: Kind,
  terms: readonly Term[],
  used: ReadonlySet<string> | undefined,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const broader = new Set(terms.flatMap(({ within }) => (within === undefined ? [] : [within])));
  const seen = new Set<string>();
  const nested = new Set(terms.flatMap(({ label, within }) => (within === undefined ? [] : [label])));
  for (const { label, within } of terms) {
    const report = (message: string): void => {
      problems.push({ file, field: `${kind}, ${label}`, message });
    };
    if (seen.has(label)) {
      report('is listed twice');
    }
    seen.add(label);
    // Patterns of families may wait for a model to come.
    if (used && !used.has(label) && !broader.has(label)) {
      report('is no name that the data uses');
    }
    if (within !== undefined && nested.has(within)) {
      report(`is within ${within}, which is within something itself: one step is all that facets know`);
    }
  }
  return problems;
}

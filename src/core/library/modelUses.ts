import type { Model } from '../catalog/types';
import type { CitationGroup } from '../drafts/types';
import type { TextRange } from '../text';
import type { DraftLibrary } from './draftLibrary';

/**
 * Where a draft cites a model, by whatever key.
 *
 * @param groups - the draft's citations
 * @returns the keys' ranges, in the order of `groups`
 */
export function modelUses(
  model: Pick<Model, 'id'>,
  groups: readonly CitationGroup[],
  library: Pick<DraftLibrary, 'resolve'>,
): TextRange[] {
  const known = new Map<string, boolean>();
  const means = (key: string): boolean => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = library.resolve(key).models.some(({ id }) => id === model.id);
      known.set(key, answer);
    }
    return answer;
  };
  return groups.flatMap(({ citations }) =>
    citations.filter(({ key }) => means(key)).map(({ range }) => range),
  );
}

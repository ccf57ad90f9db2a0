import { workRecord } from '../bibliography/record';
import type { Fact } from '../catalog/facts';
import { modelFacts, notReported, paperUrl } from '../catalog/facts';
import type { Model } from '../catalog/types';
import { referenceLine } from '../writing/reference';
import type { Disagreement } from './disagreement';
import { disagreementOf } from './disagreement';
import type { Resolution } from './draftLibrary';

/** What a reader wants to be reminded of at a citation, as data; empty parts are unknown. */
export interface CitationCard {
  /** As cited. */
  readonly key: string;
  /** The models' names, or the work's title, or the key of an entry without title. */
  readonly heading: string;
  readonly reference: string;
  readonly model?: Model;
  /** Further models of the same work. */
  readonly otherModels: readonly Model[];
  readonly facts: readonly Fact[];
  /** Where the entry stands; absent if no bibliography of the draft has it. */
  readonly entry?: { readonly uri: string; readonly start: number };
  /** Frozen key of the catalog's work, if the catalog has it. */
  readonly workKey?: string;
  /** The key that was cited, where the card is of the work that it can only mean though nothing defines it. */
  readonly guessedFrom?: string;
  readonly paper?: string;
  readonly doubt?: string;
  /** Where the entry and the catalog say different things. */
  readonly disagreement?: Disagreement;
}

/** What the picture and the heading do not say already. */
const cardFacts: ReadonlySet<string> = new Set([
  'sizes',
  'training.pretraining',
  'training.instructionTuning',
  'institutions',
  'license',
  'origin',
]);

/**
 * The card for a resolved key.
 *
 * @returns `undefined` if neither a bibliography nor the catalog knows the key
 */
export function citationCard({ key, entry, work, models, isGuess }: Resolution): CitationCard | undefined {
  const record = entry?.record ?? (work && workRecord(work));
  if (!record) {
    return undefined;
  }
  const [model, ...otherModels] = models;
  const disagreement = entry && work && disagreementOf(entry.record, work);
  const paper = paperUrl(record) ?? (work && paperUrl(work));
  return {
    key,
    heading: model ? models.map(({ name }) => name).join(', ') : record.title || key,
    reference: referenceLine(record),
    ...(model && { model }),
    otherModels,
    facts:
      model && work
        ? modelFacts(model, work).filter((fact) => cardFacts.has(fact.id) && fact.value !== notReported)
        : [],
    ...(entry && { entry: { uri: entry.uri, start: entry.entry.range.start } }),
    ...(work && { workKey: work.key }),
    ...(isGuess && { guessedFrom: key }),
    ...(paper !== undefined && { paper }),
    ...(work?.doubt !== undefined && { doubt: work.doubt }),
    ...(disagreement && { disagreement }),
  };
}

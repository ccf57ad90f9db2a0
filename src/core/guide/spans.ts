import type { Catalog } from '../catalog/catalog';
import type { Model } from '../catalog/types';
import type { Span, Spans } from '../writing/content';
import { cite, enumerateSpans, text } from '../writing/content';
import type { Guide } from './guide';
import type { TextPart } from './richText';
import { richTextParts } from './richText';
import type { RichText } from './types';

/** A model's name with its citation. */
export function citedModel(model: Model): Spans {
  return [text(model.name), cite(model.work)];
}

/** Models by their ids, `A [1], B [2] and C [3]`. */
export function citedModels(ids: readonly string[], catalog: Catalog): Span[] {
  return enumerateSpans(
    ids.flatMap((id) => {
      const model = catalog.model(id);
      return model ? [citedModel(model)] : [];
    }),
  );
}

/**
 * A text of the guide in which models, datasets and benchmarks are cited.
 *
 * @param source - a work cited before the text's last full stop
 */
export function richSpans(rich: RichText, guide: Guide, catalog: Catalog, source?: string): Span[] {
  const spans = richTextParts(rich).flatMap((part) => partSpans(part, guide, catalog));
  return source === undefined ? spans : withSource(spans, source);
}

/** Puts a citation before the full stop that ends a text. */
export function withSource(spans: Spans, work: string): Span[] {
  const last = spans.at(-1);
  if (last?.kind !== 'text') {
    return [...spans, cite(work)];
  }
  const words = last.text.replace(/[.]$/, '');
  const rest = last.text.slice(words.length);
  return [
    ...spans.slice(0, -1),
    ...(words === '' ? [] : [text(words)]),
    cite(work),
    ...(rest === '' ? [] : [text(rest)]),
  ];
}

function partSpans(part: TextPart, guide: Guide, catalog: Catalog): Spans {
  if (part.kind === 'words') {
    return [text(part.text)];
  }
  if (part.to === 'model') {
    const model = catalog.model(part.id);
    return model ? citedModel(model) : [text(part.id)];
  }
  const item = part.to === 'dataset' ? guide.dataset(part.id) : guide.benchmark(part.id);
  return item?.work === undefined ? [text(item?.name ?? part.id)] : [text(item.name), cite(item.work)];
}

/** The name of what a part of a text refers to, or its words. */
export function partName(part: TextPart, guide: Guide, catalog: Catalog): string {
  if (part.kind === 'words') {
    return part.text;
  }
  const item = {
    model: () => catalog.model(part.id),
    dataset: () => guide.dataset(part.id),
    benchmark: () => guide.benchmark(part.id),
  }[part.to]();
  return item?.name ?? part.id;
}

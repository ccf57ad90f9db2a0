import type { Catalog } from '../../src/core/catalog/catalog';
import type { SearchDocument, SearchField } from '../../src/core/search/engine';
import { randomNumbers } from './measure';

/** As a bibliography is searched. */
export const workFields: readonly SearchField[] = [
  { name: 'key', weight: 6 },
  { name: 'title', weight: 4 },
  { name: 'authors', weight: 3 },
  { name: 'year', weight: 2 },
  { name: 'venue', weight: 2 },
];

/**
 * Made-up works whose titles, names and venues are those of the catalog shuffled, so that words are as frequent as in
 * real ones; every fifth word and name is altered, since real libraries have far more different words. The catalog's own
 * works are among them.
 */
export function syntheticWorks(catalog: Catalog, count: number): SearchDocument[] {
  const random = randomNumbers(2401);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // Names of models stand in one title each: made-up works must not be called like real ones.
  const titleWords = catalog.works.flatMap(
    (work) => work.title.match(/(?<=^|\s)[A-Z]?[a-z]+(?:-[A-Z]?[a-z]+)*(?=[\s,.]|$)/gu) ?? [],
  );
  const families = catalog.works.flatMap((work) => work.authors.map(({ family }) => family));
  const givens = catalog.works.flatMap((work) => work.authors.flatMap(({ given }) => given ?? []));
  const venues = catalog.works.map(({ venue }) => venue);
  const alter = (word: string): string =>
    random() < 0.2 && word.length > 3
      ? word.slice(0, 2) + pick(titleWords).slice(0, 4) + word.slice(3)
      : word;

  const real = catalog.works.map((work): SearchDocument => ({
    id: work.key,
    fields: {
      key: work.key,
      title: work.title,
      authors: work.authors.map(({ family, given }) => `${given ?? ''} ${family}`).join('\n'),
      year: String(work.year),
      venue: work.venue,
    },
  }));
  const made = Array.from({ length: count - real.length }, (_, index): SearchDocument => {
    const names = Array.from({ length: 1 + Math.floor(random() * 6) }, () => [
      pick(givens),
      alter(pick(families)),
    ]);
    const title = Array.from({ length: 5 + Math.floor(random() * 8) }, () => alter(pick(titleWords))).join(
      ' ',
    );
    const year = String(1990 + Math.floor(random() * 36));
    const key = `${(names[0]?.[1] ?? '').toLowerCase()}${year}${title.split(' ')[0]?.toLowerCase() ?? ''}${index}`;
    return {
      id: `made-${index}`,
      fields: {
        key,
        title,
        authors: names.map((name) => name.join(' ')).join('\n'),
        year,
        venue: pick(venues),
      },
    };
  });
  // Real works must not all come first: ties are broken by order.
  const step = Math.max(1, Math.floor(made.length / real.length));
  return made.flatMap((work, index) => {
    const between = index % step === 0 ? real[index / step] : undefined;
    return between ? [between, work] : [work];
  });
}

/** The same as a `.bib`, without what would need escapes: measures are about size, not about damage. */
export function bibliographyText(
  catalog: Catalog,
  count: number,
  { abstracts = false }: { abstracts?: boolean } = {},
): string {
  // Made of at least all works of the catalog, which are more than the smallest file is to have.
  const works = syntheticWorks(catalog, Math.max(count, 1000)).slice(0, count);
  const entries = works.map(({ id, fields }, index) =>
    [
      `@article{${id},`,
      `  title = {{${plain(fields['title'])}}},`,
      `  author = {${plain(fields['authors']?.split('\n').join(' and '))}},`,
      `  journal = "${plain(fields['venue'])}",`,
      ...(abstracts ? [`  abstract = {${abstract(works, index)}},`] : []),
      `  year = ${fields['year'] ?? '2000'},`,
      `}`,
    ].join('\n'),
  );
  return entries.join('\n\n') + '\n';
}

/** About 1,000 characters, as long as abstracts are: the titles of the works that follow. */
function abstract(works: readonly SearchDocument[], index: number): string {
  let text = '';
  for (let next = 1; text.length < 1000; next++) {
    text += `${plain(works[(index + next) % works.length]?.fields['title'])}. `;
  }
  return text.trim();
}

function plain(text = ''): string {
  return text.replace(/[{}"\\%#@]/gu, '');
}

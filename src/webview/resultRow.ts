import { codicon, element } from './dom';
import type { SearchRow } from './protocol';
import type { SearchWords } from './words';

type Range = SearchRow['nameMarks'][number];

const icons: Readonly<Record<SearchRow['badges'][number], string>> = {
  cited: 'check',
  bibliography: 'book',
  survey: 'mortar-board',
  new: 'sparkle',
  catalog: 'library',
};

/** A line of the results: name and badges, what it is, year and venue. Empty until its row has come. */
export function resultRow(row: SearchRow | undefined, words: SearchWords): HTMLElement {
  const names: Readonly<Record<SearchRow['badges'][number], string>> = {
    cited: words.badgeCited,
    bibliography: words.badgeBibliography,
    survey: words.badgeSurvey,
    new: words.badgeNew,
    catalog: words.badgeCatalog,
  };
  if (!row) {
    return element('div', { class: 'result waiting', role: 'option', 'aria-label': '…' });
  }
  const badges = row.badges.map((badge) => {
    const icon = codicon(icons[badge]);
    icon.title = names[badge];
    icon.classList.add('badge', badge);
    return icon;
  });
  return element(
    'div',
    { class: 'result', role: 'option', title: `${row.name}\n${row.detail}` },
    element(
      'div',
      { class: 'line' },
      element('span', { class: 'name' }, ...marked(row.name, row.nameMarks)),
      ...badges,
      element('span', { class: 'meta' }, row.meta),
    ),
    element('div', { class: 'detail' }, ...marked(row.detail, row.detailMarks)),
    element('span', { class: 'spoken' }, row.badges.map((badge) => names[badge]).join(', ')),
  );
}

/** A text with what matches the query in `mark` elements. */
function marked(text: string, ranges: readonly Range[]): (string | Node)[] {
  const pieces: (string | Node)[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    pieces.push(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

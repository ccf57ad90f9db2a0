import { codicon, element } from './dom';
import type { SearchRow } from './protocol';
import type { SearchWords } from './words';

type Range = SearchRow['nameMarks'][number];
type Badge = SearchRow['badges'][number];

const icons: Readonly<Record<Badge, string>> = {
  cited: 'check',
  bibliography: 'book',
  survey: 'mortar-board',
  new: 'sparkle',
  own: 'account',
  catalog: 'library',
};

/** A line of the results: name and badges, what it is, year and venue. Empty until its row has come. */
export function resultRow(row: SearchRow | undefined, words: SearchWords): HTMLElement {
  if (!row) {
    return element('div', { class: 'result waiting', role: 'option', 'aria-label': '…' });
  }
  const names: Readonly<Record<Badge, string>> = {
    cited: words.badgeCited,
    bibliography: words.badgeBibliography,
    survey: words.badgeSurvey,
    new: words.badgeNew,
    own: words.badgeOwn,
    catalog: words.badgeCatalog,
  };
  const badges = row.badges.map((badge) => {
    const icon = codicon(icons[badge]);
    icon.title = names[badge];
    icon.classList.add('badge', badge);
    return icon;
  });
  const meta = row.meta.filter((part) => part !== '').join(' · ');
  return element(
    'div',
    { class: 'result', role: 'option', title: [row.name, row.detail, meta].filter(Boolean).join('\n') },
    element('span', { class: 'name' }, ...marked(row.name, row.nameMarks)),
    element('span', { class: 'badges' }, ...badges),
    element('span', { class: 'meta' }, ...row.meta.map((part) => element('span', {}, part))),
    element('span', { class: 'detail' }, ...marked(row.detail, row.detailMarks)),
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

import type { Catalog } from '../catalog/catalog';
import { paperUrl } from '../catalog/facts';
import type { Work } from '../catalog/types';
import { cellText, fill as fillMarkdown, link, webAddress } from '../pages/markdown';
import { referenceLine } from '../writing/reference';
import type { Guide } from './guide';
import { richTextParts } from './richText';
import { partName } from './spans';
import type { Title } from './types';
import type { GuideWords } from './words';

/** Everything a page of the guide is made of. */
export interface PageContext {
  readonly guide: Guide;
  readonly catalog: Catalog;
  readonly words: GuideWords;
  /**
   * The address of another page: of an entry of the guide by its id, or of a model by `model/<id>`. `undefined` leaves the
   * name without a link.
   */
  readonly address: (page: string) => string | undefined;
}

/** A link to another page, or its bare name. */
export function pageLink(page: string, name: string, { address }: PageContext): string {
  return link(cellText(name), address(page));
}

export function modelLink(id: string, context: PageContext): string {
  return pageLink(`model/${id}`, context.catalog.model(id)?.name ?? id, context);
}

/** A text whose models, datasets and benchmarks are links. */
export function richMarkdown(rich: string, context: PageContext): string {
  return richTextParts(rich)
    .map((part) => {
      const name = partName(part, context.guide, context.catalog);
      return part.kind === 'words' ? words(name) : pageLink(`${part.to}/${part.id}`, name, context);
    })
    .join('');
}

/** Text between links, with the spaces that part it from them. */
function words(text: string): string {
  const inner = cellText(text);
  return inner === '' ? ' ' : `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`;
}

/** A title in the reader's language, plain. */
export function titleText(title: Title, { words }: PageContext): string {
  return title[words.language];
}

/** A table of Markdown cells; columns that are empty throughout are left out. Nothing if there are no rows. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) {
    return [];
  }
  const used = heads.map((_, index) => rows.some((row) => (row[index] ?? '') !== ''));
  const line = (cells: readonly string[]): string =>
    `| ${cells.filter((_, index) => used[index]).join(' | ')} |`;
  return [[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')];
}

/** A heading with what belongs to it; nothing if that is empty. */
export function section(heading: string, ...blocks: readonly string[]): string[] {
  const filled = blocks.filter((block) => block !== '');
  return filled.length === 0 ? [] : [`## ${cellText(heading)}`, ...filled];
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** `*Source: ...*` */
export function sourceLine(source: string, { words }: PageContext): string {
  return `*${cellText(`${words.source}: ${source}`)}*`;
}

/** The reference of a work with links, and its doubt. */
export function reference(
  work: Work | undefined,
  links: { readonly code?: string; readonly homepage?: string } | undefined,
  { words }: PageContext,
): string[] {
  const paper = work && paperUrl(work);
  const addresses = [
    [words.paper, paper],
    [words.code, links?.code],
    [words.homePage, links?.homepage],
  ].flatMap(([label = '', url]) => (url === undefined ? [] : [link(cellText(label), webAddress(url))]));
  return section(
    words.reference,
    work ? cellText(referenceLine(work)) : '',
    work?.doubt === undefined ? '' : `*${cellText(`${words.doubtful}: ${work.doubt}`)}*`,
    addresses.join(' · '),
  );
}

/** Puts values, which are Markdown, for `{0}` and `{1}` of a text. */
export function fill(text: string, ...values: readonly string[]): string {
  return fillMarkdown(cellText(text), ...values);
}

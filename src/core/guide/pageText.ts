import type { Catalog } from '../catalog/catalog';
import { paperUrl } from '../catalog/facts';
import type { Work } from '../catalog/types';
import { escapeText } from '../writing/escape';
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
  const target = address(page);
  return target === undefined ? cell(name) : `[${cell(name)}](${target})`;
}

export function modelLink(id: string, context: PageContext): string {
  return pageLink(`model/${id}`, context.catalog.model(id)?.name ?? id, context);
}

/** A text whose models, datasets and benchmarks are links. */
export function richMarkdown(rich: string, context: PageContext): string {
  return richTextParts(rich)
    .map((part) => {
      const name = partName(part, context.guide, context.catalog);
      return part.kind === 'words' ? cell(name) : pageLink(`${part.to}/${part.id}`, name, context);
    })
    .join('');
}

/** A title in the reader's language, plain. */
export function titleText(title: Title, { words }: PageContext): string {
  return title[words.language];
}

/** Plain text in running text or a table's cell. */
export function cell(text: string): string {
  // Bars are escaped apart from the rest, or one that starts a text would be escaped twice and divide the row.
  return text
    .split('|')
    .map((piece) => escapeText(piece, 'pandoc'))
    .join('\\|')
    .replaceAll(/\s+/g, ' ');
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
  return filled.length === 0 ? [] : [`## ${cell(heading)}`, ...filled];
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** `*Source: ...*` */
export function sourceLine(source: string, { words }: PageContext): string {
  return `*${cell(`${words.source}: ${source}`)}*`;
}

/** The reference of a work with links, and its doubt. */
export function reference(
  work: Work | undefined,
  links: { readonly code?: string; readonly homepage?: string } | undefined,
  { words }: PageContext,
): string[] {
  const paper = work && paperUrl(work);
  const addresses = [
    ...(paper === undefined ? [] : [`[${cell(words.paper)}](${paper})`]),
    ...(links?.code === undefined ? [] : [`[${cell(words.code)}](${links.code})`]),
    ...(links?.homepage === undefined ? [] : [`[${cell(words.homePage)}](${links.homepage})`]),
  ];
  return section(
    words.reference,
    work ? cell(referenceLine(work)) : '',
    work?.doubt === undefined ? '' : `*${cell(`${words.doubtful}: ${work.doubt}`)}*`,
    addresses.join(' · '),
  );
}

/** Puts values, which are Markdown, for `{0}` and `{1}` of a text. */
export function fill(text: string, ...values: readonly string[]): string {
  return cell(text).replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

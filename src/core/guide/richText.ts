/** A piece of a text: words, or the name of something that has a page. */
export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'reference'; readonly to: 'model' | 'dataset' | 'benchmark'; readonly id: string };

/** Divides a text of the guide at its references: `[[blip-2]]`, `[[dataset/align]]`, `[[benchmark/gqa]]`. */
export function richTextParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const match of text.matchAll(/\[\[(?:(dataset|benchmark)\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/g)) {
    if (match.index > position) {
      parts.push({ kind: 'words', text: text.slice(position, match.index) });
    }
    const to = (match[1] as 'dataset' | 'benchmark' | undefined) ?? 'model';
    parts.push({ kind: 'reference', to, id: match[2] ?? '' });
    position = match.index + match[0].length;
  }
  if (position < text.length) {
    parts.push({ kind: 'words', text: text.slice(position) });
  }
  return parts;
}

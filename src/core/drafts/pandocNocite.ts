import type { TextRange } from '../text';
import { frontMatter } from './frontMatter';
import type { PandocKey, PandocKeyReader } from './pandocKeys';

/** The keys in the front matter's `nocite`, which pandoc lists without citing them (its manual, "Including uncited items"). */
export function nociteKeys(text: string, reader: PandocKeyReader): PandocKey[] {
  const content = frontMatter(text)?.content;
  const value = content && nociteValue(text, content);
  const keys: PandocKey[] = [];
  for (let at = value ? text.indexOf('@', value.start) : -1; value && at >= 0 && at < value.end;) {
    const key = reader.canStart(at) ? reader.read(at) : undefined;
    if (key) {
      keys.push(key);
    }
    at = text.indexOf('@', key?.end ?? at + 1);
  }
  return keys;
}

/** From behind `nocite:` to the next line that is neither indented nor blank nor an item of a list. */
function nociteValue(text: string, { start, end }: TextRange): TextRange | undefined {
  const yaml = text.slice(start, end);
  const name = /^(?:nocite|"nocite"|'nocite')[ \t]*:(?=[\s]|$)/m.exec(yaml);
  if (!name) {
    return undefined;
  }
  const from = name.index + name[0].length;
  const next = /(?:\r\n?|\n)(?![ \t\r\n]|-[ \t])/g;
  next.lastIndex = from;
  return { start: start + from, end: start + (next.exec(yaml)?.index ?? yaml.length) };
}

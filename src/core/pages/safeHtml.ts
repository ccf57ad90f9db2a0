/** What rendered Markdown is made of; any other tag is shown as text. The second half is that of formulas. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'h1 h2 h3 h4 h5 h6 p a em strong s del code pre ul ol li table thead tbody tr th td blockquote hr br img span sup sub ' +
    'math semantics annotation mrow mi mo mn ms mtext mspace msub msup msubsup mfrac msqrt mroot mover munder munderover ' +
    'mtable mtr mtd mstyle mpadded mphantom menclose'
  ).split(' '),
);
const VOID: ReadonlySet<string> = new Set(['hr', 'br', 'img', 'mspace']);

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])/y;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const END = /\s*\/?>/y;

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

/**
 * Rebuilds the HTML that a Markdown renderer made from nothing but known elements and attributes, so that neither raw HTML in
 * the Markdown nor an extension of the renderer puts anything else on a page. Whatever is not known is shown as text; links lead
 * to web pages, within the page or to commands that are named; pictures are in their address. Takes time proportional to its length.
 *
 * @param commands - ids of the commands that links may call
 */
export function safeHtml(html: string, commands: readonly string[]): string {
  const result: string[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    result.push(textOf(html.slice(at, next < 0 ? html.length : next)));
    if (next < 0) {
      break;
    }
    const tag = tagAt(html, next);
    const written = tag && rebuild(tag, open, commands);
    result.push(written ?? '&lt;');
    at = tag && written !== undefined ? tag.end : next + 1;
  }
  while (open.length > 0) {
    result.push(closing(open.pop() ?? ''));
  }
  return result.join('');
}

/** Makes text stand in HTML as it is, also in a quoted attribute. */
export function escapeHtml(text: string): string {
  return withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function tagAt(html: string, start: number): Tag | undefined {
  TAG.lastIndex = start;
  const [, slash, name = ''] = TAG.exec(html) ?? [];
  if (name === '') {
    return undefined;
  }
  const attributes = new Map<string, string>();
  let end = TAG.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(html);
    if (!match) {
      break;
    }
    attributes.set((match[1] ?? '').toLowerCase(), decode(match[2] ?? match[3] ?? match[4] ?? ''));
    end = ATTRIBUTE.lastIndex;
  }
  END.lastIndex = end;
  return END.test(html)
    ? { name: name.toLowerCase(), isClosing: slash === '/', attributes, end: END.lastIndex }
    : undefined;
}

/** @returns `undefined` for what is no tag of a page */
function rebuild(tag: Tag, open: string[], commands: readonly string[]): string | undefined {
  const { name, isClosing } = tag;
  if (!ELEMENTS.has(name)) {
    return undefined;
  }
  if (isClosing) {
    if (open.at(-1) !== name) {
      return undefined;
    }
    open.pop();
    return closing(name);
  }
  const kept = keptAttributes(tag, commands).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  const written = `<${name}${kept.join('')}>`;
  if (VOID.has(name)) {
    return written;
  }
  open.push(name);
  // A table that is wider than the page scrolls by itself.
  return name === 'table' ? `<div class="table">${written}` : written;
}

function closing(name: string): string {
  return name === 'table' ? '</table></div>' : `</${name}>`;
}

function keptAttributes({ name, attributes }: Tag, commands: readonly string[]): [string, string][] {
  const kept: [string, string][] = [];
  const keep = (key: string, isFit: (value: string) => boolean): void => {
    const value = attributes.get(key);
    if (value !== undefined && isFit(value)) {
      kept.push([key, value]);
    }
  };
  switch (name) {
    case 'a':
      keep('href', (value) => isAddress(value, commands));
      break;
    case 'img':
      keep('src', (value) => /^data:image\/(?:svg\+xml|png);base64,[A-Za-z0-9+/=]*$/.test(value));
      keep('alt', () => true);
      break;
    case 'ol':
      keep('start', (value) => /^\d+$/.test(value));
      break;
    case 'span':
    case 'code':
    case 'pre':
      keep('class', (value) => /^[\w -]*$/.test(value));
      break;
    case 'th':
    case 'td': {
      // Styles are not allowed on a page.
      const [, side] = /^text-align:(left|center|right);?$/.exec(attributes.get('style') ?? '') ?? [];
      if (side !== undefined) {
        kept.push(['class', side]);
      }
      break;
    }
    default:
      if (/^h\d$/.test(name)) {
        keep('id', (value) => value !== '');
      }
  }
  return kept;
}

function isAddress(address: string, commands: readonly string[]): boolean {
  const [, command] = /^command:([\w.]+)(?:\?[\w%.~-]*)?$/.exec(address) ?? [];
  return command === undefined ? /^(?:https?:\/\/[^/]|#)/i.test(address) : commands.includes(command);
}

function textOf(source: string): string {
  return withoutControls(source)
    .replace(/&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)/g, '&amp;')
    .replaceAll('>', '&gt;');
}

function decode(value: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return value.replace(/&(#39|amp|lt|gt|quot);/g, (_entity, name: string) => named[name] ?? '');
}

function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must not come through
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
}

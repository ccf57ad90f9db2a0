import type { TextRange } from '../text';
import { mystLabels } from './mystLabels';
import type { MystRole } from './mystRoles';
import { isSilentRole, mystRole, roleForm } from './mystRoles';
import { endOfFrontMatter, PandocBlocks } from './pandocBlocks';
import type { Bracket, LooseKey } from './pandocBrackets';
import { PandocInlines } from './pandocInlines';
import type { PandocKey } from './pandocKeys';
import { nociteKeys } from './pandocNocite';
import { characterBefore, isCrossReference, PandocKeyReader } from './pandocKeys';
import type { Citation, CitationForm, CitationGroup } from './types';

/**
 * The citations of a Markdown text as pandoc reads them, in file order, in one linear pass. Never throws.
 *
 * Not read: front matter but its `nocite`, code, math, comments, raw elements, tags, addresses and cross-references. `[...]` is a
 * citation if each of its parts between `;` has a key and no `(`, `[` or `{` follows; else its keys stand in the text.
 * A bracket after a key in the text (`@a [p. 3; @b]`) belongs to that key.
 */
export function parsePandocCitations(text: string): readonly CitationGroup[] {
  return new PandocReader(text, false).read();
}

/**
 * The citations of a MyST text: those of Markdown, which mystmd reads as well, and `{cite}` roles, also in directives. References
 * to labels that the text defines are none.
 */
export function parseMystCitations(text: string): readonly CitationGroup[] {
  return new PandocReader(text, true).read();
}

/** Keys are handed from bracket to bracket only so deep, which keeps the pass linear. */
const DEEPEST_CONTINUATION = 4;

const SPECIAL = /[\\`$<:[\];@]/g;

class PandocReader {
  private readonly groups: CitationGroup[] = [];
  private readonly inText: LooseKey[] = [];
  private readonly blocks: PandocBlocks;
  private readonly inlines: PandocInlines;
  private readonly keys: PandocKeyReader;
  private brackets: Bracket[] = [];
  /** The last key read, and where a `[` would have to be to continue it. */
  private continued: { readonly key: LooseKey; readonly at: number } | undefined;

  private readonly labels: ReadonlySet<string>;

  constructor(
    private readonly text: string,
    private readonly myst: boolean,
  ) {
    this.blocks = new PandocBlocks(text, myst);
    this.labels = myst ? mystLabels(text) : new Set();
    this.inlines = new PandocInlines(text);
    this.keys = new PandocKeyReader(text);
  }

  read(): readonly CitationGroup[] {
    const special = new RegExp(SPECIAL);
    let next = -1;
    for (const key of nociteKeys(this.text, this.keys)) {
      this.addGroup({ start: key.range.start, end: key.end }, 'nocite', 'textual', [key], [], true);
    }
    let position = endOfFrontMatter(this.text);
    while (position < this.text.length) {
      position = this.blocks.startOfText(position);
      const end = this.blocks.endOfText(position);
      this.inlines.startChunk(position, end);
      while (position < end) {
        if (next < position) {
          special.lastIndex = position;
          next = special.exec(this.text)?.index ?? this.text.length;
        }
        position = next < end ? this.readSpecial(next) : end;
      }
      for (const bracket of this.brackets) {
        this.inText.push(...bracket.keys);
      }
      this.brackets = [];
    }
    for (const { start, key, continuation } of this.inText) {
      const end = continuation === undefined ? key.end : continuation.inside.end + 1;
      const keys = [key, ...(continuation?.keys ?? [])];
      this.addGroup(
        { start, end },
        '@',
        'textual',
        keys,
        continuation === undefined ? [] : [continuation.inside],
      );
    }
    return this.groups.sort((a, b) => a.range.start - b.range.start);
  }

  /** Reads what starts at a special character; returns the offset after it. */
  private readSpecial(at: number): number {
    switch (this.text[at]) {
      case '\\':
        return at + 2;
      case '`':
        return this.readCode(at);
      case '$':
        return this.inlines.math(at);
      case '<':
        return this.inlines.markup(at) ?? at + 1;
      case ':':
        return this.inlines.url(at) ?? at + 1;
      case '[':
        return this.openBracket(at);
      case ']':
        return this.closeBracket(at);
      case '@':
        return this.readKey(at);
      default: {
        const bracket = this.brackets.at(-1);
        if (bracket !== undefined) {
          bracket.semicolons++;
        }
        return at + 1;
      }
    }
  }

  private readCode(at: number): number {
    // Two backticks are an empty role, of which the keys are yet to come; in other places they begin a code span.
    const empty =
      this.myst &&
      /^``(?![`\p{L}\p{N}_{])/u.test(this.text.slice(at, at + 4)) &&
      mystRole(this.text, at, at + 2);
    if (empty) {
      this.addRole(empty);
      return at + 2;
    }
    const end = this.inlines.code(at);
    const role = this.myst ? mystRole(this.text, at, end) : undefined;
    if (role) {
      this.addRole(role);
    }
    return end;
  }

  private addRole({ name, range, content, keys }: MystRole): void {
    this.addGroup(range, name, roleForm(name), keys, [content], isSilentRole(name));
  }

  private readKey(at: number): number {
    const key = this.keys.canStart(at) ? this.keys.read(at) : undefined;
    if (key === undefined || isCrossReference(key.key) || this.labels.has(key.key)) {
      return key?.end ?? at + 1;
    }
    const suppressed =
      this.text[at - 1] === '-' && !/[\p{L}\p{N}-]/u.test(characterBefore(this.text, at - 1));
    const loose: LooseKey = { start: suppressed ? at - 1 : at, key };
    const blanks = /^[ \t]*\r?\n?[ \t]*/.exec(this.text.slice(key.end, key.end + 200))?.[0].length ?? 0;
    this.continued = { key: loose, at: key.end + blanks };
    const bracket = this.brackets.at(-1);
    if (bracket === undefined) {
      this.inText.push(loose);
      return key.end;
    }
    bracket.keys.push(loose);
    if (bracket.lastPartWithKey !== bracket.semicolons) {
      bracket.lastPartWithKey = bracket.semicolons;
      bracket.partsWithKey++;
      bracket.firstPartHasKey ||= bracket.semicolons === 0;
    }
    return key.end;
  }

  private openBracket(at: number): number {
    this.brackets.push({
      start: at,
      plain: this.text[at - 1] === '^' || this.text[at + 1] === '^',
      owner:
        this.continued?.at === at && this.brackets.length < DEEPEST_CONTINUATION
          ? this.continued.key
          : undefined,
      keys: [],
      semicolons: 0,
      partsWithKey: 0,
      lastPartWithKey: -1,
      firstPartHasKey: false,
    });
    return at + 1;
  }

  private closeBracket(at: number): number {
    const bracket = this.brackets.pop();
    const next = this.text[at + 1];
    if (bracket !== undefined) {
      const isCitation = !bracket.plain && !/^[([{]/.test(next ?? '') && this.take(bracket, at);
      if (!isCitation) {
        this.inText.push(...bracket.keys);
      }
    }
    const end =
      next === '('
        ? this.inlines.linkTarget(at + 1)
        : next === '{'
          ? this.inlines.attributeList(at + 1)
          : undefined;
    return end ?? at + 1;
  }

  /** Makes a closed bracket a citation, or a part of the one before it, if it is one. */
  private take(bracket: Bracket, at: number): boolean {
    const { start, owner, semicolons, partsWithKey } = bracket;
    const inside: TextRange = { start: start + 1, end: at };
    const keys = bracket.keys.flatMap(({ key, continuation }) => [key, ...(continuation?.keys ?? [])]);
    if (owner !== undefined) {
      // The first part may be a locator only.
      const complete = partsWithKey + (bracket.firstPartHasKey ? 0 : 1) === semicolons + 1;
      if (complete) {
        owner.continuation = { inside, keys };
      }
      return complete;
    }
    if (
      keys.length > 0 ? partsWithKey === semicolons + 1 : this.text.slice(inside.start, at).trim() === '@'
    ) {
      this.addGroup({ start, end: at + 1 }, '[]', 'parenthetical', keys, [inside]);
      return true;
    }
    return false;
  }

  private addGroup(
    range: TextRange,
    command: string,
    form: CitationForm,
    keys: readonly Omit<PandocKey, 'end'>[],
    keyLists: readonly TextRange[],
    silent = false,
  ): void {
    const citations: Citation[] = [];
    const group: CitationGroup = { range, command, form, citations, keyLists, silent };
    for (const { key, range: keyRange } of keys) {
      citations.push({ key, range: keyRange, group });
    }
    this.groups.push(group);
  }
}

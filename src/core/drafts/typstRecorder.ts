import type { TextRange } from '../text';
import type { TypstCall, TypstScan, TypstToken } from './typstTypes';

/** Functions whose arguments are kept. */
const INTERESTING = /^(?:cite|bibliography|label)$/;

/** Collects what matters of a Typst file while it is read. */
export class TypstRecorder implements TypstScan {
  readonly references: { range: TextRange; readonly key: TextRange }[] = [];
  readonly labels = new Set<string>();
  readonly calls: TypstCall[] = [];
  readonly includes: TextRange[] = [];
  readonly bibliographyParameters: TextRange[] = [];
  /** The last two names or signs of code. */
  #last: readonly [string, string] = ['', ''];

  /** @returns the reference's place in the list */
  reference(start: number, end: number): number {
    this.references.push({ range: { start, end }, key: { start: start + 1, end } });
    return this.references.length - 1;
  }

  /** Takes the content behind a reference to it. */
  endReference(place: number | undefined, end: number): void {
    const reference = place === undefined ? undefined : this.references[place];
    if (reference) {
      reference.range = { start: reference.range.start, end };
    }
  }

  /** A name or a sign of code. */
  word(word: string): void {
    this.#last = [this.#last[1], word];
  }

  /** @param range - between the quotes */
  string(range: TextRange): void {
    const [before, last] = this.#last;
    if (last === 'include' || last === 'import') {
      this.includes.push(range);
    } else if (last === ':' && /bib/i.test(before)) {
      this.bibliographyParameters.push(range);
    }
    this.word('"');
  }

  /** A list for a call's arguments, if they matter. */
  tokensFor(name: string): TypstToken[] | undefined {
    return INTERESTING.test(name) ? [] : undefined;
  }

  /** @returns the call as an argument of the call around it */
  call(name: string, range: TextRange, tokens: readonly TypstToken[] | undefined): TypstToken {
    const call: TypstCall = { name, range, tokens: tokens ?? [] };
    if (tokens && name !== 'label') {
      this.calls.push(call);
    }
    return { type: 'call', range, call };
  }
}

import { doubtText } from '../benchmarks/verdict';
import type { Verdict } from '../benchmarks/verdict';
import type { Span, Spans } from '../writing/content';
import { mark, text } from '../writing/content';

/** Gives doubts letters, in the order in which they come up, and flags the survey's signs. */
export class TableNotes {
  readonly #letters = new Map<string, string>();
  readonly #flags = new Map<string, string>();

  /** @param other - what else is to be said of the cell */
  marks(verdict: Verdict, other?: string): Span[] {
    const marks: string[] = [];
    for (const reason of verdict.reasons) {
      if (reason.kind === 'flag') {
        const sign = reason.flag === 'seen' ? '*' : '‡';
        this.#flags.set(sign, reason.text);
        marks.push(sign);
      }
    }
    for (const doubt of [doubtText(verdict, true), other]) {
      if (doubt !== undefined) {
        const letter = this.#letters.get(doubt) ?? letterOf(this.#letters.size);
        this.#letters.set(doubt, letter);
        marks.push(letter);
      }
    }
    return marks.length > 0 ? [mark(marks.join(','))] : [];
  }

  list(): Spans[] {
    const letters = [...this.#letters].map(([doubt, letter]) => [letter, doubt] as const);
    return [...this.#flags, ...letters].map(([sign, words]) => [mark(sign), text(` ${words}`)]);
  }
}

/** `a` to `z`, then `aa`. */
function letterOf(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/** Counts, for each question, how often each answer was seen. */
export class Votes {
  readonly #counts = new Map<string, Map<string, number>>();

  add(question: string, answer: string): void {
    const counts = this.#counts.get(question) ?? new Map<string, number>();
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    this.#counts.set(question, counts);
  }

  /** Counts a text between two parts unless it holds a comment or damage. */
  gap(question: string, text: string, expected: RegExp): void {
    if (expected.test(text)) {
      // Some programs leave white space at the ends of lines, which is no style.
      this.add(question, text.replace(/[ \t]*(?:\r\n?|\n)/g, '\n'));
    }
  }

  /** The most frequent answer, the first seen of equals. */
  most(question: string): string | undefined {
    let best: string | undefined;
    let bestCount = 0;
    for (const [answer, count] of this.#counts.get(question) ?? []) {
      if (count > bestCount) {
        best = answer;
        bestCount = count;
      }
    }
    return best;
  }
}

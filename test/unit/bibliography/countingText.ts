/** A text that counts how many of its characters are looked at: the work of reading it, independent of the clock. */
export class CountingText extends String {
  steps = 0;

  /** For functions that only call methods on their text. */
  asString(): string {
    return this as unknown as string;
  }

  override charCodeAt(index: number): number {
    this.steps++;
    return super.charCodeAt(index);
  }

  override codePointAt(index: number): number | undefined {
    this.steps++;
    return super.codePointAt(index);
  }

  override charAt(index: number): string {
    this.steps++;
    return super.charAt(index);
  }

  override slice(start?: number, end?: number): string {
    const result = super.slice(start, end);
    this.steps += 1 + result.length;
    return result;
  }

  override indexOf(wanted: string, from = 0): number {
    const index = super.indexOf(wanted, from);
    this.steps += 1 + Math.max(0, (index < 0 ? this.length : index) - from);
    return index;
  }
}

/** How often a property is tried: as often as stated, or `RUNS` times for a long search. */
export function runs(usual: number): number {
  return Number(process.env['RUNS'] ?? usual);
}

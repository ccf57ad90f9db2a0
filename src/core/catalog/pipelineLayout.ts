import type { PipelineStage } from './pipeline';
import { breakable, textWidth, wrap } from './svgText';

/** A box of the picture and what is written in it. */
export interface PlacedStage {
  readonly stage: PipelineStage;
  /** In pixels, as all lengths here. */
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
}

const fontSizes = [10.5, 9.5];
/** Bold letters are wider by this. */
const boldFactor = 1.1;
const padding = 4;
const mostLines = 4;
const leastWidth = 44;
/** One long word must not squeeze the other boxes. */
const mostNeeded = 110;
const unknownLines = ['not', 'reported'];

/**
 * Sets stages side by side. Every box is as wide as its longest word needs, in smaller letters if there is little room;
 * what is left over is shared, and the language model gets most of it.
 */
export function placeStages(
  stages: readonly PipelineStage[],
  from: number,
  to: number,
  gap: number,
): PlacedStage[] {
  const available = to - from - gap * (stages.length - 1);
  const { fontSize, needs, needed } = fittingNeeds(stages, available);
  const shareOf = ({ role }: PipelineStage): number => (role === 'backbone' ? 1.6 : 1);
  const shares = stages.reduce((sum, stage) => sum + shareOf(stage), 0);
  let x = from;
  return stages.map((stage, index) => {
    const need = needs[index] ?? 0;
    const width =
      needed > available
        ? (need * available) / needed
        : need + ((available - needed) * shareOf(stage)) / shares;
    const lines = partLines(stage, fontSize, width - 2 * padding);
    const placed = { stage, x, width, lines, fontSize };
    x += width + gap;
    return placed;
  });
}

function fittingNeeds(
  stages: readonly PipelineStage[],
  available: number,
): { fontSize: number; needs: readonly number[]; needed: number } {
  const attempts = fontSizes.map((fontSize) => {
    const needs = stages.map((stage) => neededWidth(stage, fontSize));
    return { fontSize, needs, needed: needs.reduce((sum, need) => sum + need, 0) };
  });
  const fitting = attempts.find(({ needed }) => needed <= available) ?? attempts.at(-1);
  return fitting ?? { fontSize: 10, needs: [], needed: 0 };
}

function neededWidth(stage: PipelineStage, fontSize: number): number {
  const texts = stage.parts.length === 0 ? unknownLines : stage.parts;
  const widths = texts
    .flatMap(breakable)
    .map((word) => textWidth(word.trimEnd(), lettersOf(stage, fontSize)));
  return Math.min(mostNeeded, Math.max(leastWidth, ...widths) + 2 * padding);
}

/** Each part has a line at least; what lines are left go to those that need more, first come first served. */
function partLines(stage: PipelineStage, fontSize: number, width: number): readonly string[] {
  const { parts } = stage;
  if (parts.length === 0) {
    return unknownLines;
  }
  const shown = parts.length > mostLines ? parts.slice(0, mostLines - 1) : parts;
  const more = parts.length > shown.length ? [`+${parts.length - shown.length} more`] : [];
  let spare = mostLines - shown.length - more.length;
  const lines = shown.flatMap((part) => {
    const own = wrap(part, lettersOf(stage, fontSize), width, 1 + spare);
    spare -= own.length - 1;
    return own;
  });
  return [...lines, ...more];
}

/** The size of regular letters that are as wide as those of a stage. */
function lettersOf(stage: PipelineStage, fontSize: number): number {
  return stage.role === 'backbone' && stage.parts.length > 0 ? fontSize * boldFactor : fontSize;
}

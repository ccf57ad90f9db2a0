import { modalityMarks } from '../catalog/pipelineTheme';
import type { PipelineRole, PipelineStage } from '../catalog/pipeline';
import { pipelineStages } from '../catalog/pipeline';
import { shorten, wrap } from '../catalog/svgText';
import type { Modality, Model } from '../catalog/types';
import type { ChartColours } from '../charts/palette';
import type { SvgNode } from '../charts/svgNode';
import { svg } from '../charts/svgNode';

/** As much of a model as its picture needs. */
export type DrawnModel = Pick<Model, 'id' | 'name' | 'inputs' | 'outputs' | 'architecture'>;

/** Words of the picture in the reader's language. */
export interface PipelinesWords {
  readonly title: string;
  readonly inputs: string;
  readonly outputs: string;
  readonly notReported: string;
  readonly stage: Readonly<Record<PipelineRole, string>>;
}

const roles: readonly PipelineRole[] = [
  'encoder',
  'inputProjector',
  'backbone',
  'outputProjector',
  'generator',
];
const nameWidth = 108;
const chipsWidth = 64;
const stageGap = 14;
const headHeight = 26;
const lineHeight = 12.5;
const fontSize = 10.5;
const rowGap = 14;
const mostLines = 5;
const padding = 6;

/**
 * The pipelines of several models below each other, the same component in the same column, so that one sees at a glance
 * where they differ: a box that says the same as the box above in its column has the same outline, dashed boxes are not reported,
 * and what a model does not need is left blank.
 *
 * @param width - in pixels, at least 520
 */
export function pipelinesSvg(
  models: readonly DrawnModel[],
  words: PipelinesWords,
  colours: ChartColours,
  width: number,
): SvgNode {
  const all = models.map((model) => ({ model, stages: pipelineStages(model) }));
  const used = roles.filter((role) => all.some(({ stages }) => stages.some((stage) => stage.role === role)));
  const room = Math.max(520, width) - nameWidth - 2 * chipsWidth - (used.length + 1) * stageGap;
  const boxWidth = room / Math.max(1, used.length);
  const xOf = (index: number): number => nameWidth + chipsWidth + stageGap + index * (boxWidth + stageGap);
  let y = headHeight;
  const rows = all.map(({ model, stages }) => {
    const boxes = used.map((role) => stages.find((stage) => stage.role === role));
    const texts = boxes.map((stage) => stage && linesOf(stage, boxWidth, words.notReported));
    const chips = Math.max(model.inputs.length, model.outputs.length);
    const height = Math.max(
      34,
      lineHeight * Math.max(chips, ...texts.map((lines) => lines?.length ?? 0)) + 10,
    );
    const row = pipelineRow({ model, boxes, texts, y, height, xOf, boxWidth, colours });
    y += height + rowGap;
    return row;
  });
  const head = (content: string, x: number, anchor: 'start' | 'middle'): SvgNode =>
    svg('text', { x, y: 14, 'font-size': 10, fill: colours.muted, 'text-anchor': anchor }, content);
  const total = xOf(used.length) + chipsWidth;
  return svg(
    'svg',
    {
      width: total,
      height: y,
      viewBox: `0 0 ${Math.round(total)} ${Math.round(y)}`,
      role: 'img',
      'aria-label': words.title,
      'font-family': 'system-ui, sans-serif',
    },
    head(shorten(words.inputs, 10, chipsWidth), nameWidth, 'start'),
    used.map((role, index) =>
      head(shorten(words.stage[role], 10, boxWidth + stageGap), xOf(index) + boxWidth / 2, 'middle'),
    ),
    head(shorten(words.outputs, 10, chipsWidth), xOf(used.length), 'start'),
    rows,
  );
}

interface PipelineRow {
  readonly model: DrawnModel;
  readonly boxes: readonly (PipelineStage | undefined)[];
  readonly texts: readonly (readonly string[] | undefined)[];
  readonly y: number;
  readonly height: number;
  readonly xOf: (index: number) => number;
  readonly boxWidth: number;
  readonly colours: ChartColours;
}

function pipelineRow(row: PipelineRow): SvgNode {
  const { model, boxes, y, height, xOf, boxWidth, colours } = row;
  const middle = y + height / 2;
  const present = boxes.flatMap((stage, index) => (stage ? [index] : []));
  const arrows = present.map((index, place) => {
    const previous = present[place - 1];
    const from = previous === undefined ? nameWidth + chipsWidth : xOf(previous) + boxWidth;
    return arrow(from + 2, xOf(index) - 2, middle, colours);
  });
  const last = present.at(-1);
  const end = last === undefined ? nameWidth : xOf(last) + boxWidth;
  const name = wrap(model.name, 12, nameWidth - 8, 3);
  return svg(
    'g',
    {},
    svg('title', {}, model.name),
    textLines(name, 0, middle, 14, {
      'font-size': 12,
      'font-weight': 600,
      fill: colours.text,
      'text-anchor': 'start',
    }),
    chips(model.inputs, nameWidth, middle, colours),
    boxes.map((stage, index) => stage && box(row, stage, index)),
    arrows,
    arrow(end + 2, xOf(boxes.length) - 2, middle, colours),
    chips(model.outputs, xOf(boxes.length), middle, colours),
  );
}

function box(
  { y, height, xOf, boxWidth, colours, texts }: PipelineRow,
  stage: PipelineStage,
  index: number,
): SvgNode {
  const known = stage.parts.length > 0;
  const main = stage.role === 'backbone' && known;
  return svg(
    'g',
    {},
    svg('title', {}, known ? stage.parts.join('\n') : (texts[index]?.join(' ') ?? '')),
    svg('rect', {
      x: xOf(index),
      y,
      width: boxWidth,
      height,
      rx: 5,
      fill: 'none',
      stroke: main ? colours.series[0] : colours.muted,
      'stroke-width': main ? 2 : 1,
      'stroke-dasharray': known ? undefined : '3 3',
    }),
    textLines(texts[index] ?? [], xOf(index) + boxWidth / 2, y + height / 2, lineHeight, {
      'font-size': fontSize,
      fill: known ? colours.text : colours.muted,
      'font-style': known ? undefined : 'italic',
      'text-anchor': 'middle',
    }),
  );
}

function linesOf({ parts }: PipelineStage, boxWidth: number, notReported: string): string[] {
  const width = boxWidth - 2 * padding;
  if (parts.length === 0) {
    return wrap(notReported, fontSize, width, 2);
  }
  const lines = parts.flatMap((part) => wrap(part, fontSize, width, 2));
  return lines.length > mostLines ? [...lines.slice(0, mostLines - 1), '…'] : lines;
}

function textLines(
  lines: readonly string[],
  x: number,
  middle: number,
  height: number,
  attributes: Readonly<Record<string, string | number | undefined>>,
): SvgNode[] {
  const first = middle - ((lines.length - 1) * height) / 2 + 4;
  return lines.map((line, index) => svg('text', { x, y: first + index * height, ...attributes }, line));
}

function chips(modalities: readonly Modality[], x: number, middle: number, colours: ChartColours): SvgNode[] {
  const first = middle - ((modalities.length - 1) * lineHeight) / 2;
  return modalities.flatMap((modality, index) => {
    const y = first + index * lineHeight;
    return [
      svg('circle', { cx: x + 4, cy: y, r: 3, fill: modalityMarks[modality].colour }),
      svg(
        'text',
        { x: x + 11, y: y + 3.5, 'font-size': 10, fill: colours.text },
        modalityMarks[modality].word,
      ),
    ];
  });
}

function arrow(from: number, to: number, y: number, colours: ChartColours): SvgNode | undefined {
  return to - from < 4
    ? undefined
    : svg(
        'g',
        {},
        svg('path', { d: `M${from} ${y}H${to - 4}`, stroke: colours.muted, fill: 'none' }),
        svg('path', { d: `M${to - 5} ${y - 3}v6l5 -3z`, fill: colours.muted }),
      );
}

import { pipelineStages } from './pipeline';
import type { PipelineStage } from './pipeline';
import { placeStages } from './pipelineLayout';
import type { PlacedStage } from './pipelineLayout';
import { modalityMarks, pipelineColours } from './pipelineTheme';
import type { PipelineColours, ThemeKind } from './pipelineTheme';
import { escapeXml, shorten, textWidth } from './svgText';
import type { Modality, Model } from './types';

const height = 112;
const margin = 3;
const chipHeight = 15;
const mostChips = 4;
const chipFont = 9.5;
const captionFont = 8.5;
const lineHeight = 13;
const boxTop = 17;
const boxHeight = 60;
const middle = boxTop + boxHeight / 2;
/** Text goes past encoders and generators down here. */
const bypass = 100;
const arrowHead = 4.5;
const corner = 5;

/**
 * A picture of a model's architecture: inputs, encoder, input projector, language model, output projector, generator,
 * outputs. Parts that are not reported are dashed. It stands for itself (no scripts, fonts or addresses), so that it can
 * be shown as an image from a `data:` URI.
 *
 * @param options - `width` in pixels, 320 to 560, 500 if not said; the height is 112
 * @returns an SVG document
 */
export function pipelineSvg(model: Model, options: { theme: ThemeKind; width?: number }): string {
  const width = Math.min(560, Math.max(320, Math.round(options.width ?? 500)));
  const colours = pipelineColours[options.theme];
  const stages = pipelineStages(model);
  const gap = stages.length > 3 ? 11 : 16;
  const inputWidth = columnWidth(model.inputs);
  const outputWidth = columnWidth(model.outputs);
  const placed = placeStages(stages, margin + inputWidth + gap, width - margin - outputWidth - gap, gap);
  const backbone = placed.find(({ stage }) => stage.role === 'backbone');
  const parts = [
    ...placed.map((box) => boxSvg(box, colours)),
    ...placed.slice(1).map(({ x }) => arrow(x - gap, x, colours)),
    ...(backbone ? inputSvg(model.inputs, inputWidth, gap, backbone, colours) : []),
    ...(backbone
      ? outputSvg(model.outputs, width - margin - outputWidth, gap, backbone, placed, colours)
      : []),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif">` +
    `<title>${escapeXml(model.name)}</title>${parts.join('')}</svg>`
  );
}

function boxSvg({ stage, x, width, lines, fontSize }: PlacedStage, colours: PipelineColours): string {
  const known = stage.parts.length > 0;
  const main = stage.role === 'backbone';
  const stroke = main ? colours.accentStroke : known ? colours.boxStroke : colours.line;
  const fill = !known ? 'none' : main ? colours.accentFill : colours.boxFill;
  const strokeWidth = colours.strokeWidth + (main ? 0.5 : 0);
  const dashes = known ? '' : ' stroke-dasharray="3 3"';
  const centre = x + width / 2;
  const caption = shorten(captions[stage.role][width < 90 ? 'short' : 'long'], captionFont, width + 8);
  const firstLine = middle - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.35;
  const texts = lines.map((line, index) =>
    text(line, centre, firstLine + index * lineHeight, {
      size: fontSize,
      fill: !known ? colours.muted : main ? colours.accentText : colours.text,
      anchor: 'middle',
      weight: main && known ? 600 : 400,
      italic: !known,
    }),
  );
  return (
    text(caption, centre, boxTop - 6, { size: captionFont, fill: colours.muted, anchor: 'middle' }) +
    `<rect x="${n(x)}" y="${boxTop}" width="${n(width)}" height="${boxHeight}" rx="${corner}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"${dashes}/>` +
    texts.join('')
  );
}

const captions: Readonly<Record<PipelineStage['role'], { readonly long: string; readonly short: string }>> = {
  encoder: { long: 'Encoder', short: 'Encoder' },
  inputProjector: { long: 'Input projector', short: 'Projector' },
  backbone: { long: 'LLM backbone', short: 'LLM' },
  outputProjector: { long: 'Output projector', short: 'Projector' },
  generator: { long: 'Generator', short: 'Generator' },
};

function inputSvg(
  inputs: readonly Modality[],
  width: number,
  gap: number,
  backbone: PlacedStage,
  colours: PipelineColours,
): string[] {
  const others = inputs.filter((input) => input !== 'text');
  const svg = [chips(others, margin, middle, colours)];
  if (others.length > 0) {
    svg.push(arrow(margin + width, margin + width + gap, colours));
  }
  if (inputs.includes('text')) {
    const into = backbone.x + backbone.width * 0.3;
    const from = margin + chipTextWidth('text') + 4;
    svg.push(chips(['text'], margin, bypass, colours));
    svg.push(
      line(
        `M${n(from)} ${bypass}H${n(into - corner)}Q${n(into)} ${bypass} ${n(into)} ${bypass - corner}V${boxTop + boxHeight + 2}`,
        colours,
      ),
      `<path d="M${n(into - 3)} ${boxTop + boxHeight + 1.5 + arrowHead}h6l-3 ${-arrowHead}z" fill="${colours.line}"/>`,
    );
  }
  return svg;
}

function outputSvg(
  outputs: readonly Modality[],
  x: number,
  gap: number,
  backbone: PlacedStage,
  placed: readonly PlacedStage[],
  colours: PipelineColours,
): string[] {
  const generates = placed.at(-1) !== backbone;
  const others = generates ? outputs.filter((output) => output !== 'text') : outputs;
  const svg = [chips(others, x, middle, colours)];
  if (others.length > 0) {
    svg.push(arrow(x - gap, x - 2, colours));
  }
  if (generates && outputs.includes('text')) {
    const out = backbone.x + backbone.width * 0.7;
    svg.push(
      line(
        `M${n(out)} ${boxTop + boxHeight + 1}V${bypass - corner}Q${n(out)} ${bypass} ${n(out + corner)} ${bypass}H${n(x - 3)}`,
        colours,
      ),
      `<path d="M${n(x - 2 - arrowHead)} ${bypass - 3}v6l${arrowHead} -3z" fill="${colours.line}"/>`,
      chips(['text'], x, bypass, colours),
    );
  }
  return svg;
}

/** Modalities below each other, centred on a height. */
function chips(modalities: readonly Modality[], x: number, centre: number, colours: PipelineColours): string {
  const shown = modalities.length > mostChips ? modalities.slice(0, mostChips - 1) : modalities;
  const rest = modalities.length - shown.length;
  const count = shown.length + (rest > 0 ? 1 : 0);
  const top = centre - (count * chipHeight) / 2 + chipHeight / 2;
  const style = { size: chipFont, fill: colours.text, anchor: 'start' } as const;
  const svg = shown.map((modality, index) => {
    const y = top + index * chipHeight;
    const { word, colour } = modalityMarks[modality];
    return `<circle cx="${n(x + 3)}" cy="${n(y)}" r="3" fill="${colour}"/>${text(word, x + 10, y + chipFont * 0.36, style)}`;
  });
  const more =
    rest > 0 ? text(`+${rest}`, x + 10, top + shown.length * chipHeight + chipFont * 0.36, style) : '';
  return svg.join('') + more;
}

function columnWidth(modalities: readonly Modality[]): number {
  return Math.max(24, ...modalities.map(chipTextWidth)) + 2;
}

function chipTextWidth(modality: Modality): number {
  return 10 + textWidth(modalityMarks[modality].word, chipFont);
}

function arrow(from: number, to: number, colours: PipelineColours): string {
  const tip = to - 1.5;
  return (
    line(`M${n(from + 1.5)} ${middle}H${n(tip - arrowHead)}`, colours) +
    `<path d="M${n(tip - arrowHead)} ${middle - 3}v6l${arrowHead} -3z" fill="${colours.line}"/>`
  );
}

function line(path: string, colours: PipelineColours): string {
  return `<path d="${path}" fill="none" stroke="${colours.line}" stroke-width="${colours.strokeWidth}"/>`;
}

function text(
  content: string,
  x: number,
  y: number,
  style: {
    readonly size: number;
    readonly fill: string;
    readonly anchor: 'start' | 'middle';
    readonly weight?: number;
    readonly italic?: boolean;
  },
): string {
  const weight = style.weight === undefined || style.weight === 400 ? '' : ` font-weight="${style.weight}"`;
  const italic = style.italic ? ' font-style="italic"' : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${style.size}" fill="${style.fill}" text-anchor="${style.anchor}"${weight}${italic}>${escapeXml(content)}</text>`;
}

/** A coordinate without needless digits. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

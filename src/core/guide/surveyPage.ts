import { cellText } from '../pages/markdown';
import type { PageContext } from './pageText';
import { bullets, fill, pageLink, reference, section, sourceLine } from './pageText';
import type { RelatedSurvey, Sourced } from './types';

/** The survey itself: what it holds, in which versions, and its reference. */
export function surveyPage(context: PageContext): string[] {
  const { words, guide, catalog } = context;
  const { survey } = guide.data;
  const sourced = ({ text, source }: Sourced): string => `${cellText(text)} ${sourceLine(source, context)}`;
  const { taxonomy } = survey;
  const counts = Object.entries(taxonomy.counts).map(([name, count]) => `${spoken(name)}: ${String(count)}`);
  return [
    cellText(catalog.work(survey.work)?.title ?? ''),
    ...section(words.motivation, bullets(survey.motivation.map(sourced))),
    ...section(words.contributions, bullets(survey.contributions.map(cellText))),
    ...section(
      words.versions,
      bullets(
        survey.versions.map(({ id, models, note }) =>
          [`${cellText(id)}: ${fill(words.modelCount, String(models))}`, cellText(note ?? '')]
            .filter(Boolean)
            .join('. '),
        ),
      ),
    ),
    ...section(
      words.taxonomy,
      cellText(taxonomy.text),
      bullets([
        ...counts.map(cellText),
        cellText(`tool-using: ${taxonomy.toolUsing}`),
        cellText(`end-to-end: ${taxonomy.endToEnd}`),
        ...taxonomy.notes.map(cellText),
      ]),
      sourceLine(taxonomy.source, context),
    ),
    ...section(
      words.sections,
      bullets(
        survey.sections.flatMap(({ number, title, subsections = [], note }) => [
          cellText(`${number} ${title}`.replace(/^- /, '')) +
            (note === undefined ? '' : ` (${cellText(note)})`),
          ...subsections.map(cellText),
        ]),
      ),
      bullets(survey.appendices.final.map(cellText)),
    ),
    ...section(
      words.figuresAndTables,
      bullets(
        [
          ...survey.figures.map((each) => ['Figure', each] as const),
          ...survey.tables.map((each) => ['Table', each] as const),
        ].map(([what, { number, title, note }]) =>
          cellText(`${what} ${String(number)}: ${title}${note === undefined ? '' : `. ${note}`}`),
        ),
      ),
    ),
    ...section(words.limitations, bullets(survey.limitations.map(cellText))),
    ...section(words.socialImpact, bullets(survey.socialImpact.map(cellText))),
    ...section(
      words.relatedSurveys,
      bullets([
        ...survey.related.map(({ id, name, role }) =>
          [pageLink(`survey/${id}`, name, context), cellText(role ?? '')].filter(Boolean).join(': '),
        ),
        sourced(survey.earlier),
      ]),
    ),
    ...section(words.notes, bullets(survey.notes.map(sourced))),
    ...reference(catalog.work(survey.work), { homepage: survey.website }, context),
  ];
}

export function relatedSurveyPage(survey: RelatedSurvey, context: PageContext): string[] {
  return [
    cellText(survey.role ?? ''),
    survey.source === undefined ? '' : sourceLine(survey.source, context),
    ...reference(context.catalog.work(survey.work), survey.links, context),
  ];
}

/** `toolUsing` as `tool-using`. */
function spoken(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

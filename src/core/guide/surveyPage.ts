import type { PageContext } from './pageText';
import { bullets, cell, fill, pageLink, reference, section, sourceLine } from './pageText';
import type { RelatedSurvey, Sourced } from './types';

/** The survey itself: what it holds, in which versions, and its reference. */
export function surveyPage(context: PageContext): string[] {
  const { words, guide, catalog } = context;
  const { survey } = guide.data;
  const sourced = ({ text, source }: Sourced): string => `${cell(text)} ${sourceLine(source, context)}`;
  const { taxonomy } = survey;
  const counts = Object.entries(taxonomy.counts).map(([name, count]) => `${spoken(name)}: ${String(count)}`);
  return [
    cell(catalog.work(survey.work)?.title ?? ''),
    ...section(words.motivation, bullets(survey.motivation.map(sourced))),
    ...section(words.contributions, bullets(survey.contributions.map(cell))),
    ...section(
      words.versions,
      bullets(
        survey.versions.map(({ id, models, note }) =>
          [`${cell(id)}: ${fill(words.modelCount, String(models))}`, cell(note ?? '')]
            .filter(Boolean)
            .join('. '),
        ),
      ),
    ),
    ...section(
      words.taxonomy,
      cell(taxonomy.text),
      bullets([
        ...counts.map(cell),
        cell(`tool-using: ${taxonomy.toolUsing}`),
        cell(`end-to-end: ${taxonomy.endToEnd}`),
        ...taxonomy.notes.map(cell),
      ]),
      sourceLine(taxonomy.source, context),
    ),
    ...section(
      words.sections,
      bullets(
        survey.sections.flatMap(({ number, title, subsections = [], note }) => [
          cell(`${number} ${title}`.replace(/^- /, '')) + (note === undefined ? '' : ` (${cell(note)})`),
          ...subsections.map(cell),
        ]),
      ),
      bullets(survey.appendices.final.map(cell)),
    ),
    ...section(
      words.figuresAndTables,
      bullets(
        [
          ...survey.figures.map((each) => ['Figure', each] as const),
          ...survey.tables.map((each) => ['Table', each] as const),
        ].map(([what, { number, title, note }]) =>
          cell(`${what} ${String(number)}: ${title}${note === undefined ? '' : `. ${note}`}`),
        ),
      ),
    ),
    ...section(words.limitations, bullets(survey.limitations.map(cell))),
    ...section(words.socialImpact, bullets(survey.socialImpact.map(cell))),
    ...section(
      words.relatedSurveys,
      bullets([
        ...survey.related.map(({ id, name, role }) =>
          [pageLink(`survey/${id}`, name, context), cell(role ?? '')].filter(Boolean).join(': '),
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
    cell(survey.role ?? ''),
    survey.source === undefined ? '' : sourceLine(survey.source, context),
    ...reference(context.catalog.work(survey.work), survey.links, context),
  ];
}

/** `toolUsing` as `tool-using`. */
function spoken(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

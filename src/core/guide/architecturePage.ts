import { cellText } from '../pages/markdown';
import { formulaBlocks } from './formulaBlocks';
import type { PageContext } from './pageText';
import { bullets, markdownTable, modelLink, pageLink, section, sourceLine } from './pageText';
import type { GuideEntry } from './tree';
import type { GuideComponent, Option } from './types';
import { modelsUsing } from './usage';

/** Models linked in one row of a table; the option's own page has all. */
const MOST_MODELS = 6;

/** A component: role, formula, and the options in use with the models that use each. */
export function componentPage(entry: GuideEntry, component: GuideComponent, context: PageContext): string[] {
  const { words, catalog } = context;
  const symbols = component.symbols.map(({ symbol, meaning }) => [`$${symbol}$`, cellText(meaning)]);
  const options = component.options.map((option) => {
    const models = modelsUsing(component, option, catalog);
    const links = models.slice(0, MOST_MODELS).map(({ id }) => modelLink(id, context));
    return [
      pageLink(`architecture/${component.id}/${option.id}`, option.name, context),
      cellText(option.brief ?? ''),
      cellText(versionsText(option, context)),
      links.join(', ') + (models.length > MOST_MODELS ? ` … (${String(models.length)})` : ''),
    ];
  });
  return [
    `**${cellText(words.role)}:** ${cellText(component.role)}`,
    sourceLine(component.source, context),
    ...section(
      words.formulas,
      ...formulaBlocks(entry, context),
      ...markdownTable([cellText(words.symbol), cellText(words.meaning)], symbols),
    ),
    ...section(
      words.options,
      ...markdownTable(
        [cellText(words.options), cellText(words.meaning), cellText(words.namedIn), cellText(words.models)],
        options,
      ),
    ),
    ...section(
      words.notes,
      bullets(
        (component.notes ?? []).map(({ text, source }) => `${cellText(text)} ${sourceLine(source, context)}`),
      ),
    ),
  ];
}

/** One option: what it is, where the survey names it, and all models of the catalog that use it. */
export function optionPage(component: GuideComponent, option: Option, context: PageContext): string[] {
  const { words, catalog } = context;
  const models = modelsUsing(component, option, catalog);
  return [
    pageLink(`architecture/${component.id}`, component.name[words.language], context),
    cellText(option.brief ?? ''),
    cellText(`${words.namedIn}: ${versionsText(option, context)}`),
    sourceLine(component.source, context),
    ...section(
      words.usedBy,
      models.length === 0 ? cellText(words.noModel) : '',
      ...markdownTable(
        [cellText(words.model), cellText(component.name[words.language]), cellText(words.source)],
        models.map((model) => [
          modelLink(model.id, context),
          cellText(model.architecture[component.part].map(({ name }) => name).join('; ')),
          cellText(model.sources[`architecture.${component.part}`] ?? model.sources['architecture'] ?? ''),
        ]),
      ),
    ),
  ];
}

function versionsText({ versions, where, names }: Option, { words }: PageContext): string {
  const named = versions.map((version) => {
    const label = version === 'first' ? words.firstVersion : words.finalVersion;
    const name = names?.[version];
    return name === undefined ? label : `${label}: ${name}`;
  });
  return named.join(', ') + (where === undefined ? '' : ` (${where})`);
}

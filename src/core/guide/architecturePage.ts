import { formulaBlocks } from './formulaBlocks';
import type { PageContext } from './pageText';
import { bullets, cell, markdownTable, modelLink, pageLink, section, sourceLine } from './pageText';
import type { GuideEntry } from './tree';
import type { GuideComponent, Option } from './types';
import { modelsUsing } from './usage';

/** Models linked in one row of a table; the option's own page has all. */
const MOST_MODELS = 6;

/** A component: role, formula, and the options in use with the models that use each. */
export function componentPage(entry: GuideEntry, component: GuideComponent, context: PageContext): string[] {
  const { words, catalog } = context;
  const symbols = component.symbols.map(({ symbol, meaning }) => [`$${symbol}$`, cell(meaning)]);
  const options = component.options.map((option) => {
    const models = modelsUsing(component, option, catalog);
    const links = models.slice(0, MOST_MODELS).map(({ id }) => modelLink(id, context));
    return [
      pageLink(`architecture/${component.id}/${option.id}`, option.name, context),
      cell(option.brief ?? ''),
      cell(versionsText(option, context)),
      links.join(', ') + (models.length > MOST_MODELS ? ` … (${String(models.length)})` : ''),
    ];
  });
  return [
    `**${cell(words.role)}:** ${cell(component.role)}`,
    sourceLine(component.source, context),
    ...section(
      words.formulas,
      ...formulaBlocks(entry, context),
      ...markdownTable([cell(words.symbol), cell(words.meaning)], symbols),
    ),
    ...section(
      words.options,
      ...markdownTable(
        [cell(words.options), cell(words.meaning), cell(words.namedIn), cell(words.models)],
        options,
      ),
    ),
    ...section(
      words.notes,
      bullets(
        (component.notes ?? []).map(({ text, source }) => `${cell(text)} ${sourceLine(source, context)}`),
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
    cell(option.brief ?? ''),
    cell(`${words.namedIn}: ${versionsText(option, context)}`),
    sourceLine(component.source, context),
    ...section(
      words.usedBy,
      models.length === 0 ? cell(words.noModel) : '',
      ...markdownTable(
        [cell(words.model), cell(component.name[words.language]), cell(words.source)],
        models.map((model) => [
          modelLink(model.id, context),
          cell(model.architecture[component.part].map(({ name }) => name).join('; ')),
          cell(model.sources[`architecture.${component.part}`] ?? model.sources['architecture'] ?? ''),
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

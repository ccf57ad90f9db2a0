import type { Model } from '../catalog/types';
import type { PageContext } from './pageText';
import { bullets, cell, fill, modelLink, pageLink, section, titleText } from './pageText';
import type { Kin } from './related';
import { relatedTo } from './related';
import { modelScores } from './scorePage';

/** Kin shown of each kind; the tree's groupings have all of them. */
const MOST_KIN = 12;

/** What the guide adds to a model's page: scores with source and doubts, related models, where the guide names it. */
export function modelSections(model: Model, context: PageContext): string[] {
  const { words } = context;
  const related = relatedTo(model, context.guide, context.catalog);
  const kin = (template: string, groups: readonly Kin[]): string[] =>
    groups
      .filter(({ models }) => models.length > 0)
      .map(({ family, models }) => {
        const links = models.slice(0, MOST_KIN).map(({ id }) => modelLink(id, context));
        const more = models.length > MOST_KIN ? ` … (${String(models.length)})` : '';
        return `${fill(template, cell(family))}: ${links.join(', ')}${more}`;
      });
  const listed = (label: string, models: readonly Model[]): string[] =>
    models.length === 0
      ? []
      : [`${cell(label)}: ${models.map(({ id }) => modelLink(id, context)).join(', ')}`];
  const lines = [
    ...listed(words.buildsOn, related.buildsOn),
    ...listed(words.beforeInTrend, related.before),
    ...kin(words.sameBackbone, related.backbone),
    ...kin(words.sameEncoder, related.encoder),
    ...kin(words.sameConnector, related.connector),
  ];
  return [
    ...modelScores(model.id, context),
    ...section(words.related, bullets(lines)),
    ...section(
      words.inTheGuide,
      bullets(related.entries.map(({ id, title }) => pageLink(id, titleText(title, context), context))),
    ),
  ];
}

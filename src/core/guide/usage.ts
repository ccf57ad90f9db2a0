import type { Catalog } from '../catalog/catalog';
import type { Model } from '../catalog/types';
import type { GuideComponent, Option } from './types';

/** The models that use an option, as their architecture says: those of the survey's table 1 first, older before newer. */
export function modelsUsing(component: GuideComponent, option: Option, catalog: Catalog): readonly Model[] {
  const pattern = new RegExp(option.match, 'iu');
  return catalog.models
    .filter(({ architecture }) => architecture[component.part].some(({ name }) => pattern.test(name)))
    .sort(
      (a, b) =>
        Number(b.survey.table) - Number(a.survey.table) ||
        (a.released < b.released ? -1 : a.released > b.released ? 1 : 0),
    );
}

import assert from 'node:assert/strict';
import { Catalog } from '../../../src/core/catalog/catalog';
import { groupModels } from '../../../src/core/catalog/grouping';
import type { ModelGroup } from '../../../src/core/catalog/grouping';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';

/** Models in each box of the taxonomy figure of the survey's final version (arXiv 2401.13601v5, figure 3); three stand in none. */
const figure: Readonly<Record<string, number>> = {
  'function/understanding/image-text': 59,
  'function/understanding/video-text': 3,
  'function/understanding/audio-text': 2,
  'function/understanding/3d-text': 4,
  'function/understanding/many-text': 12,
  'function/generation/image-image': 27,
  'function/generation/video-video': 1,
  'function/generation/audio-audio': 2,
  'function/generation/many-image': 3,
  'function/generation/many-many': 10,
};

describe('the tree grouped by function', function () {
  this.timeout(20_000);

  it('has the models of the survey in the boxes of its figure', async () => {
    const { data } = compileCatalog(await readSources());
    const surveyed = new Catalog({ ...data, models: data.models.filter(({ survey }) => survey.final) });
    const counts = new Map<string, number>();
    const visit = (group: ModelGroup): void => {
      const boxed = group.models.filter(({ survey }) => survey.box !== undefined).length;
      counts.set(group.id, boxed);
      group.groups.forEach(visit);
    };
    groupModels(surveyed, 'function').forEach(visit);
    for (const [id, count] of Object.entries(figure)) {
      assert.equal(counts.get(id), count, id);
    }
  });
});

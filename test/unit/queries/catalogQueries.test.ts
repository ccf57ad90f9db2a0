import assert from 'node:assert/strict';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { Catalog } from '../../../src/core/catalog/catalog';
import type { Model } from '../../../src/core/catalog/types';
import { CatalogQueries } from '../../../src/core/queries/catalogQueries';

describe('queries on the catalog', () => {
  let catalog: Catalog;
  let queries: CatalogQueries;

  before(async () => {
    catalog = new Catalog(compileCatalog(await readSources()).data);
    queries = new CatalogQueries(catalog);
  });

  function ids(query: string): string[] {
    return queries.run(query).hits.map(({ model }) => model.id);
  }

  /** The models of the catalog for which something holds, in no order. */
  function those(holds: (model: Model) => boolean): Set<string> {
    return new Set(catalog.models.filter(holds).map(({ id }) => id));
  }

  const reads = ({ inputs }: Model, ...wanted: string[]): boolean =>
    wanted.every((one) => inputs.some((input) => input === one));
  const hasBackbone = ({ architecture }: Model, family: string): boolean =>
    architecture.backbones.some((part) => part.family === family);

  /** Messages with their places filled in. */
  function problems(query: string): string[] {
    return queries
      .run(query)
      .problems.map(
        ({ message, args, range, suggestion }) =>
          `${message.replace(/\{(\d)\}/g, (_, n: string) => args[Number(n)] ?? '')} [${query.slice(range.start, range.end)}]` +
          (suggestion === undefined ? '' : ` > ${suggestion}`),
      );
  }

  describe('that researchers ask', () => {
    it('finds which models use a Q-Former and Vicuna', () => {
      const found = ids('connector:q-former backbone:vicuna');
      assert.deepEqual(
        new Set(found),
        those(
          (model) =>
            hasBackbone(model, 'Vicuna') &&
            model.architecture.inputProjectors.some(({ family }) => family === 'Q-Former'),
        ),
      );
      for (const id of ['instructblip', 'video-llama', 'minigpt-4', 'x-instructblip', 'detgpt']) {
        assert.ok(found.includes(id), id);
      }
    });

    it('finds which models take video in and give audio out', () => {
      const found = ids('in:video out:audio');
      assert.deepEqual(
        new Set(found),
        those((model) => reads(model, 'video') && model.outputs.includes('audio')),
      );
      assert.ok(found.includes('next-gpt') && found.includes('codi-2'));
    });

    it('finds which of the 26 publish how much instruction data they use', () => {
      assert.deepEqual(ids('survey:v1 has:instruction-size').sort(), [
        'chatspot',
        'instructblip',
        'llava',
        'llava-1-5',
        'minigpt-4',
        'pandagpt',
        'qwen-vl',
        'shikra',
        'video-chatgpt',
        'video-llama',
        'vila',
      ]);
      assert.equal(queries.run('survey:v1').count, 26);
    });

    it('finds what was at ICLR in 2024', () => {
      const found = ids('venue:iclr year:2024');
      assert.ok(found.includes('minigpt-4'));
      for (const id of found) {
        const work = catalog.workOf(catalog.model(id)!);
        assert.deepEqual([work.venue, work.year], ['ICLR', 2024]);
      }
    });
  });

  it('finds every model, the newest first, for an empty query', () => {
    const found = queries.run('  ').hits.map(({ model }) => model.released);
    assert.equal(found.length, catalog.models.length);
    assert.deepEqual(found, found.toSorted().reverse());
  });

  it('ranks what words find within what the rest of the query leaves', () => {
    const [first] = ids('llava backbone:vicuna');
    assert.equal(first, 'llava');
    assert.ok(!ids('llava -name backbone:qwen').includes('llava'));
    assert.equal(ids('lava backbone:vicuna')[0], 'llava', 'with typing errors');
  });

  it('takes any of several values and all of several parts', () => {
    assert.deepEqual(
      new Set(ids('in:video,audio')),
      those((model) => reads(model, 'video') || reads(model, 'audio')),
    );
    assert.deepEqual(
      new Set(ids('in:video in:audio')),
      those((model) => reads(model, 'video', 'audio')),
    );
  });

  it('leaves out what is negated', () => {
    assert.deepEqual(
      new Set(ids('-in:video,audio')),
      those((model) => !reads(model, 'video') && !reads(model, 'audio')),
    );
    const left = new Set(ids('-tool'));
    assert.ok(!left.has('hugginggpt') && left.has('llava'));
    assert.ok(!ids('-"visual instruction tuning"').includes('llava'));
    assert.ok(ids('-llava').includes('blip-2'));
    assert.ok(!ids('-llava').includes('llava-1-5'));
  });

  it('finds phrases as they stand, in one value', () => {
    const found = ids('"visual instruction tuning"');
    assert.ok(found.includes('llava') && found.includes('llava-1-5'));
    assert.ok(!found.includes('blip-2'));
    assert.deepEqual(ids('"tuning instruction visual"'), []);
  });

  it('knows years and ranges of years', () => {
    const year = (model: Model): number => catalog.workOf(model).year;
    assert.deepEqual(
      new Set(ids('year:2023..2024')),
      those((model) => year(model) === 2023 || year(model) === 2024),
    );
    assert.deepEqual(
      new Set(ids('year:2025..')),
      those((model) => year(model) >= 2025),
    );
    assert.deepEqual(
      new Set(ids('year:>2025')),
      those((model) => year(model) > 2025),
    );
    assert.deepEqual(
      new Set(ids('released:2023')),
      those(({ released }) => released.startsWith('2023')),
    );
  });

  it('finds families within a broader one, and names as they were reported', () => {
    const clip = ids('encoder:clip');
    assert.ok(clip.includes('minigpt-4'), 'EVA-CLIP is a CLIP');
    assert.ok(clip.includes('llava'));
    assert.ok(ids('encoder:eva-clip').every((id) => clip.includes(id)));
    assert.ok(ids('encoder:"ViT-g/14"').includes('minigpt-4'));
    assert.ok(ids('backbone:vicuna-13b').includes('llava'));
    assert.ok(ids('backbone:qwen').includes('qwen2-vl'));
  });

  it('knows letters, short names and beginnings of names', () => {
    assert.deepEqual(ids('in:V'), ids('in:video'));
    assert.deepEqual(ids('institution:nus'), ids('institution:"National University of Singapore"'));
    assert.deepEqual(ids('venue:nips'), ids('venue:NeurIPS'));
    assert.deepEqual(ids('institution:sales'), ids('institution:"Salesforce Research"'));
    assert.deepEqual(ids('stage:rlhf'), ids('stage:preference'));
  });

  it('goes on finding while a year or a phrase is being typed', () => {
    assert.equal(queries.run('year:20').count, catalog.models.length);
    assert.ok(queries.run('year:2023.').count > 100);
    assert.ok(ids('"visual instruction tun').includes('llava'));
    assert.ok(queries.run('backbone:vic').count > 50);
  });

  it('searches for what stands behind an unknown name, and says that it is unknown', () => {
    assert.ok(ids('colour:vicuna').length > 0);
    assert.deepEqual(problems('bakbone:vicuna'), [
      'There is no property "bakbone". Did you mean "backbone"? [bakbone] > backbone',
    ]);
    assert.match(problems('colour:red')[0] ?? '', /^There is no property "colour"\. There are: function, /);
  });

  it('says what is wrong with a value, and where', () => {
    assert.deepEqual(problems('llava backbone:vicunna,opt'), [
      'No model has "vicunna" for backbone. Did you mean "Vicuna"? [vicunna] > vicuna',
    ]);
    assert.deepEqual(problems('institution:"Salesforse Reserch"'), [
      'No model has "Salesforse Reserch" for institution. Did you mean "Salesforce Research"? ["Salesforse Reserch"] > salesforce-research',
    ]);
    assert.deepEqual(problems('encoder:zzzzzz'), ['No model has "zzzzzz" for encoder. [zzzzzz]']);
    assert.deepEqual(ids('backbone:vicunna'), []);
  });

  it('says what is wrong with years and quotes', () => {
    assert.deepEqual(problems('year:2024..2023'), [
      '"2024..2023" ends before it begins. [2024..2023] > 2023..2024',
    ]);
    assert.deepEqual(problems('year:soon'), [
      '"soon" is no year and no range of years such as 2023..2024. [soon]',
    ]);
    assert.deepEqual(problems('llava "any to'), ['The second quotation mark is missing. ["any to]']);
    assert.deepEqual(problems('backbone: vicuna'), [
      'A value must stand right behind "backbone:". [backbone:]',
    ]);
  });

  it('finds nothing wrong with a query that is right', () => {
    for (const query of [
      '',
      'llava -tool "visual instruction"',
      'in:V,audio out:image encoder:clip connector:mlp backbone:"Flan-T5"',
      'institution:"Institute of Automation, Chinese Academy of Sciences" year:..2024 has:code survey:26',
    ]) {
      assert.deepEqual(problems(query), [], query);
    }
  });

  describe('as they are completed', () => {
    function completions(query: string, offset = query.length): { on: string; items: string[] } | undefined {
      const found = queries.complete(query, offset);
      return (
        found && {
          on: query.slice(found.range.start, found.range.end),
          items: found.items.map(({ text, count }) => (count === undefined ? text : `${text} ${count}`)),
        }
      );
    }

    it('offers names of facets', () => {
      assert.deepEqual(completions('llava back'), { on: 'back', items: ['backbone:'] });
      assert.deepEqual(completions('-back'), { on: 'back', items: ['backbone:'] });
      assert.deepEqual(completions('ba:vic', 2), { on: 'ba', items: ['backbone'] });
      assert.equal(completions('llava'), undefined);
      assert.equal(completions('"back'), undefined);
    });

    it('offers values with as many models as there are', () => {
      const all = completions('backbone:');
      assert.equal(all?.on, '');
      assert.equal(all.items[0], `vicuna ${queries.run('backbone:vicuna').count}`);
      assert.deepEqual(completions('backbone:vicu'), {
        on: 'vicu',
        items: [`vicuna ${queries.run('backbone:vicuna').count}`],
      });
    });

    it('counts what is left with the rest of the query, and offers nothing that would find nothing', () => {
      const found = completions('in:video out:aud')?.items;
      assert.deepEqual(found, [`audio ${queries.run('in:video out:audio').count}`]);
      const counts = queries.complete('connector:q-former backbone:', 28)?.items ?? [];
      assert.ok(counts.length > 0 && counts.every(({ count = 0 }) => count > 0));
      assert.ok(counts.length < queries.index.values('backbone').length);
    });

    it('offers more values beside the first, but not the same again', () => {
      const found = completions('in:video,');
      assert.equal(found?.on, '');
      assert.ok(found.items.some((item) => item.startsWith('audio ')));
      assert.ok(!found.items.some((item) => item.startsWith('video ')));
    });

    it('makes of each value a query that finds as many models as it says', () => {
      for (const facet of ['in', 'encoder', 'institution', 'venue', 'stage', 'year', 'has', 'survey']) {
        const query = `${facet}:`;
        for (const { text, count } of queries.complete(query, query.length)?.items ?? []) {
          assert.equal(queries.run(query + text).count, count, query + text);
        }
      }
    });
  });
});

import { Catalog } from '../../../src/core/catalog/catalog';
import type { Architecture, Model, Part, Work } from '../../../src/core/catalog/types';

/** A model with nothing reported beyond what every model has; tests say what matters to them. */
export function model(id: string, changes: Partial<Model> = {}): Model {
  return {
    id,
    name: id,
    aliases: [],
    work: `${id}-work`,
    released: '2023-01',
    institutions: [],
    inputs: ['image', 'text'],
    outputs: ['text'],
    function: 'understanding',
    design: 'end-to-end',
    architecture: architecture({}),
    training: { pretraining: null, instructionTuning: null },
    idea: { en: 'does something.', zh: '做某事。' },
    survey: { v1: null, table: false, final: false },
    links: {},
    sources: {},
    ...changes,
  };
}

export function architecture(changes: Partial<Architecture>): Architecture {
  return {
    encoders: [],
    inputProjectors: [],
    backbones: [],
    outputProjectors: [],
    generators: [],
    ...changes,
  };
}

export function part(name: string, family = name, changes: Partial<Part> = {}): Part {
  return { name, family, ...changes };
}

export function work(key: string, changes: Partial<Work> = {}): Work {
  return {
    key,
    title: `The work ${key}`,
    authors: [{ family: 'Doe', given: 'Jane' }],
    year: 2023,
    posted: '2023-01',
    venue: 'arXiv',
    entry: { type: 'article', key, fields: {} },
    ...changes,
  };
}

/** A catalog of these models; works that are not given are made up. */
export function catalogOf(models: readonly Model[], works: readonly Work[] = []): Catalog {
  const known = new Set(works.map(({ key }) => key));
  const missing = [...new Set(models.map((each) => each.work))].filter((key) => !known.has(key));
  return new Catalog({ models, works: [...works, ...missing.map((key) => work(key))] });
}

export const flamingo = model('flamingo', {
  name: 'Flamingo',
  aliases: ['DeepMind Flamingo'],
  work: 'alayrac2022flamingo',
  released: '2022-04',
  institutions: ['DeepMind'],
  inputs: ['image', 'video', 'text'],
  architecture: architecture({
    encoders: [part('NFNet-F6', 'NFNet', { modalities: ['image', 'video'] })],
    inputProjectors: [part('Perceiver Resampler with gated cross-attention', 'Cross-attention')],
    backbones: [part('Chinchilla', 'Chinchilla', { sizes: ['1.4B', '7B', '70B'] })],
  }),
  survey: { v1: 1, table: true, final: true, box: 'Many→T' },
});

export const blip2 = model('blip-2', {
  name: 'BLIP-2',
  aliases: ['BLIP2'],
  work: 'li2023blip',
  released: '2023-01',
  institutions: ['Salesforce Research'],
  architecture: architecture({
    encoders: [
      part('CLIP ViT', 'CLIP', { modalities: ['image'], resolution: 224 }),
      part('EVA-CLIP ViT', 'CLIP', { modalities: ['image'], resolution: 224 }),
    ],
    inputProjectors: [part('Q-Former with linear projector', 'Q-Former')],
    backbones: [part('Flan-T5', 'Flan-T5'), part('OPT', 'OPT')],
  }),
  training: { pretraining: '129M', instructionTuning: null },
  survey: { v1: 2, table: true, final: true, box: 'I+T→T' },
  links: { code: 'https://github.com/salesforce/LAVIS' },
});

export const visualChatgpt = model('visual-chatgpt', {
  name: 'Visual ChatGPT',
  aliases: ['Visual-ChatGPT', 'TaskMatrix'],
  work: 'wu2023visual',
  released: '2023-03',
  institutions: ['Microsoft Research Asia'],
  outputs: ['image', 'text'],
  function: 'generation',
  design: 'tool-using',
  architecture: architecture({ backbones: [part('ChatGPT', 'GPT')] }),
  survey: { v1: null, table: false, final: true, box: 'I+T→I+T' },
});

export const nextGpt = model('next-gpt', {
  name: 'NExT-GPT',
  aliases: ['NextGPT'],
  work: 'wu2023next',
  released: '2023-09',
  institutions: ['National University of Singapore'],
  inputs: ['image', 'video', 'audio', 'text'],
  outputs: ['image', 'video', 'audio', 'text'],
  function: 'generation',
  architecture: architecture({
    encoders: [part('ImageBind', 'ImageBind', { modalities: ['image', 'video', 'audio'] })],
    inputProjectors: [part('Linear projector', 'Linear')],
    backbones: [part('Vicuna', 'Vicuna', { sizes: ['7B'] })],
    outputProjectors: [part('Tiny Transformer', 'Transformer')],
    generators: [
      part('Stable Diffusion', 'Stable Diffusion', { modalities: ['image'] }),
      part('Zeroscope', 'Zeroscope', { modalities: ['video'] }),
      part('AudioLDM', 'AudioLDM', { modalities: ['audio'] }),
    ],
  }),
  survey: { v1: 18, table: true, final: true, box: 'Many→Many' },
});

export const gemini = model('gemini', {
  name: 'Gemini',
  aliases: ['Gemini 1.0', 'Gemini Ultra'],
  work: 'team2023gemini',
  released: '2023-12',
  institutions: ['Google'],
  inputs: ['image', 'video', 'audio', 'text'],
  outputs: ['image', 'text'],
  function: 'generation',
  architecture: architecture({ backbones: [part('Gemini Transformer decoder', 'Gemini')] }),
  survey: { v1: null, table: false, final: true, box: 'Many→Many' },
});

export const gpt4 = model('gpt-4', {
  name: 'GPT-4',
  aliases: ['GPT4'],
  work: 'openai2023gpt',
  released: '2023-03',
  institutions: ['OpenAI'],
});

export const works: readonly Work[] = [
  work('alayrac2022flamingo', {
    title: 'Flamingo: a Visual Language Model for Few-Shot Learning',
    authors: [
      { family: 'Alayrac', given: 'Jean-Baptiste' },
      { family: 'Bińkowski', given: 'Mikołaj' },
    ],
    year: 2022,
    posted: '2022-04',
    venue: 'NeurIPS',
    arxiv: '2204.14198',
  }),
  work('li2023blip', {
    title:
      'BLIP-2: Bootstrapping Language-Image Pre-training with Frozen Image Encoders and Large Language Models',
    authors: [
      { family: 'Li', given: 'Junnan' },
      { family: 'Hoi', given: 'Steven' },
    ],
    venue: 'ICML',
    arxiv: '2301.12597',
  }),
  work('wu2023visual', {
    title: 'Visual ChatGPT: Talking, Drawing and Editing with Visual Foundation Models',
  }),
  work('wu2023next', {
    title: 'NExT-GPT: Any-to-Any Multimodal LLM',
    authors: [{ family: 'Wu', given: 'Shengqiong' }],
    posted: '2023-09',
    venue: 'ICML',
    year: 2024,
    arxiv: '2309.05519',
    doi: '10.1234/next.gpt',
  }),
  work('team2023gemini', {
    title: 'Gemini: A Family of Highly Capable Multimodal Models',
    authors: [{ family: 'Gemini Team' }],
    posted: '2023-12',
  }),
  work('openai2023gpt', { title: 'GPT-4 Technical Report', authors: [{ family: 'OpenAI' }] }),
];

export const smallCatalog = catalogOf([flamingo, blip2, visualChatgpt, gpt4, nextGpt, gemini], works);

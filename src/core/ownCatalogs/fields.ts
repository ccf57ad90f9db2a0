import type { Modality, Stage } from '../catalog/types';
import type { MapValue, Value } from '../formats/value';
import { itemsOf, member, textOf } from '../formats/value';
import type { TextRange } from '../text';
import type { OwnFields, OwnPart } from './types';

type IsSound = (range: TextRange) => boolean;

export const components = [
  'encoders',
  'inputProjectors',
  'backbones',
  'outputProjectors',
  'generators',
] as const;

const trainingTexts = [
  'pretraining',
  'instructionTuning',
  'pretrainingData',
  'instructionTuningData',
  'procedure',
] as const;

/**
 * The fields of a record as a model has them. The schema has checked them: names and kinds that are here are right.
 *
 * @param isSound - whether no mistake was found in a part of the file; others are left out
 */
export function fieldsOf(record: MapValue, isSound: IsSound): OwnFields {
  const value = (name: string): Value | undefined => sound(member(record, name), isSound);
  const text = (name: string): string | undefined => textOf(value(name)) || undefined;
  const list = (name: string): string[] | undefined => textsOf(value(name));
  const map = (name: string): Value | undefined => {
    const found = member(record, name);
    return found?.kind === 'map' ? found : undefined;
  };
  const idea = map('idea');
  const part = (of: Value | undefined, name: string): string => textOf(sound(member(of, name), isSound));
  const english = idea ? part(idea, 'en') : (text('idea') ?? '');
  const chinese = part(idea, 'zh');
  const links = map('links');
  const code = part(links, 'code');
  const home = part(links, 'home');
  const fields: Record<keyof OwnFields, OwnFields[keyof OwnFields]> = {
    aliases: list('aliases'),
    released: text('released'),
    institutions: list('institutions'),
    inputs: list('inputs'),
    outputs: list('outputs'),
    function: text('function'),
    design: text('design'),
    architecture: architectureOf(map('architecture'), isSound),
    sizes: list('sizes'),
    training: trainingOf(map('training'), isSound),
    idea:
      english === '' && chinese === ''
        ? undefined
        : { ...(english !== '' && { en: english }), ...(chinese !== '' && { zh: chinese }) },
    links: links && { ...(code !== '' && { code }), ...(home !== '' && { home }) },
    license: text('license'),
    sources: sourcesOf(map('sources'), isSound),
    conflicts:
      value('conflicts') &&
      itemsOf(value('conflicts')).map((each) => ({ field: part(each, 'field'), text: part(each, 'text') })),
    notes: list('notes'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, each]) => each !== undefined));
}

function sound(value: Value | undefined, isSound: IsSound): Value | undefined {
  return value && isSound(value) ? value : undefined;
}

function textsOf(value: Value | undefined): string[] | undefined {
  return value?.kind === 'list' ? value.items.map(textOf).filter((text) => text !== '') : undefined;
}

function architectureOf(value: Value | undefined, isSound: IsSound): OwnFields['architecture'] {
  const given = components.flatMap((component) => {
    const parts = member(value, component);
    return parts ? [[component, itemsOf(parts).flatMap((part) => partOf(part, isSound) ?? [])] as const] : [];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function partOf(value: Value, isSound: IsSound): OwnPart | undefined {
  if (!isSound(value)) {
    return undefined;
  }
  const name = value.kind === 'text' ? textOf(value) : textOf(member(value, 'name'));
  const [family, resolution] = ['family', 'resolution'].map((each) => textOf(member(value, each)));
  const modalities = textsOf(member(value, 'modalities')) as Modality[] | undefined;
  const sizes = textsOf(member(value, 'sizes'));
  return name === ''
    ? undefined
    : {
        name,
        ...(family && { family }),
        ...(modalities && { modalities }),
        ...(sizes && { sizes }),
        ...(resolution && { resolution: Number(resolution) }),
      };
}

function trainingOf(value: Value | undefined, isSound: IsSound): OwnFields['training'] {
  const texts = trainingTexts.flatMap((name) => {
    const text = textOf(sound(member(value, name), isSound));
    return text === '' ? [] : [[name, text] as const];
  });
  const stages = textsOf(sound(member(value, 'stages'), isSound)) as Stage[] | undefined;
  return texts.length > 0 || stages ? { ...Object.fromEntries(texts), ...(stages && { stages }) } : undefined;
}

/** `Object.fromEntries` makes own properties even of names such as `__proto__`. */
function sourcesOf(value: Value | undefined, isSound: IsSound): OwnFields['sources'] {
  if (value?.kind !== 'map') {
    return undefined;
  }
  const texts = value.members.filter(({ value: each }) => isSound(each) && textOf(each) !== '');
  return Object.fromEntries(texts.map(({ name, value: each }) => [name, textOf(each)]));
}

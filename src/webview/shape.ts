import { isDrawing } from '../core/charts/isDrawing';

/** Says whether a value that came as a message has a type. */
export type Shape<T> = (value: unknown) => value is T;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Shaped<S extends Shapes> = { readonly [Name in keyof S]: S[Name] extends Shape<infer T> ? T : never };

/** The union of messages by their `type`. */
export type Message<M extends Readonly<Record<string, Shapes>>> = {
  [Type in keyof M]: { readonly type: Type } & Shaped<M[Type]>;
}[keyof M];

/** No message has longer texts, in UTF-16 units; a picture of 1,000 models has about a tenth. */
const longestText = 10_000_000;

export const text: Shape<string> = (value): value is string =>
  typeof value === 'string' && value.length <= longestText;

export const truth: Shape<boolean> = (value) => typeof value === 'boolean';
export const figure: Shape<number> = (value): value is number => Number.isFinite(value);
/** Not negative. */
export const count: Shape<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** A picture as a file, such as pages draw; nothing else is written for them. */
export const drawing: Shape<string> = (value): value is string => text(value) && isDrawing(value);

/** One of these words. */
export function word<T extends string>(...words: readonly T[]): Shape<T> {
  return (value): value is T => words.some((known) => known === value);
}

/** @param most - longer lists are refused */
export function list<T>(item: Shape<T>, most = 100_000): Shape<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && value.every((each) => item(each));
}

/** An object with these properties; it may have others. */
export function record<S extends Shapes>(shapes: S): Shape<Shaped<S>> {
  const entries = Object.entries(shapes);
  return (value): value is Shaped<S> =>
    typeof value === 'object' &&
    value !== null &&
    entries.every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
}

/** A value, or `null` where there is none: messages cannot tell `undefined` from a missing property. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

/** Messages of one direction: an object with a known `type` and the properties that this type has. */
export function messages<M extends Readonly<Record<string, Shapes>>>(types: M): Shape<Message<M>> {
  const shapes = new Map(Object.entries(types).map(([type, shape]) => [type, record(shape)]));
  return (value): value is Message<M> => {
    const type = (value as { type?: unknown } | null | undefined)?.type;
    return typeof type === 'string' && shapes.get(type)?.(value) === true;
  };
}

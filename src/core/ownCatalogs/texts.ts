/** What is said about mistakes in own catalogs, in English; `{0}` and `{1}` stand for names and values of the file. */
export const ownCatalogTexts = {
  syntax: 'This cannot be read: {0}',
  shape: 'A catalog is a list of models, or has one under "models".',
  list: 'A list belongs here.',
  map: 'Names with values belong here.',
  text: 'A text belongs here.',
  textOrMap: 'A text, or names with values, belong here.',
  integer: 'A whole number belongs here.',
  unknown: 'There is no property "{0}".',
  required: '"{0}" is missing.',
  choice: '"{0}" is none of: {1}.',
  pattern: '"{0}" is not of the form that is needed here: {1}',
  tooShort: 'This has too few items or characters.',
  tooLong: 'This is too large or too long.',
  twice: '"{0}" stands here twice.',
  nameless: 'A model needs a name, or the id of a model of the catalog.',
  unknownId: 'A new model needs a name.',
  noId: 'No id can be made of this name; give the model one.',
  noWork: 'A new model needs its publication: "work" with a key, a BibTeX entry, or title and year.',
  unknownWork: 'Neither the catalog nor an own catalog has a work "{0}".',
  badEntry: 'This BibTeX entry cannot be read.',
  noTitle: 'The work "{0}" is left out: it has no title.',
  noYear: 'The work "{0}" is left out: it has no year.',
  keyTaken: 'The catalog uses the key "{0}" for another work, so this one is left out.',
  idTaken:
    'The catalog has another model with the id "{0}". This one gets the id "{1}"; give it one of its own.',
  again: 'A model with the id "{0}" was given before; what is said here is added to it.',
} as const;

export type OwnCatalogText = keyof typeof ownCatalogTexts;

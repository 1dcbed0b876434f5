import assert from 'node:assert/strict';
import { files, type ContentFile, type Field } from './hostile-fields.js';

// The texts of the content files, what kind each is, and which strings their schemas take.

export const all = files.flatMap(({ fields }) => fields);
export const fileAt = (path: string): ContentFile => files.find((file) => file.path === path)!;
const keyOf = ({ place }: Field) => String(place.at(-1));
/** Notes for who keeps the files, which no reader is ever sent. */
export const isNote = (field: Field) =>
  field.file.path.startsWith('sources/')
    ? /^(read|dated)$/.test(keyOf(field))
    : keyOf(field) === 'note' && field.place.includes('evidence');
/** Ids that a schema takes as they are, and a rule between fields compares with those that there are. */
export const isReference = ({ file, place }: Field) =>
  (file.path === 'en/symptom-guidance.yaml' && place.includes('items')) ||
  (file.path === 'en/screening-guidance.yaml' && place.slice(-2).join('.') === 'link.source') ||
  (file.path === 'organisations.yaml' && place[0] === 'shown');
/** Ids, single words and what stands in a closed list: nothing with a sign in it is taken. */
export const isClosed = (field: Field) => isReference(field) || field.takes.every((text) => /^[\w-]*$/.test(text));
/** Fields that must be so. */
export const isId = ({ file, place }: Field) =>
  (place.at(-2) === 'sources' && typeof place.at(-1) === 'number') ||
  (/^(organisations|outcodes)\.yaml$|^outlines\.json$|^sources\//.test(file.path) &&
    /^(id|system|trust|areas|successors|boards|for|level|ods-code)$/.test(
      String(place.findLast((key) => typeof key === 'string')),
    ));

let taken: { readonly tried: number; readonly around: number } | undefined;

/** Tries, once, each string in each text; each field then has what its schema takes, alone or amid its own words. */
export const takeAll = (): { readonly tried: number; readonly around: number } => (taken ??= takeEach());

function takeEach(): { tried: number; around: number } {
  let tried = 0;
  let around = 0;
  for (const file of files) {
    assert.deepEqual(file.problems(), [], file.path);
    file.eachInEach(file.fields, (field, text, isTaken) => {
      tried++;
      if (isTaken) field.takes.push(text);
    });
    // Few, and words: what asks for a form. Only what it did not take as it is.
    const formed = file.fields.filter(({ takes, before: own }) => takes.length < 200 && /\S \S/.test(own));
    const alone = new Map(formed.map((field) => [field, new Set(field.takes)]));
    if (formed.length)
      file.eachInEach(
        formed,
        (field, text, isTaken) => {
          around++;
          if (isTaken && !alone.get(field)?.has(text)) field.takes.push(field.around(text));
        },
        (field, text) => field.around(text),
      );
  }
  return { tried, around };
}

import type { ZodType } from 'zod';
import type { SourceEntry } from './common.js';
import { contactCardSchema } from './contact-card.js';
import { interfaceSchema } from './interface.js';

/** Something wrong in a file, and where. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Sources = ReadonlyMap<string, SourceEntry>;

/** How one content file is checked, and what is built from it for the widgets. */
export interface FileSchema {
  check(value: unknown, sources: Sources): readonly Problem[];
  build(value: unknown, sources: Sources): unknown;
}

/** A file whose shape says all: the schema's output is what widgets get. */
function shape(schema: ZodType): FileSchema {
  return {
    check: (value) => schema.safeParse(value).error?.issues ?? [],
    build: (value) => schema.parse(value),
  };
}

/** Every file in `content/` but the sources, and its schema. */
export const schemas: Readonly<Record<string, FileSchema>> = {
  'en/contact-card.yaml': shape(contactCardSchema),
  'en/interface.yaml': shape(interfaceSchema),
};

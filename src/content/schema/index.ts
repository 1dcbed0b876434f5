import type { ZodType } from 'zod';
import { allianceFinderSchema } from './alliance-finder.js';
import { allianceOverviewSchema } from './alliance-overview.js';
import { careCardWordsSchema } from './care-card.js';
import { carePathwaySchema } from './care-pathway.js';
import type { Problem, SourceEntry } from './common.js';
import { contactCardSchema } from './contact-card.js';
import { interfaceSchema } from './interface.js';
import { checkOrganisations } from './organisations-check.js';
import { encodeOrganisations, encodePast, encodePositions } from './organisations-encode.js';
import { organisationsSchema } from './organisations.js';
import { encodeBoardCodes, encodeOutcodes, outcodesSchema } from './outcodes.js';
import { outlinesSchema } from './outlines.js';
import { partnerListSchema } from './partner-list.js';
import { preventionGuidanceSchema } from './prevention-guidance.js';
import { regionMapSchema } from './region-map.js';
import { screeningSchema } from './screening-guidance.js';
import { supportDirectorySchema } from './support-directory.js';
import { symptomGuidanceSchema } from './symptom-guidance.js';
import { synonymsSchema } from './synonyms.js';
import { withoutScriptsSchema } from './without-scripts.js';

type Sources = ReadonlyMap<string, SourceEntry>;

/** How one content file is checked, and what is built from it for the widgets. */
export interface FileSchema {
  check(value: unknown, sources: Sources): readonly Problem[];
  build(value: unknown, sources: Sources): unknown;
  /** Parts of the file that travel apart, by the name after the question mark of their import. */
  readonly parts?: Readonly<Record<string, (value: unknown) => unknown>>;
}

/** A file whose shape says all: the schema's output is what widgets get. */
function shape(schema: ZodType): FileSchema {
  return {
    check: (value) => schema.safeParse(value).error?.issues ?? [],
    build: (value) => schema.parse(value),
  };
}

/** The organisations, whose references are checked beyond their shape, and which travel as tables. */
const organisations: FileSchema = {
  check(value, sources) {
    const parsed = organisationsSchema.safeParse(value);
    return parsed.success ? checkOrganisations(parsed.data, sources) : parsed.error.issues;
  },
  build: (value, sources) => encodeOrganisations(organisationsSchema.parse(value), sources),
  parts: {
    past: (value) => encodePast(organisationsSchema.parse(value)),
    positions: (value) => encodePositions(organisationsSchema.parse(value)),
  },
};

/** Every file in `content/` but the sources, and its schema. */
export const schemas: Readonly<Record<string, FileSchema>> = {
  'en/alliance-finder.yaml': shape(allianceFinderSchema),
  'en/alliance-overview.yaml': shape(allianceOverviewSchema),
  'en/care-card.yaml': shape(careCardWordsSchema),
  'en/care-pathway.yaml': shape(carePathwaySchema),
  'en/contact-card.yaml': shape(contactCardSchema),
  'en/interface.yaml': shape(interfaceSchema),
  'en/partner-list.yaml': shape(partnerListSchema),
  'en/prevention-guidance.yaml': shape(preventionGuidanceSchema),
  'en/region-map.yaml': shape(regionMapSchema),
  'en/screening-guidance.yaml': shape(screeningSchema),
  'en/support-directory.yaml': shape(supportDirectorySchema),
  'en/symptom-guidance.yaml': shape(symptomGuidanceSchema),
  'en/without-scripts.yaml': shape(withoutScriptsSchema),
  'organisations.yaml': organisations,
  'outcodes.yaml': {
    ...shape(outcodesSchema.transform(encodeOutcodes)),
    parts: { 'board-codes': (value) => encodeBoardCodes(outcodesSchema.parse(value)) },
  },
  'outlines.json': shape(outlinesSchema),
  'synonyms.yaml': shape(synonymsSchema),
};

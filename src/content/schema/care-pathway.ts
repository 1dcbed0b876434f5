import { fact, guidance, type Guidance } from './guidance.js';

export const carePathwaySchema = guidance({ intro: fact });

export type CarePathwayWords = Guidance<typeof carePathwaySchema>;

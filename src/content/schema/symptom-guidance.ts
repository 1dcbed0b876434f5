import { fact, guidance, type Guidance } from './guidance.js';

export const symptomGuidanceSchema = guidance({ intro: fact });

export type SymptomGuidanceWords = Guidance<typeof symptomGuidanceSchema>;

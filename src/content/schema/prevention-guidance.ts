import { fact, guidance, type Guidance } from './guidance.js';

export const preventionGuidanceSchema = guidance({ intro: fact });

export type PreventionGuidanceWords = Guidance<typeof preventionGuidanceSchema>;

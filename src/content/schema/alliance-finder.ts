import { fact, guidance, type Guidance } from './guidance.js';

export const allianceFinderSchema = guidance({ intro: fact });

export type AllianceFinderWords = Guidance<typeof allianceFinderSchema>;

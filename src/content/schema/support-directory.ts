import { fact, guidance, type Guidance } from './guidance.js';

export const supportDirectorySchema = guidance({ intro: fact });

export type SupportDirectoryWords = Guidance<typeof supportDirectorySchema>;

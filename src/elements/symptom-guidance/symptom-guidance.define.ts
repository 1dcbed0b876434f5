import { define } from '../../base/define.js';
import { SymptomGuidance } from './symptom-guidance.js';

define('symptom-guidance', SymptomGuidance);

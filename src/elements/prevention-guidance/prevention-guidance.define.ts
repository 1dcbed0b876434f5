import { define } from '../../base/define.js';
import { PreventionGuidance } from './prevention-guidance.js';

define('prevention-guidance', PreventionGuidance);

import { define } from '../../base/define.js';
import { ScreeningGuidance } from './screening-guidance.js';

define('screening-guidance', ScreeningGuidance);

import { define } from '../../base/define.js';
import { CarePathway } from './care-pathway.js';

define('care-pathway', CarePathway);

import { define } from '../../base/define.js';
import { AllianceFinder } from './alliance-finder.js';

define('alliance-finder', AllianceFinder);

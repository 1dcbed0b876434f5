import { define } from '../../base/define.js';
import { RegionMap } from './region-map.js';

define('region-map', RegionMap);

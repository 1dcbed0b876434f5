import { define } from '../../base/define.js';
import { AllianceOverview } from './alliance-overview.js';

define('alliance-overview', AllianceOverview);

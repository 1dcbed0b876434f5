import { define } from '../../base/define.js';
import { PartnerList } from './partner-list.js';

define('partner-list', PartnerList);

import { define } from '../../base/define.js';
import { SupportDirectory } from './support-directory.js';

define('support-directory', SupportDirectory);

import { define } from '../../base/define.js';
import { ContactCard } from './contact-card.js';

define('contact-card', ContactCard);

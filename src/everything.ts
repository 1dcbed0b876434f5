/** The single-file entry: defines every element at once, and puts them where a page keeps places for them. */
import './lit/allowed.js';
import './elements/alliance-finder/alliance-finder.define.js';
import './elements/alliance-overview/alliance-overview.define.js';
import './elements/care-pathway/care-pathway.define.js';
import './elements/contact-card/contact-card.define.js';
import './elements/partner-list/partner-list.define.js';
import './elements/prevention-guidance/prevention-guidance.define.js';
import './elements/region-map/region-map.define.js';
import './elements/screening-guidance/screening-guidance.define.js';
import './elements/support-directory/support-directory.define.js';
import './elements/symptom-guidance/symptom-guidance.define.js';
import { findAll } from './finder.js';
import { fulfil, placeholders } from './placeholders.js';

findAll(placeholders, fulfil);

/** The single-file entry: defines every element at once. */
import './elements/alliance-overview/alliance-overview.define.js';
import './elements/contact-card/contact-card.define.js';
import './elements/partner-list/partner-list.define.js';
import './elements/region-map/region-map.define.js';
import './elements/screening-guidance/screening-guidance.define.js';

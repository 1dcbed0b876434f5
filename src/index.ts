/** The npm entry: classes and types, no side effects. To register a tag, import its `define` module. */
export { AllianceElement, type Alliance } from './base/alliance-element.js';
export { AllianceErrorEvent, AllianceLinkEvent, AllianceReadyEvent, type LinkKind } from './base/events.js';
export { version } from './base/version.js';
export { AllianceFinder } from './elements/alliance-finder/alliance-finder.js';
export { AllianceOverview } from './elements/alliance-overview/alliance-overview.js';
export { CarePathway } from './elements/care-pathway/care-pathway.js';
export { ContactCard } from './elements/contact-card/contact-card.js';
export { PartnerList } from './elements/partner-list/partner-list.js';
export { PartnerOpenEvent } from './elements/partner-list/partner-open-event.js';
export { PreventionGuidance } from './elements/prevention-guidance/prevention-guidance.js';
export { RegionMap } from './elements/region-map/region-map.js';
export { ScreeningAnswerEvent } from './elements/screening-guidance/screening-answer-event.js';
export { ScreeningGuidance } from './elements/screening-guidance/screening-guidance.js';
export { SupportDirectory } from './elements/support-directory/support-directory.js';
export { SymptomGuidance } from './elements/symptom-guidance/symptom-guidance.js';
export { RegionSelectEvent } from './page/region-select-event.js';
export type { Area } from './page/selection.js';

// What each content file becomes when the content plugin (tools/content/) has checked it.
// The types are inferred from the schemas, so that there is one truth.
declare module '*/en/interface.yaml' {
  const words: import('./schema/interface.js').InterfaceWords;
  export default words;
}
declare module '*/en/care-card.yaml' {
  const words: import('./schema/care-card.js').CareCardWords;
  export default words;
}
declare module '*/en/contact-card.yaml' {
  const words: import('./schema/contact-card.js').ContactCardWords;
  export default words;
}
declare module '*/en/alliance-overview.yaml' {
  const words: import('./schema/alliance-overview.js').AllianceOverviewWords;
  export default words;
}
declare module '*/en/partner-list.yaml' {
  const words: import('./schema/partner-list.js').PartnerListWords;
  export default words;
}
declare module '*/en/region-map.yaml' {
  const words: import('./schema/region-map.js').RegionMapWords;
  export default words;
}
declare module '*/en/screening-guidance.yaml' {
  const words: import('./schema/screening-guidance.js').ScreeningWords;
  export default words;
}
declare module '*/en/symptom-guidance.yaml' {
  const words: import('./schema/symptom-guidance.js').SymptomGuidanceWords;
  export default words;
}
declare module '*/en/prevention-guidance.yaml' {
  const words: import('./schema/prevention-guidance.js').PreventionGuidanceWords;
  export default words;
}
declare module '*/en/care-pathway.yaml' {
  const words: import('./schema/care-pathway.js').CarePathwayWords;
  export default words;
}
declare module '*/en/support-directory.yaml' {
  const words: import('./schema/support-directory.js').SupportDirectoryWords;
  export default words;
}
declare module '*/en/alliance-finder.yaml' {
  const words: import('./schema/alliance-finder.js').AllianceFinderWords;
  export default words;
}
declare module '*/organisations.yaml' {
  const data: import('./catalogue-decode.js').CompactOrganisations;
  export default data;
}
declare module '*/outcodes.yaml' {
  const data: import('./outcodes-decode.js').CompactOutcodes;
  export default data;
}
declare module '*/outcodes.yaml?board-codes' {
  const data: import('./outcodes-decode.js').BoardCodes;
  export default data;
}
declare module '*/synonyms.yaml' {
  const synonyms: import('./schema/synonyms.js').Synonyms;
  export default synonyms;
}
declare module '*/outlines.json' {
  const data: import('./schema/outlines.js').CompactOutlines;
  export default data;
}
declare module '*/organisations.yaml?past' {
  const data: import('./past.js').CompactPast;
  export default data;
}
declare module '*/organisations.yaml?positions' {
  const data: import('./positions.js').CompactPositions;
  export default data;
}

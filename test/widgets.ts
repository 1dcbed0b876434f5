import '../src/everything.js';

/** One of each widget, with content enough to show what it has. */
export const widgets: Readonly<Record<string, string>> = {
  'alliance-finder': '<alliance-finder search="CB9"></alliance-finder>',
  'alliance-overview': '<alliance-overview></alliance-overview>',
  'care-pathway': '<care-pathway stage="tests"></care-pathway>',
  'contact-card': '<contact-card organisation="RM102"></contact-card>',
  'partner-list': '<partner-list kind="icb" filter="nhs"></partner-list>',
  'prevention-guidance': '<prevention-guidance></prevention-guidance>',
  'region-map': '<region-map hospitals selected="luton" level="ccg"></region-map>',
  'screening-guidance': '<screening-guidance programme="bowel"></screening-guidance>',
  'support-directory': '<support-directory></support-directory>',
  'symptom-guidance': '<symptom-guidance area="chest" search="cough"></symptom-guidance>',
};

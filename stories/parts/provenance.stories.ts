import { provenance } from '../../src/parts/provenance.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Provenance',
  ...meta('Who speaks, when the facts were checked and will be again, who approved the words, and their sources.'),
};

const facts = {
  checked: '2026-11-22',
  due: '2999-02-22',
  sources: [
    {
      title: 'Bowel cancer screening',
      publisher: 'NHS',
      url: 'https://www.nhs.uk/tests-and-treatments/bowel-cancer-screening/',
    },
    { title: 'A dataset without a public page', publisher: 'Office for National Statistics' },
  ],
};

export const Facts = story('Facts that no clinician has to approve, such as names and numbers.', () =>
  provenance(facts),
);

export const AwaitingApproval = story('Words about health that nobody has approved yet.', () =>
  provenance({ ...facts, approved: false }),
);

export const Overdue = story('The day of the next check has passed.', () =>
  provenance({ ...facts, due: '2026-01-31', approved: true }),
);

export const NoSource = story('No source to name.', () => provenance({ ...facts, sources: [] }));

import { searchField } from '../../src/parts/search-field.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Search field',
  ...meta('A box that searches as the reader types, says politely how much it finds, and empties with Escape.'),
};

const field = {
  label: 'Search',
  hint: 'A name, a town or a short form such as NNUH',
  clear: 'Clear',
  value: '',
  status: '',
  onSearch: () => undefined,
};

export const Empty = story('Nothing typed: nothing to clear.', () =>
  searchField({ ...field, status: '36 organisations' }),
);

export const Found = story('Something found.', () =>
  searchField({ ...field, value: 'ipswich', status: '2 organisations found' }),
);

export const NothingFound = story('Nothing found: what to try.', () =>
  searchField({ ...field, value: 'xyz', status: 'Nothing found. Try fewer letters.' }),
);

/** `npm run docs:organisations`: writes docs/organisations.md, the ids that a host may write, from the content. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { lists, organisationsSchema, type Entry, type List } from '../src/content/schema/organisations.js';

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const titles: Readonly<Record<List, string>> = {
  alliances: 'Alliances',
  systems: 'Integrated care systems',
  ccgs: 'Clinical commissioning groups (CCGs)',
  icbs: 'Integrated care boards (ICBs)',
  trusts: 'NHS trusts',
  hospitals: 'Hospitals',
};

export function organisationsTable(): string {
  const file = organisationsSchema.parse(parse(readFileSync(path('content/organisations.yaml'), 'utf8')));
  const kinds = Object.keys(lists) as List[];
  // Of a code that two share, the later one's, as in src/content/catalogue.ts.
  const owners = new Map(
    kinds.flatMap((list) => (file[list] as Entry[]).map(({ id, 'ods-code': code }) => [code, id])),
  );
  const sections = kinds.map((list) => {
    const rows = (file[list] as Entry[]).map(({ id, name, 'ods-code': code, closed }) => {
      const owner = owners.get(code);
      const given = code && owner !== id ? `none (${code} gives \`${owner}\`)` : (code ?? '');
      return `| \`${id}\` | ${given} | ${name} | ${closed ?? ''} |`;
    });
    return [
      `## ${titles[list]}`,
      '',
      '| id | ODS code | name | last day |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  return [
    '# Organisations',
    '',
    'What `<contact-card organisation="…">` takes: an id or an ODS code. Made from `content/organisations.yaml`.',
    '',
    'Two bodies can have one code: a system and its board do. The code then gives the board; for the system, write its id.',
    '',
    ...sections,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(path('docs/organisations.md'), organisationsTable());

import { format, resolveConfig } from 'prettier';
import type { AllowLists } from './allow-lists.js';
import { outcomesTable, survivorsTable } from './matrix.js';
import type { Trial } from './trial.js';

const code = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
const options = (text: string) => code('js', `const options = ${text};`);

function listings(lists: AllowLists): Readonly<Record<string, string>> {
  return {
    wordpress: code('php', lists.wordpress),
    tinymce: options(lists.tinymce),
    ckeditor: options(lists.ckeditor),
    dompurify: options(lists.dompurify),
    'sanitize-html': options(lists.sanitizeHtml),
    bleach: code('python', lists.bleach),
  };
}

/** The document with everything in it that the test found out, between comments that name it. */
export async function withFindings(document: string, { rows, lists }: Trial): Promise<string> {
  const findings = { outcomes: outcomesTable(rows), survivors: survivorsTable(rows), ...listings(lists) };
  let filled = document;
  for (const [name, text] of Object.entries(findings)) {
    const start = `<!-- from the test: ${name} -->`;
    const end = '<!-- end -->';
    const from = filled.indexOf(start);
    const to = filled.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`docs/cms.md has no place for ${name}`);
    filled = `${filled.slice(0, from)}${start}\n\n${text}\n\n${filled.slice(to)}`;
  }
  return format(filled, { ...(await resolveConfig('docs/cms.md')), parser: 'markdown' });
}

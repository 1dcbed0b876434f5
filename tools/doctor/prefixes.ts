import type { Finding } from './finding.js';
import { short, type Script, type Sight } from './page.js';

const prefixOf = ({ element }: Script): string | undefined => element.attributes['data-prefix'];
const canBegin = (prefix: string) => /^[a-z][a-z0-9]*-$/.test(prefix);

/** Whether a browser runs it before it reads on, and so before it knows of any tag below. */
const runsAtOnce = ({ element: { attributes } }: Script): boolean =>
  attributes['type']?.trim().toLowerCase() !== 'module' && !('defer' in attributes) && !('async' in attributes);

/** A loader; the other files hold everything, and each gives the tags their second names by itself. */
const isLoader = ({ file }: Script): boolean => file === 'alliance-elements.js';

/** What is said of `data-prefix`: it is no beginning of a tag, or nobody reads it where it stands. */
export function prefixFindings({ scripts, elements }: Sight): readonly Finding[] {
  const bearers = scripts.filter((script) => prefixOf(script) !== undefined);
  return bearers.flatMap((script, index): readonly Finding[] => {
    const { line } = script.element;
    const prefix = prefixOf(script) ?? '';
    if (!canBegin(prefix))
      return [
        {
          level: 'warning',
          line,
          what: `data-prefix="${short(prefix)}" can begin no tag, so it is left out of account.`,
          mend: 'Small letters and figures, then a hyphen, such as eoe-.',
        },
      ];
    const [first] = bearers;
    // A loader reads the first that there is when it runs; a second loader leaves the page to the first.
    const before = scripts.slice(0, scripts.indexOf(script)).find((each) => isLoader(each) && runsAtOnce(each));
    const unread = index && first && prefixOf(first) !== prefix ? first : isLoader(script) ? before : undefined;
    if (!unread) return [];
    const isUsed = elements.some(({ tag }) => tag.startsWith(prefix));
    return [
      {
        level: isUsed ? 'error' : 'warning',
        line,
        what: `data-prefix="${prefix}" does nothing here: our script in line ${unread.element.line ?? 1} comes first, and goes by its own tag.`,
        mend: `Write data-prefix="${prefix}" on that one, and take this one away.`,
      },
    ];
  });
}

import type { Body, Finding, Knowledge } from './finding.js';
import { bare, most, slips } from './near.js';

/** A body as the catalogue finds it: by its id, else by its NHS code, of which the later one wins. */
export function bodyOf(asked: string, { bodies }: Knowledge): Body | undefined {
  const id = asked.slice(0, 99).trim();
  const code = id.replace(/\s/g, '').toUpperCase();
  return bodies.find((body) => body.id === id) ?? bodies.findLast((body) => code && body.code === code);
}

/** Words that many names have, and so say nothing of which is meant. */
const common = new Set('and ccg foundation hospital icb ics nhs of the trust university'.split(' '));
const wordsOf = (text: string) =>
  text
    .replace(/['’]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word && !common.has(word));

/** How far what was asked is from a body; 0 is one of its names, nothing is another body altogether. */
function farFrom(asked: string, { id, name, code = '', others }: Body): number | undefined {
  const wanted = bare(asked);
  const names = [id, name, ...others];
  if (names.some((each) => bare(each) === wanted) || bare(code) === wanted) return 0;
  const far = Math.min(...names.map((each) => slips(wanted, bare(each))));
  if (far <= most(wanted.length)) return far;
  // Codes are short: only one letter may be another, as in RMI02 for RM102.
  if (code.length > 4 && wanted.length === code.length && slips(wanted, bare(code)) === 1) return 1;
  // Some words of its name, each perhaps with a slip.
  const said = wordsOf(asked);
  const known = new Set(names.flatMap(wordsOf));
  const fits = (word: string) =>
    [...known].some((each) => each === word || (word.length > 4 && slips(word, each) <= most(word.length) / 2));
  return said.length && said.every(fits) ? 100 + Math.abs(known.size - said.length) : undefined;
}

/** Bodies that were probably meant, the likeliest first and at most three; those that live before those that closed. */
export function bodiesNear(asked: string, { bodies }: Knowledge): readonly Body[] {
  const wanted = asked.slice(0, 99);
  if (bare(wanted).length < 3) return [];
  const found = bodies
    .flatMap((body) => {
      const far = farFrom(wanted, body);
      return far === undefined ? [] : [{ body, far }];
    })
    .sort((a, b) => a.far - b.far || Number(!!a.body.closed) - Number(!!b.body.closed));
  const best = found[0]?.far ?? 0;
  return found
    .filter(({ far }) => far < 100 || best >= 100)
    .map(({ body }) => body)
    .slice(0, 3);
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `2022-06-30` as people write it. */
const spoken = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
};

/** What to say of a card for a body that is no more: it shows who came after, and can name them itself. */
export function closedFinding(
  asked: string | undefined,
  line: number | undefined,
  knowledge: Knowledge,
  written: (id: string) => string,
): readonly Finding[] {
  const body = asked ? bodyOf(asked, knowledge) : undefined;
  if (!body?.closed) return [];
  const heirs = body.heirs.flatMap((id) => knowledge.bodies.find((each) => each.id === id) ?? []);
  const options = heirs.map(({ id, name }) => `${written(id)} (${name})`);
  return [
    {
      level: 'warning',
      line,
      what: `${body.name} closed on ${spoken(body.closed)}. The card says so, and shows who does its work now.`,
      mend: `To show them straight away, write ${options.join(' or ')}. If you mean the body of that time, leave it as it is.`,
    },
  ];
}

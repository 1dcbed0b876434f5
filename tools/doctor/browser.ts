import { listening } from './complaints.js';
import { diagnose } from './diagnose.js';
import type { Finding, Knowledge } from './finding.js';

/** Put in by the build. */
declare const KNOWLEDGE: Knowledge;

/** Draws an element out of sight, on a page that has our script. */
function draw(tag: string, attributes: Readonly<Record<string, string>>): Promise<void> {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'for' && name !== 'lookup') element.setAttribute(name, value);
  const place = document.createElement('div');
  place.hidden = true;
  place.append(element);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      place.remove();
      resolve();
    };
    // A widget that does not come says nothing.
    const timer = setTimeout(end, 5000);
    element.addEventListener('alliance-ready', end);
    document.body.append(place);
  });
}

const complaints = listening(draw);
const levels = { error: 'To mend', warning: 'To improve', good: 'Good' } as const;

function item({ level, line, what, mend }: Finding): HTMLElement {
  const entry = document.createElement('li');
  entry.className = level;
  const said = document.createElement('p');
  const kind = document.createElement('strong');
  kind.textContent = `${levels[level]}${line === undefined ? '' : `, line ${line}`}: `;
  said.append(kind, what);
  entry.append(said);
  if (mend) entry.append(Object.assign(document.createElement('p'), { className: 'mend', textContent: mend }));
  return entry;
}

/** The page of the doctor: a form with `html`, `policy` and `address`, a status and a list. Nothing leaves the page. */
const form = document.querySelector<HTMLFormElement>('form[data-doctor]');
const status = document.querySelector<HTMLElement>('[data-doctor-status]');
const list = document.querySelector<HTMLElement>('[data-doctor-findings]');
if (form && status && list)
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value : '';
    };
    const policy = text('policy')
      .replace(/^\s*content-security-policy\s*:/i, '')
      .trim();
    status.textContent = 'Looking.';
    void diagnose(text('html'), {
      knowledge: KNOWLEDGE,
      address: text('address') || undefined,
      policies: policy ? [policy] : [],
      complaints,
    }).then((findings) => {
      list.replaceChildren(...findings.map(item));
      const count = (level: Finding['level']) => findings.filter((each) => each.level === level).length;
      status.textContent = `${count('error')} to mend, ${count('warning')} to improve.`;
    });
  });

import { listening } from './complaints.js';
import { diagnose } from './diagnose.js';
import type { Finding, Knowledge } from './finding.js';

/** Put in by the build. */
declare const KNOWLEDGE: Knowledge;

/** Widgets that did not come: nobody is to wait for each of them anew. */
const silent = new Set<string>();

/** Draws an element out of sight, on a page that has our script. */
function draw(tag: string, attributes: Readonly<Record<string, string>>): Promise<void> {
  if (silent.has(tag)) return Promise.resolve();
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
    const timer = setTimeout(() => {
      silent.add(tag);
      end();
    }, 5000);
    element.addEventListener('alliance-ready', end);
    document.body.append(place);
  });
}

const complaints = listening(draw);
const levels = { error: 'To mend', warning: 'To improve', good: 'Good' } as const;

/** A page with what goes wrong most often, to try the doctor with. */
const example = `<!doctype html>
<title>Cancer services</title>
<script type="module"
  src="https://YOUR-HOST/alliance-elements/VERSION/alliance-elements.js"
  integrity="…" crossorigin="anonymous"></script>
<h1>Cancer services</h1>
<contactcard organisation="addenbrookes-hospital"></contactcard>
<div data-alliance-element="contact-card" data-organisation="luton-ccg">
  <p>Call us on <a href="tel:01223245151">01223 245151</a>.</p>
</div>
<region-map selected="norfolk-waveny" />
`;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A button that shows a line of what was pasted. */
function lineButton(line: number, area: HTMLTextAreaElement): HTMLButtonElement {
  const button = make('button', 'line', `line ${line}`);
  button.type = 'button';
  button.addEventListener('click', () => {
    const lines = area.value.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
    // A selection does not scroll by itself; all lines are about as tall, though long ones may be broken.
    area.scrollTop = (area.scrollHeight * (line - 1)) / lines.length - area.clientHeight / 3;
  });
  return button;
}

function item({ level, line, what, mend }: Finding, area: HTMLTextAreaElement): HTMLElement {
  const where = line === undefined ? [] : [', ', lineButton(line, area)];
  const said = make('p', '', make('strong', '', levels[level], ...where, ': '), what);
  return make('li', level, said, ...(mend ? [make('p', 'mend', mend)] : []));
}

/** The page of the doctor: a form with `html`, `policy` and `address`, a status and a list. Nothing leaves the page. */
const form = document.querySelector<HTMLFormElement>('form[data-doctor]');
const area = document.querySelector<HTMLTextAreaElement>('textarea[name="html"]');
const status = document.querySelector<HTMLElement>('[data-doctor-status]');
const list = document.querySelector<HTMLElement>('[data-doctor-findings]');
const unasked = document.querySelector<HTMLElement>('[data-doctor-unasked]');
let turn = 0;

/** Says which addresses nobody was asked for: a page may not ask other sites, and this one's policy forbids it any. */
function tellUnasked(addresses: readonly string[]): void {
  if (!unasked) return;
  unasked.hidden = !addresses.length;
  const listed = addresses.flatMap((address, index) => [index ? ', ' : '', make('code', '', address)]);
  unasked.replaceChildren(
    'Whether these are there, and are sent as they must be, was not looked at here: ',
    ...listed,
    '. The command asks for them: ',
    make('code', '', 'npx --no-install alliance-elements doctor page.html'),
    '.',
  );
}

if (form && area && status && list) {
  document.querySelector('[data-doctor-example]')?.addEventListener('click', () => {
    area.value = example;
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const mine = ++turn;
    const given = new FormData(form);
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value : '';
    };
    const policy = text('policy')
      .replace(/^\s*content-security-policy\s*:/i, '')
      .trim();
    status.textContent = 'Looking.';
    const addresses = new Set<string>();
    void diagnose(text('html'), {
      knowledge: KNOWLEDGE,
      address: text('address') || undefined,
      policies: policy ? [policy] : [],
      complaints,
      unasked: (named) => void addresses.add(named),
    }).then((findings) => {
      // Who has asked again meanwhile wants the later answer.
      if (mine !== turn) return;
      list.replaceChildren(...findings.map((finding) => item(finding, area)));
      tellUnasked([...addresses]);
      const count = (level: Finding['level']) => findings.filter((each) => each.level === level).length;
      status.textContent = `${count('error')} to mend, ${count('warning')} to improve.`;
    });
  });
}

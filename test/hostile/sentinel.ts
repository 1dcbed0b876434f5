/**
 * Tells what hostile input has done to a page: script that ran, markup that got in, links that lead elsewhere, errors, and
 * anything changed that was not the test's own. It holds no assertion, so that it may watch in any engine.
 */

/** Elements that our templates hold; `meta` is a word of microdata, the form has no address. Another kind is named here. */
const ours: Readonly<Record<string, ReadonlySet<string>>> = {
  'http://www.w3.org/1999/xhtml': new Set(
    `a b br button dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 input label legend li
    meta ol p section slot span strong summary table tbody td th thead tr ul`.split(/\s+/),
  ),
  'http://www.w3.org/2000/svg': new Set('circle g path pattern rect svg text title tspan'.split(' ')),
};
/** Attributes that none of our templates has, since each could run, load, send or paint something, or make a library do so. */
const never =
  /^(on.*|[@:#*?.([_].*|(ng|v|x|hx|bind|s)-.*|data-(bind|html|toggle)|style|srcdoc|srcset|src|action|formaction|ping|attributionsrc|dirname|target|background|poster|data|code|codebase|classid|http-equiv|is|xlink:.*|xml:base|manifest|archive|longdesc|profile|usemap|dynsrc|lowsrc|nonce|integrity|attributename|values|from|to|by)$/i;
const addresses = new Set(['href', 'cite', 'itemid', 'itemtype', 'download']);
const leads = /^(https|tel|sms|mailto):$/;

/** What is wrong with where a link leads: nothing, for `https`, a telephone, a text, a mail or a place on the same page. */
export function harmOfLink(value: string): string | undefined {
  if (/^#[\w-]*$/.test(value)) return undefined;
  // No base: what needs one is relative, to the host's site or to a protocol.
  if (!URL.canParse(value)) return `leads to ${JSON.stringify(value)}, which stands on no protocol of its own`;
  const { protocol, pathname, search, username, password } = new URL(value);
  if (!leads.test(protocol)) return `leads to ${protocol}`;
  if (protocol === 'https:' && !/^https:\/\/[^/\\]/i.test(value)) return `leads to ${JSON.stringify(value)}`;
  if (username || password) return 'leads to a place behind a user name';
  if (protocol === 'tel:' && !/^\+?\d+$/.test(pathname + search)) return `calls ${JSON.stringify(value)}`;
  if (protocol === 'mailto:' && search) return `writes more than an address: ${JSON.stringify(value)}`;
  return undefined;
}

/** Looks once at each of what is seen again and again: names of attributes, addresses. */
function once<T>(look: (text: string) => T): (text: string) => T {
  const seen = new Map<string, T>();
  return (text) => {
    if (!seen.has(text)) seen.set(text, look(text));
    return seen.get(text)!;
  };
}
const isNever = once((name) => never.test(name));
const wrongIn = once(harmOfLink);

/** What is wrong with one element, told by its name and attributes: its kind, an attribute, or where it leads. */
export function harmOfTag(
  localName: string,
  namespaceURI: string | null,
  attributes: readonly (readonly [name: string, value: string])[],
): string[] {
  const found: string[] = [];
  if (!ours[namespaceURI ?? '']?.has(localName)) found.push(`a <${localName}>`);
  for (const [name, value] of attributes) {
    if (isNever(name)) found.push(`<${localName} ${name}>`);
    const wrong = addresses.has(name) && wrongIn(value);
    if (wrong) found.push(`<${localName} ${name}> ${wrong}`);
  }
  if (localName === 'meta' && !attributes.some(([name]) => name === 'itemprop')) found.push('a <meta> of the page');
  return found;
}

/** What is wrong with one element of a page. */
export const harmOf = (element: Element): string[] =>
  harmOfTag(
    element.localName,
    element.namespaceURI,
    element.getAttributeNames().map((name) => [name, element.getAttribute(name) ?? ''] as const),
  );

/** What is wrong with an element, a root, and all in it. */
export function harmIn(root: Node): string[] {
  const within = root instanceof Element || root instanceof DocumentFragment ? [...root.querySelectorAll('*')] : [];
  return [...(root instanceof Element ? [root] : []), ...within].flatMap(harmOf);
}

/** Looks at what is new in a shadow root, however much there is in all. */
export class Newcomers {
  readonly #records: MutationRecord[] = [];
  readonly #observer = new MutationObserver((records) => this.#records.push(...records));

  constructor(root: ShadowRoot) {
    this.#observer.observe(root, { subtree: true, childList: true, attributes: true });
  }

  /** What is wrong with all that came or changed since it was asked last. */
  harm(): string[] {
    const records = [...this.#records.splice(0), ...this.#observer.takeRecords()];
    const roots = records.flatMap(({ addedNodes }) => [...addedNodes]).flatMap(harmIn);
    const changed = new Set(records.flatMap(({ type, target }) => (type === 'attributes' ? (target as Element) : [])));
    return [...roots, ...[...changed].flatMap(harmOf)];
  }

  end(): void {
    this.#observer.disconnect();
  }
}

type Shapes = ReadonlyMap<string, PropertyDescriptor>;
const basic = [Object, Array, Function, String, Number, Boolean, RegExp, Date, Promise, Map, Set, Symbol, Error];
const builtIn = (): Readonly<Record<string, object>> => ({
  ...Object.fromEntries(basic.map((kind) => [kind.name, kind.prototype as object])),
  ...(typeof Element === 'undefined'
    ? {}
    : Object.fromEntries(
        [Node, Element, HTMLElement, Document, ShadowRoot, EventTarget, Event, CustomElementRegistry, URL].map(
          (kind) => [kind.name, kind.prototype as object],
        ),
      )),
});
const shapeOf = (owner: object): Shapes =>
  new Map(Reflect.ownKeys(owner).map((key) => [String(key), Reflect.getOwnPropertyDescriptor(owner, key)!]));

/** Takes note of the prototypes that everything stands on; what it gives names each change since. */
export function prototypes(): () => string[] {
  const before = Object.entries(builtIn()).map(([name, owner]) => [name, owner, shapeOf(owner)] as const);
  return () =>
    before.flatMap(([name, owner, shapes]) => {
      const now = shapeOf(owner);
      return [...new Set([...shapes.keys(), ...now.keys()])]
        .filter((key) => {
          const [was, is] = [shapes.get(key), now.get(key)];
          return was?.value !== is?.value || was?.get !== is?.get || was?.set !== is?.set;
        })
        .map((key) => `${name}.prototype.${key} changed`);
    });
}

const runs = ['hostileRan', 'alert', 'confirm', 'prompt', 'open', 'MsgBox', 'javascript'] as const;
const made = /^(script|iframe|frame|object|embed|base|link|style|applet|portal|fencedframe)$/i;

interface Trusted {
  createPolicy(
    name: string,
    rules: Record<string, (text: string, ...more: string[]) => string>,
  ): {
    createHTML(text: string): string;
  };
}
const trusted = (globalThis as unknown as { trustedTypes?: Trusted }).trustedTypes;
const own = trusted?.createPolicy('test-host', { createHTML: (text) => text });
/** Called for each text that becomes markup, script or an address of a script without a policy's leave. */
let onSink: ((what: string) => void) | undefined;

/** From now on this page asks for trusted values, gives them to all, and tells a sentinel that it did. */
function askForTrustedTypes(): void {
  if (!trusted || document.querySelector('meta[content^=require-trusted]')) return;
  const tell = (text: string, type = '', sink = '') => {
    onSink?.(`${sink || type} takes ${JSON.stringify(text.slice(0, 80))}`);
    return text;
  };
  trusted.createPolicy('default', { createHTML: tell, createScript: tell, createScriptURL: tell });
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "require-trusted-types-for 'script'";
  document.head.append(meta);
}

/** The host's own markup, whatever is in it; scripts in it do not run, event handlers do. */
export function hostMarkup(markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = own?.createHTML(markup) ?? markup;
  return document.importNode(template.content, true);
}

/** Watches the page from its making to its end. */
export class Sentinel {
  readonly #faults: string[] = [];
  readonly #undo: (() => void)[] = [];
  readonly #address = location.href;
  readonly #globals = new Set(Object.getOwnPropertyNames(window));
  readonly #prototypes: () => string[];
  readonly #observer: MutationObserver;
  /** Its warnings, which are for the person who builds the page; counted, so that one can see that input was read. */
  warned = 0;

  /** @param place - Where the test puts what is its own; nothing may appear elsewhere. */
  constructor(place: Element) {
    askForTrustedTypes();
    this.#prototypes = prototypes();
    for (const name of runs) this.#replace(window, name, () => this.#faults.push(`${name}() was called`));
    this.#replace(console, 'error', (...words) => this.#faults.push(`console.error: ${words.map(String).join(' ')}`));
    this.#replace(console, 'warn', () => this.warned++);
    for (const name of ['createElement', 'createElementNS'] as const) {
      const original = document[name] as (...args: string[]) => Element;
      this.#replace(document, name, (...args) => {
        const kind = String(args[name === 'createElement' ? 0 : 1]);
        if (made.test(kind)) this.#faults.push(`a <${kind}> was made`);
        return original.apply(document, args as string[]);
      });
    }
    this.#hear('error', (event) => {
      // A picture of the host's that does not load is no error of ours.
      if (!(event instanceof ErrorEvent)) return;
      this.#faults.push(`thrown: ${event.message}`);
      event.preventDefault();
    });
    // The test tells of it, with what was being tried; the runner would tell of it without.
    const { onerror } = window;
    window.onerror = null;
    this.#undo.push(() => (window.onerror = onerror));
    this.#hear('unhandledrejection', (event) =>
      this.#faults.push(`rejected: ${String((event as PromiseRejectionEvent).reason)}`),
    );
    this.#hear('securitypolicyviolation', (event) => {
      const { violatedDirective, sample } = event as SecurityPolicyViolationEvent;
      this.#faults.push(`policy: ${violatedDirective} ${sample}`);
    });
    const navigation = (window as { navigation?: EventTarget }).navigation;
    const onNavigate = (event: Event) => {
      event.preventDefault();
      this.#faults.push('the page was sent elsewhere');
    };
    navigation?.addEventListener('navigate', onNavigate);
    this.#undo.push(() => navigation?.removeEventListener('navigate', onNavigate));
    onSink = (what) => this.#faults.push(what);
    this.#observer = new MutationObserver((records) => this.#check(records, place));
    this.#observer.observe(document, { subtree: true, childList: true, attributes: true });
    this.#undo.push(() => {
      this.#check(this.#observer.takeRecords(), place);
      this.#observer.disconnect();
      onSink = undefined;
    });
    this.#place = place;
  }

  readonly #place: Element;

  /** What was wrong since it was asked last. */
  faults(): string[] {
    this.#check(this.#observer.takeRecords(), this.#place);
    return this.#faults.splice(0);
  }

  /** All that is wrong, once what was set going has had its time to run. */
  async end(): Promise<string[]> {
    // Events of pictures, details and animations come a task or a frame later.
    for (let turn = 0; turn < 3; turn++)
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (const undo of this.#undo.reverse()) undo();
    if (location.href !== this.#address) this.#faults.push(`the page is at ${location.href}`);
    for (const name of Object.getOwnPropertyNames(window))
      if (!this.#globals.has(name)) this.#faults.push(`a global: ${name}`);
    this.#faults.push(...this.#prototypes());
    return this.#faults.splice(0);
  }

  #check(records: readonly MutationRecord[], place: Element): void {
    for (const { type, target, addedNodes, attributeName } of records)
      if (document.contains(target) && !place.contains(target) && (addedNodes.length || type === 'attributes'))
        this.#faults.push(
          `${target.nodeName} outside of the test changed: ${attributeName ?? addedNodes[0]?.nodeName}`,
        );
  }

  #hear(name: string, listener: (event: Event) => void): void {
    window.addEventListener(name, listener, true);
    this.#undo.push(() => window.removeEventListener(name, listener, true));
  }

  #replace(owner: object, name: string, value: (...args: unknown[]) => unknown): void {
    const before = Reflect.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, writable: true, value });
    this.#globals.add(name);
    this.#undo.push(() => {
      if (before) Object.defineProperty(owner, name, before);
      else Reflect.deleteProperty(owner, name);
    });
  }
}

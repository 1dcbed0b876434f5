import {
  html,
  LitElement,
  nothing,
  type CSSResult,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import { AllianceErrorEvent, AllianceLinkEvent, AllianceReadyEvent, type LinkKind } from './events.js';
import { heading, type HeadingLevel } from './heading.js';
import { base } from './styles.js';
import { Surroundings } from './surroundings.js';
import { takeOver } from './take-over.js';
import { version } from './version.js';
import { quote, warnOnce } from './warn.js';

export type Alliance = 'north' | 'south';

const levels = ['1', '2', '3', '4', '5', '6'] as const;
const linkKinds: Readonly<Record<string, LinkKind>> = {
  'tel:': 'telephone',
  'sms:': 'text',
  'mailto:': 'email',
  'https:': 'website',
};

/**
 * What every widget stands on: the wall between it and the page, the attributes all share, and how bad input is met.
 *
 * Properties hold what the host wrote, whatever that is; an element works with what {@link oneOf} makes of it.
 *
 * The manifest repeats what follows for each element, so it is written here alone.
 *
 * @slot - Shown until the widget is ready, for ever if the script never arrives, and where the input is not known.
 * @slot heading - The host's own words in place of the widget's heading.
 * @slot footer - The host's own words above the line that says where the facts come from.
 * @csspart frame - The whole widget.
 * @csspart page - The widget's type area inside the frame.
 * @csspart heading - The widget's own heading.
 * @csspart provenance - Publisher, day of the last check and sources.
 * @csspart fallback - Shown when the host's input is not known.
 * @cssproperty {<family-name>#} [--alliance-font="Frutiger W01", Arial, sans-serif] - Typeface.
 * @cssproperty {<length-percentage>} [--alliance-text-size=1.1875em] - Size of the text; `1em` is the reader's own size.
 * @cssproperty {<length-percentage>} [--alliance-padding=0] - Room around the widget, for pages of another colour.
 * @cssproperty {<length-percentage>} [--alliance-radius=0.21em] - Roundness of corners.
 * @cssproperty {<color>} [--alliance-text=light-dark(#212b32, #f0f4f5)] - Text.
 * @cssproperty {<color>} [--alliance-text-muted=light-dark(#4c6272, #b9c4cb)] - Secondary text.
 * @cssproperty {<color>} [--alliance-link=light-dark(#005eb8, #8fc7ff)] - Links.
 * @cssproperty {<color>} [--alliance-link-visited=light-dark(#330072, #cdb4ff)] - Links already followed.
 * @cssproperty {<color>} [--alliance-link-hover=light-dark(#7c2855, #ffb3d9)] - Links under the pointer.
 * @cssproperty {<color>} [--alliance-accent=light-dark(#005eb8, #5aa9f5)] - The rule above a card.
 * @cssproperty {<color>} [--alliance-border=light-dark(#d8dde0, #425563)] - Hairlines.
 * @cssproperty {<color>} [--alliance-surface=light-dark(#fff, #14202b)] - The widget's background.
 * @cssproperty {<color>} [--alliance-shade=light-dark(#f0f4f5, #1f2e3b)] - Quiet background inside the widget.
 * @fires {AllianceReadyEvent} alliance-ready - Once, when the first whole content is on the page.
 * @fires {AllianceErrorEvent} alliance-error - When what the host asked for cannot be shown.
 * @fires {AllianceLinkEvent} alliance-link - When a reader follows a link.
 */
export abstract class AllianceElement extends LitElement {
  /** Version of the library that defined this element; also how a second copy knows its own kind. */
  static readonly version = version;

  static override properties: PropertyDeclarations = {
    alliance: {},
    headingLevel: { attribute: 'heading-level' },
    for: {},
    label: { attribute: 'aria-label' },
  };

  static override styles: CSSResultGroup = base;

  /** Which alliance to speak for: `north` or `south`; absent means the whole region. */
  declare alliance?: string | null;
  /** Level of the widget's own heading in the page's outline, `1` to `6`; default `2`. */
  declare headingLevel?: string | number | null;
  /** Id of a `region-map` (or finder) whose selection this widget follows. */
  declare for?: string | null;
  /** The host's own name for the widget's region, from `aria-label`; by default its heading names it. */
  declare label?: string | null;

  #failure: AllianceErrorEvent | undefined;
  #told: AllianceErrorEvent | undefined;
  #resume: (() => void) | undefined;

  readonly #surroundings = new Surroundings(this);

  /** Style sheets stay with the document they were made in: in another, such as an editor's preview, they are made anew. */
  adoptedCallback(): void {
    // The prototype's own: a page can name a picture "defaultView".
    const view = Reflect.get(Document.prototype, 'defaultView', this.ownerDocument);
    if (!view || !this.shadowRoot) return;
    this.shadowRoot.adoptedStyleSheets = (this.constructor as typeof AllianceElement).elementStyles.map((style) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync((style as CSSResult).cssText);
      return sheet;
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.shadowRoot) this.#resume = takeOver(this.shadowRoot);
    try {
      return super.createRenderRoot();
    } catch {
      // Moved to another document before it was ever drawn.
      this.adoptedCallback();
      return this.shadowRoot ?? this;
    }
  }

  override render(): unknown {
    this.#failure = undefined;
    // For its warning, since not every widget has a use for it.
    Reflect.get(this, 'allianceId');
    const content = this.renderContent();
    // Blanks are no name, and what is not text cannot be one.
    const label = typeof this.label === 'string' && this.label.trim();
    return html`<section
      class="frame"
      part="frame"
      lang="en-GB"
      dir=${this.#surroundings.direction}
      aria-label=${label || nothing}
      aria-labelledby=${label ? nothing : 'heading'}
      @click=${this.#onClick}
    >
      <div class="page" part="page">${content}</div>
    </section>`;
  }

  /** The widget itself, inside the frame. Its heading comes from {@link renderHeading}. */
  protected abstract renderContent(): unknown;

  /** The widget's own heading, whose words the host may replace through the slot. */
  protected renderHeading(text: string): unknown {
    return heading(
      this.rank,
      'l',
      html`<slot name="heading">${text}</slot>`,
      'id="heading" part="heading" tabindex="-1"',
    );
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.#resume?.();
    this.dispatchEvent(new AllianceReadyEvent());
  }

  protected override updated(_changed: PropertyValues): void {
    // Told after the render, so that a listener finds the fallback in place; and once, however often it renders again.
    const failure = this.#failure;
    const told = failure?.attribute === this.#told?.attribute && failure?.value === this.#told?.value;
    this.#told = failure;
    if (failure && !told) this.dispatchEvent(failure);
  }

  /** Level of the widget's heading; headings inside it are one and two below. */
  protected get rank(): HeadingLevel {
    const { headingLevel: value } = this;
    return +this.oneOf('heading-level', typeof value === 'number' ? `${value}` : value, levels, '2') as HeadingLevel;
  }

  /** The alliance asked for, or undefined for the whole region. */
  protected get allianceId(): Alliance | undefined {
    return this.oneOf('alliance', this.alliance, ['', 'north', 'south'] as const) || undefined;
  }

  /** One of a closed list. Nothing, or what is not known, is the fallback (the first); the latter with one warning. */
  protected oneOf<T extends string>(
    attribute: string,
    value: unknown,
    accepted: readonly [T, ...T[]],
    fallback: T = accepted[0],
  ): T {
    const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
    const found = accepted.find((known) => known === word);
    if (found === undefined && (value ?? '') !== '') this.warn(attribute, value, accepted.filter(Boolean).join(', '));
    return found ?? fallback;
  }

  /** Tells the person who built the page, once, what was not understood and what would be. */
  protected warn(attribute: string, value: unknown, accepted: string): void {
    warnOnce(`<${this.localName} ${attribute}=${quote(value)}> is not known; accepted: ${accepted}.`);
  }

  /** While rendering: reports that an attribute cannot be honoured and that the fallback is shown instead. */
  protected fail(attribute: string, value: unknown, accepted: string): void {
    this.warn(attribute, value, accepted);
    this.#failure = new AllianceErrorEvent(attribute, value);
  }

  readonly #onClick = (event: Event): void => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => (node as Element).localName === 'a');
    const kind = link && linkKinds[link.protocol];
    if (kind) this.dispatchEvent(new AllianceLinkEvent(kind, link.href));
  };
}

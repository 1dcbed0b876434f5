import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import words from '../../../content/en/contact-card.yaml';
import shared from '../../../content/en/interface.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { fill, formatDate } from '../../base/words.js';
import { areaBody, checked, due, livingSuccessors, organisation, type Organisation } from '../../content/catalogue.js';
import { own } from '../../lit/own.js';
import { Follower } from '../../page/follower.js';
import { fallback } from '../../parts/fallback.js';
import { link } from '../../parts/link.js';
import { notice } from '../../parts/notice.js';
import { phone } from '../../parts/phone.js';
import { provenance } from '../../parts/provenance.js';
import { styles } from './contact-card.styles.js';
import { accepted, addressOf, contactOf, ownDetails, type Contact, type OwnDetail } from './contact.js';
import { vcard } from './vcard.js';

const layouts = ['card', 'inline', 'compact'] as const;

/** What there is to show. */
type State =
  | { readonly type: 'unknown' }
  | { readonly type: 'open'; readonly body: Partial<Organisation> & { readonly name: string } }
  | { readonly type: 'closed'; readonly body: Organisation; readonly successors: readonly Organisation[] };

/** The two alliances together. */
const region = () => ({ ...areaBody('alliance', 'north'), name: words.region, website: shared.website });

/**
 * How to reach one organisation: telephone, email, address and website, and what to contact it for.
 *
 * Shows only details that were checked. A closed body says so and shows who does its work now. Details that the host
 * gives are marked as the host's own.
 *
 * @summary One organisation's contact details.
 * @slot - Shown until the card is ready, and for ever if the script never arrives or the organisation is not known.
 * @slot heading - The host's own words in place of the organisation's name.
 * @slot details - The host's own details, such as its desk or opening hours; marked as the host's own.
 * @slot footer - The host's own words in place of the link to the Alliances' website.
 * @csspart frame - The whole widget.
 * @csspart page - The widget's type area inside the frame.
 * @csspart card - The card with its accent rule.
 * @csspart heading - The organisation's name.
 * @csspart subheading - The name of a successor.
 * @csspart purpose - What to contact the organisation for.
 * @csspart details - The list of details.
 * @csspart telephone - A telephone link.
 * @csspart relay - The same number through Relay UK.
 * @csspart actions - The buttons.
 * @csspart closed - Says that the body has closed, and what follows it.
 * @csspart yours - Marks details as the host's own.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @csspart provenance - Publisher, day of the last check and sources.
 * @csspart fallback - Shown when the organisation is not known.
 * @cssproperty [--alliance-accent=#005eb8] - The rule above the card.
 * @fires {AllianceReadyEvent} alliance-ready - Once, when the card is on the page.
 * @fires {AllianceErrorEvent} alliance-error - When the organisation is not known.
 * @fires {AllianceLinkEvent} alliance-link - When a reader follows a link.
 */
export class ContactCard extends AllianceElement {
  static override properties: PropertyDeclarations = {
    organisation: {},
    layout: {},
    name: {},
    telephone: {},
    email: {},
    address: {},
    website: {},
    status: { state: true },
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, styles];

  /** Which body: its id, such as `norfolk-and-norwich-university-hospital`, or its ODS code, such as `RM102`. */
  declare organisation?: string | null;
  /** `card` (default), `compact` (details only, for a sidebar), or `inline` (a line within a sentence). */
  declare layout?: string | null;
  /** The host's own name for the body, at most 200 characters. */
  declare name?: string | null;
  /** The host's own telephone number. */
  declare telephone?: string | null;
  /** The host's own email address. */
  declare email?: string | null;
  /** The host's own address, at most 300 characters; the map link is then left out. */
  declare address?: string | null;
  /** The host's own website, an https address. */
  declare website?: string | null;

  /** What the last button did, told politely. */
  declare private status?: string;

  readonly #follower = new Follower(this);

  /** What a button did is told until the card shows something else. */
  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('status')) this.status = '';
  }

  protected override renderContent(): unknown {
    const state = this.#state();
    if (state.type === 'unknown') return fallback();
    const layout = this.#layout;
    if (layout === 'inline') return this.#renderInline(state);
    return html`<div class="card ${layout}" part="card">
      ${this.renderHeading(state.type === 'open' ? this.#contact(state.body).name : state.body.name)}
      ${state.type === 'open' ? this.#renderContact(this.#contact(state.body)) : this.#renderClosed(state)} ${notice()}
      ${state.body.sources ? provenance({ checked, due, sources: state.body.sources }) : nothing}
    </div>`;
  }

  #renderClosed({ body, successors }: State & { type: 'closed' }): TemplateResult {
    return html`<p part="closed">
        ${fill(words.closed, { name: body.name, date: formatDate(body.closed ?? '') })}
        ${successors.length > 1 ? words.successors : words.successor}
      </p>
      ${successors.map((successor) => {
        // The host's name is that of the body it asked for, not of what came after.
        const contact = { ...this.#contact(successor), name: successor.name };
        return html`${heading(this.rank + 1, 'm', contact.name)}${this.#renderContact(contact)}`;
      })}`;
  }

  #renderContact(contact: Contact): TemplateResult {
    const { kind, telephone, email, website, postcode, yours = [] } = contact;
    const compact = this.#layout === 'compact';
    const address = addressOf(contact);
    const reach = telephone || email || website;
    const purpose = reach && !compact && words.purpose[kind as keyof typeof words.purpose];
    const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(postcode ?? '')}`;
    const row = (term: string, content: unknown) =>
      html`<dt>${term}</dt>
        <dd>${content}</dd>`;
    return html`<div itemscope itemtype="https://schema.org/MedicalOrganization">
      <meta itemprop="name" content=${contact.name} />
      ${purpose ? html`<p part="purpose">${purpose}</p>` : nothing}
      <dl part="details">
        ${telephone ? row(words.details.telephone, html`<span itemprop="telephone">${phone(telephone)}</span>`) : nothing}
        ${email ? row(words.details.email, html`<a href="mailto:${email}" itemprop="email">${email}</a>`) : nothing}
        ${
          address
            ? row(
                words.details.address,
                html`<span itemprop="address">${address}</span
                  >${postcode ? html`<br />${link(map, words.map)}` : nothing}`,
              )
            : nothing
        }
        ${website ? row(words.details.website, link(website, words.visit)) : nothing}
      </dl>
      ${telephone || email ? nothing : html`<p>${words['no-details']} ${website ? words['through-website'] : nothing}</p>`}
      ${
        yours[0] || this.querySelector('[slot=details]')
          ? html`<p class="small" part="yours">
              ${words.yours} ${yours.map((detail) => words.details[detail]).join(', ')}
            </p>`
          : nothing
      }
      <slot name="details" @slotchange=${() => this.requestUpdate()}></slot>
      ${compact || !(reach || address) ? nothing : this.#renderActions(contact, address)}
    </div>`;
  }

  #renderActions(contact: Contact, address: string): TemplateResult {
    return html`<div class="actions" part="actions">
        <button type="button" @click=${() => this.#save(contact)}>${words.save}</button>
        ${address ? html`<button type="button" @click=${() => this.#copy(contact)}>${words.copy}</button>` : nothing}
        <button type="button" @click=${() => print()}>${words.print}</button>
      </div>
      <p class="small" role="status">${this.status}</p>`;
  }

  #renderInline(state: Exclude<State, { type: 'unknown' }>): TemplateResult {
    const bodies = state.type === 'open' ? [state.body] : state.successors;
    const closed = state.type === 'closed';
    return html`<span class="inline" part="card"
      >${closed ? `${state.body.name} (${words.now} ` : nothing}${bodies.map((body, index) => {
        const { name, telephone, website } = this.#contact(body);
        return html`${index ? ` ${words.and} ` : nothing}<strong id=${index ? nothing : 'heading'}
            >${website ? link(website, name) : name}</strong
          >${telephone ? html`, ${phone(telephone)}` : nothing}`;
      })}${closed ? ')' : nothing}</span
    >`;
  }

  get #layout(): (typeof layouts)[number] {
    return this.oneOf('layout', this.layout, layouts);
  }

  #state(): State {
    const area = this.#follower.area;
    const code = this.organisation;
    const alliance = this.allianceId;
    const body = area
      ? areaBody(area.kind, area.id)
      : code
        ? organisation(code)
        : alliance && areaBody('alliance', alliance);
    if (!area && code && !body) {
      this.fail('organisation', code, 'ids and ODS codes in docs/organisations.md');
      return { type: 'unknown' };
    }
    // With a name and nothing else asked for, the card is the host's own, with nothing of ours in it.
    if (!body) return { type: 'open', body: this.#contact({ name: '' }).name ? { name: '' } : region() };
    return body.closed ? { type: 'closed', body, successors: livingSuccessors(body) } : { type: 'open', body };
  }

  /** A body's details with those of the host's own that pass. */
  #contact(body: Partial<Organisation> & { readonly name: string }): Contact {
    const own: Partial<Record<OwnDetail, string>> = {};
    for (const detail of ownDetails) {
      const value = this[detail];
      if ((value ?? '') === '') continue;
      const [pattern, expected] = accepted[detail];
      if (typeof value === 'string' && pattern.test(value.trim())) own[detail] = value.trim();
      else this.warn(detail, value, expected);
    }
    return contactOf(body, own);
  }

  #save(contact: Contact): void {
    const file = own('createElement', 'a') as HTMLAnchorElement;
    file.href = URL.createObjectURL(new Blob([vcard(contact)], { type: 'text/vcard' }));
    file.download = `${contact.name.replace(/\W+/g, '-')}.vcf`;
    file.click();
    // The download has its own reference by the next task; keeping ours would keep the file in memory.
    setTimeout(() => URL.revokeObjectURL(file.href));
  }

  async #copy(contact: Contact): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${contact.name}\n${addressOf(contact)}`);
      this.status = words.copied;
    } catch {
      this.status = words['not-copied'];
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-card': ContactCard;
  }
}

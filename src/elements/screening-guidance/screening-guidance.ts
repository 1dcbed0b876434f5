import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import words from '../../../content/en/screening-guidance.yaml';
import { AllianceElement } from '../../base/alliance-element.js';
import { heading } from '../../base/heading.js';
import { someOf } from '../../base/some-of.js';
import type { Programme, Question } from '../../content/schema/screening-guidance.js';
import { columnsStyles } from '../../parts/columns.js';
import { notice } from '../../parts/notice.js';
import { provenance } from '../../parts/provenance.js';
import { ageQuestion, choiceQuestion, result } from './checker.js';
import { asks, invitations, wholeAge, type Answers } from './invitations.js';
import { lines, programme } from './programme.js';
import { ScreeningAnswerEvent } from './screening-answer-event.js';
import { styles } from './screening-guidance.styles.js';

const checker = words.checker;
const all = Object.keys(words.programmes) as Programme[];
const adult = 18;

/** Where the checker is. The answers live here only, and only while their result is shown. */
type Checker =
  { readonly type: 'asking'; readonly wrongAge?: boolean } | { readonly type: 'answered'; readonly answers: Answers };

/**
 * Screening for bowel, breast, cervical and lung cancer, and the honest answer on prostate: who is invited, what happens,
 * benefits and harms, what a result means; and "Which am I invited to?", answered on the reader's device.
 *
 * Programmes are the same in both alliances, so `alliance` and `for` change nothing here. Answers are not kept or sent.
 *
 * @summary Cancer screening, and which programmes invite you.
 * @slot - Shown until the widget is ready, and for ever if the script never arrives.
 * @slot heading - The host's own words in place of the heading.
 * @slot footer - The host's own words above the line on sources.
 * @csspart frame - The whole widget.
 * @csspart page - The widget's type area inside the frame.
 * @csspart heading - The widget's heading.
 * @csspart subheading - A heading inside the widget.
 * @csspart intro - What screening is.
 * @csspart symptoms - That symptoms do not wait for screening.
 * @csspart notice - Emergencies, and that medical questions go to a GP.
 * @csspart programmes - The programmes.
 * @csspart programme - One programme, which opens and closes.
 * @csspart section - One section of a programme.
 * @csspart benefits - Benefits of a programme.
 * @csspart harms - Possible harms of a programme, beside the benefits.
 * @csspart telephone - A telephone link.
 * @csspart relay - The same number through Relay UK.
 * @csspart checker - The questions of "Which am I invited to?".
 * @csspart question - One question.
 * @csspart error - What is wrong with an answer, beside its field.
 * @csspart submit - The button that asks for the answer.
 * @csspart answer - The whole answer.
 * @csspart result - The answer about one programme.
 * @csspart again - The button that starts again.
 * @csspart provenance - Publisher, day of the last check and sources.
 * @cssproperty [--alliance-accent=#005eb8] - The rule above benefits, harms, the checker and results.
 * @cssproperty [--alliance-button=#007f3b] - The button that asks for the answer.
 * @fires {AllianceReadyEvent} alliance-ready - Once, when the widget is on the page.
 * @fires {AllianceLinkEvent} alliance-link - When a reader follows a link.
 * @fires {ScreeningAnswerEvent} screening-answer - When a reader has asked for the answer; carries no answers.
 */
export class ScreeningGuidance extends AllianceElement {
  static override properties: PropertyDeclarations = {
    programme: {},
    checker: { state: true },
  };

  static override styles: CSSResultGroup = [AllianceElement.styles, columnsStyles, styles];

  /** Which programmes, in which order: any of `bowel breast cervical lung prostate`, separated by spaces; default all. */
  declare programme?: string | null;

  declare private checker?: Checker;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Other programmes ask other questions: an answer to the earlier ones would no longer fit.
    if (changed.has('programme')) this.checker = { type: 'asking' };
  }

  protected override renderContent(): unknown {
    const shown = someOf(this.programme, all, (word, known) => this.warn('programme', word, known));
    const cited = new Set([words.shared, ...shown.map((name) => words.programmes[name].sources)].flat());
    return html`${this.renderHeading(words.heading)} ${notice()}
      <div part="intro">${lines(words.intro)}</div>
      <div class="callout" part="symptoms">
        ${heading(this.rank + 1, 's', words.symptoms.heading)} ${lines(words.symptoms.text)}
      </div>
      ${lines(words.choice)}
      <div class="programmes" part="programmes">
        ${shown.map((name) => keyed(name, programme(name, shown.length === 1, this.rank + 1)))}
      </div>
      ${this.#renderChecker(shown)} ${words.copies ? html`<p class="small">${words.copies}</p>` : nothing}
      ${provenance({ ...words.reviewed, sources: words.sources.filter((_, index) => cited.has(index)) })}`;
  }

  #renderChecker(shown: readonly Programme[]): TemplateResult {
    const state = this.checker;
    const wrongAge = state?.type === 'asking' && state.wrongAge === true;
    const asked = (Object.keys(checker.questions) as Question[]).filter((question) =>
      shown.some((name) => asks[name].includes(question)),
    );
    return html`<form
        class="card screen"
        part="checker"
        autocomplete="off"
        novalidate
        @submit=${this.#onSubmit}
        @input=${this.#onInput}
      >
        ${heading(this.rank + 1, 'm', checker.heading)}
        <p>${checker.intro} ${checker.privacy}</p>
        ${asked.map((question) =>
          keyed(question, question === 'age' ? ageQuestion(wrongAge) : choiceQuestion(question)),
        )}
        <button class="primary" part="submit">${checker.submit}</button>
      </form>
      <p class="hidden" role="status">${state?.type === 'answered' ? checker.announce : nothing}</p>
      ${state?.type === 'answered' ? this.#renderAnswer(state.answers, shown) : nothing}`;
  }

  #renderAnswer(answers: Answers, shown: readonly Programme[]): TemplateResult {
    const found = invitations(answers);
    return html`<div part="answer">
      ${heading(this.rank + 1, 'm', checker.answer, 'part="subheading" id="answer" tabindex="-1"')}
      ${(wholeAge(answers.age) ?? adult) < adult ? lines(checker.young) : nothing}
      <ul class="plain answers" role="list">
        ${shown.map((name) => found.filter((one) => one.programme === name).map((one) => result(one, this.rank + 2)))}
      </ul>
      <p>${checker.caveat}</p>
      <p><button type="button" part="again" @click=${this.#onAgain}>${checker.again}</button></p>
    </div>`;
  }

  async #show(checker: Checker, focus: string): Promise<void> {
    this.checker = checker;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const told = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    const typed = told['age']?.trim();
    const age = typed && /^\d{1,3}$/.test(typed) ? wholeAge(Number(typed)) : undefined;
    if (typed && age === undefined) {
      void this.#show({ type: 'asking', wrongAge: true }, '#age');
      return;
    }
    void this.#show({ type: 'answered', answers: { ...told, age } }, '#answer');
    this.dispatchEvent(new ScreeningAnswerEvent());
  };

  /** A changed answer takes the old result away, and what was typed does not go up into the page. */
  readonly #onInput = (event: Event): void => {
    event.stopPropagation();
    if (this.checker?.type === 'answered') this.checker = { type: 'asking' };
  };

  readonly #onAgain = (): void => {
    this.renderRoot.querySelector('form')?.reset();
    void this.#show({ type: 'asking' }, '#age');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'screening-guidance': ScreeningGuidance;
  }
}

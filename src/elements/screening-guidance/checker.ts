import { html, nothing, type TemplateResult } from 'lit';
import words from '../../../content/en/screening-guidance.yaml';
import { heading } from '../../base/heading.js';
import type { Question } from '../../content/schema/screening-guidance.js';
import type { Answer } from './invitations.js';
import { helpline } from './programme.js';

const checker = words.checker;

/** The question for the age, with what is wrong with its answer. */
export function ageQuestion(wrong: boolean): TemplateResult {
  const { text, hint } = checker.questions.age;
  // Text and not a number field, as NHS forms do: no wheel changes it, and what was typed can be judged.
  return html`<div class="question ${wrong ? 'wrong' : ''}" part="question">
    <label class="ask" for="age">${text}</label>
    <span class="hint" id="age-hint">${hint}</span>
    ${
      wrong
        ? html`<p class="error" part="error" id="age-error">
            <span class="hidden">${checker['error-prefix']}</span> ${checker.error}
          </p>`
        : nothing
    }
    <input
      id="age"
      name="age"
      inputmode="numeric"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${wrong ? 'age-hint age-error' : 'age-hint'}
      aria-invalid=${wrong ? 'true' : nothing}
    />
  </div>`;
}

/** A question with a few answers to choose from. */
export function choiceQuestion(question: Question): TemplateResult {
  const { text, hint, options = {} } = checker.questions[question];
  const hintId = `${question}-hint`;
  return html`<fieldset class="question" part="question" aria-describedby=${hint ? hintId : nothing}>
    <legend class="ask">${text}</legend>
    ${hint ? html`<span class="hint" id=${hintId}>${hint}</span>` : nothing}
    <div class="options">
      ${Object.entries(options).map(
        ([value, label]) => html`<label><input type="radio" name=${question} value=${value} />${label}</label>`,
      )}
    </div>
  </fieldset>`;
}

/** The answer about one programme: what it is, what it depends on, why, and that symptoms do not wait. */
export function result({ programme, outcome, reasons, dependsOn }: Answer, level: number): TemplateResult {
  return html`<li class="card" part="result">
    ${heading(level, 's', words.programmes[programme].name)}
    <p class="outcome">${checker.outcomes[outcome]}</p>
    ${
      dependsOn.length
        ? html`<ul>
            ${dependsOn.map((question) => html`<li>${checker.questions[question].depends}</li>`)}
          </ul>`
        : nothing
    }
    ${reasons.map((reason) => [
      reason === 'symptoms' && outcome === 'can-ask' ? helpline(programme) : nothing,
      html`<p class=${reason}>${checker.reasons[reason]}</p>`,
    ])}
  </li>`;
}

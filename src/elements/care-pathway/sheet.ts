import { html, render, type CSSResult, type TemplateResult } from 'lit';
import words from '../../../content/en/care-pathway.yaml';
import shared from '../../../content/en/interface.yaml';
import { heading } from '../../base/heading.js';
import type { StageId } from '../../content/schema/care-pathway.js';
import { own } from '../../lit/own.js';
import { link } from '../../parts/link.js';
import { notice } from '../../parts/notice.js';
import { forReader, stages, type Audience } from './stage.js';

const labels = words.labels;

/** The questions of some steps with room to write: what goes onto paper. */
function sheet(ids: readonly StageId[], audience: Audience): TemplateResult {
  const list = (questions: readonly string[]) =>
    html`<ul class="plain room">
      ${questions.map((question) => html`<li>${question}</li>`)}
    </ul>`;
  return html`<div class="frame">
    ${heading(1, 'l', labels.sheet)} ${notice()}
    ${ids.map((id) => {
      const { name, ask, relatives } = stages[id];
      const part = (title: string, questions: readonly string[]) => [heading(3, 's', title), list(questions)];
      const parts = forReader(audience, part(labels.ask, ask), part(labels.relatives, relatives.ask));
      return [heading(2, 'm', name), parts];
    })}
    ${heading(2, 'm', labels.own)} ${list(['', '', ''])}
    <p class="small">${shared.publisher} ${link(shared.website, shared['website-name'])}</p>
  </div>`;
}

/**
 * Prints the sheet alone. It has a document of its own, inside the widget: only so does the host's page stay off the
 * paper, and its styles and ours untouched. The last one stays, unseen, until the next: a phone still reads it after it
 * has said that printing is over.
 *
 * @param root - Where the document may stand.
 * @param styles - Sheets of the widget, which a document cannot borrow from another.
 */
export function printSheet(
  root: HTMLElement | DocumentFragment,
  styles: readonly CSSResult[],
  ids: readonly StageId[],
  audience: Audience,
): void {
  root.querySelector('iframe')?.remove();
  const frame = own('createElement', 'iframe') as HTMLIFrameElement;
  frame.className = 'paper';
  // Some browsers make the empty document at once, others a little later.
  frame.onload = () => {
    frame.onload = null;
    const { contentDocument: page, contentWindow } = frame;
    const view = contentWindow as (Window & typeof globalThis) | null;
    // A page in a sandbox gets no hold of it: then the whole is printed, as by the browser's own button.
    if (!page || !view) {
      print();
      return;
    }
    page.title = labels.sheet;
    page.documentElement.lang = 'en';
    page.adoptedStyleSheets = styles.map(({ cssText }) => {
      const copy = new view.CSSStyleSheet();
      copy.replaceSync(cssText);
      return copy;
    });
    render(sheet(ids, audience), page.body);
    view.print();
  };
  root.append(frame);
}

import { prefix } from './base/prefix.js';
import { own } from './lit/own.js';

const mark = 'data-alliance-element';

/**
 * Places for our elements on pages whose editors delete tags that they do not know:
 * `<div data-alliance-element="contact-card" data-organisation="RM102">` is `<contact-card organisation="RM102">`.
 */
// No forms: a form's fields can be named after what is asked of it.
export const placeholders = `[${mark}]:not(form)`;

/** The tag that an element stands for; of any other element, nothing. */
export const standsFor = (place: Element): string | null => Element.prototype.getAttribute.call(place, mark);

/** Attributes that a place has for itself, and hands on; all others are the element's own, and written with `data-`. */
const handedOn = ['id', 'class', 'lang', 'dir', 'hidden'];

/** Puts the element in its place, with the attributes that it knows and all that stood there as its fallback. */
export function fulfil(place: Element): void {
  const name = prefix + (standsFor(place) ?? '');
  const type = customElements.get(name) as { version?: string; observedAttributes?: readonly string[] } | undefined;
  if (!type?.version) {
    console.warn(`Alliance Elements: there is no ${mark}="${name.slice(0, 60)}".`);
    return;
  }
  const element = own('createElement', name);
  // Only what an element of ours observes: a page that lets nobody write `onclick` may let them write `data-onclick`.
  for (const attribute of [...handedOn, ...(type.observedAttributes ?? [])]) {
    // Whoever may write no tag is not to choose where readers' postcodes go.
    if (attribute === 'lookup') continue;
    const value = place.getAttribute(`data-${attribute}`) ?? place.getAttribute(attribute);
    if (value !== null) element.setAttribute(attribute, value);
  }
  for (const child of place.querySelectorAll(':scope > [data-slot]'))
    child.slot = child.getAttribute('data-slot') ?? '';
  place.replaceWith(element);
  // A link stays one, as the fallback.
  place.removeAttribute(mark);
  element.append(...(place.localName === 'a' ? [place] : place.childNodes));
}

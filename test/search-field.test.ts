import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { render } from 'lit';
import { searchField, searchWords } from '../src/parts/search-field.js';

/** A search box in a page of its own, that keeps what was typed as a widget does. */
class Box {
  value = '';
  readonly searches: string[] = [];

  constructor(readonly root: HTMLElement) {
    this.show();
  }

  static from(value = ''): Box {
    const root = document.createElement('div');
    root.className = 'fixture';
    document.body.append(root);
    const box = new Box(root);
    box.value = value;
    box.show();
    return box;
  }

  show(): void {
    const { value } = this;
    const status = value ? '1 thing matches' : '2 things';
    const words = { label: 'Search things', hint: 'Such as a hat', clear: 'Clear search', status };
    const onSearch = (asked: string) => {
      this.searches.push((this.value = asked));
      this.show();
    };
    render(searchField({ ...words, value, onSearch }), this.root);
  }

  one(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  get input(): HTMLInputElement {
    return this.one('input') as HTMLInputElement;
  }
}

afterEach(() => {
  for (const root of document.querySelectorAll('.fixture')) root.remove();
});

describe('search field', () => {
  it('searches at each letter', async () => {
    const box = Box.from();
    box.input.focus();
    await sendKeys({ type: 'hat' });
    expect(box.searches).to.deep.equal(['h', 'ha', 'hat']);
    expect(box.input.value).to.equal('hat');
  });

  it('is a search box with a label, a hint and a polite count', async () => {
    const box = Box.from();
    expect(box.input.type).to.equal('search');
    expect(box.input.labels?.[0]?.textContent).to.equal('Search things');
    expect(box.one(`#${box.input.getAttribute('aria-describedby')}`).textContent).to.equal('Such as a hat');
    expect(box.one('[role=status]').textContent).to.equal('2 things');
    await expect(box.root).to.be.accessible();
  });

  it('keeps the place of its count, so that changes are told', () => {
    const box = Box.from();
    const status = box.one('[role=status]');
    box.value = 'hat';
    box.show();
    expect(box.one('[role=status]')).to.equal(status);
    expect(status.textContent).to.equal('1 thing matches');
  });

  it('empties by its button and puts the reader back in the box', () => {
    const box = Box.from('hat');
    box.one('button').click();
    expect(box.input.value).to.equal('');
    expect(box.searches).to.deep.equal(['']);
    expect(document.activeElement).to.equal(box.input);
  });

  it('empties by Escape, which the page then does not hear; an empty box leaves Escape to the page', async () => {
    const box = Box.from('hat');
    let heard = 0;
    box.root.addEventListener('keydown', () => heard++);
    box.input.focus();
    await sendKeys({ press: 'Escape' });
    expect([box.input.value, heard]).to.deep.equal(['', 0]);
    await sendKeys({ press: 'Escape' });
    expect([box.input.value, heard]).to.deep.equal(['', 1]);
  });

  it('leaves Escape to an input method that is composing', () => {
    const box = Box.from('は');
    box.input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }));
    expect(box.searches).to.be.empty;
  });

  it('takes no more than 100 characters', async () => {
    expect(searchWords('x'.repeat(10_000))).to.have.length(100);
    const box = Box.from('x'.repeat(99));
    box.input.focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: 'yyy' });
    expect(box.input.value).to.have.length(100);
  });

  it('takes nothing but text from a host', () => {
    for (const junk of [undefined, null, true, 7, {}, [], Symbol('x')]) expect(searchWords(junk)).to.equal('');
  });
});

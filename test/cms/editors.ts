import type { Browser, JSHandle } from 'puppeteer-core';
import { serveText } from '../node/browser.js';
import { serveLibrary } from '../../tools/serve.js';
import { packages } from './install.js';
import type { AllowLists } from './allow-lists.js';

/** What takes a list of snippets and gives what is left of each. */
export type Clean = (html: readonly string[]) => Promise<string[]>;

/** As far as they are used here, the editors' own names on a page. */
declare const tinymce: {
  init(options: object): Promise<{ setContent(html: string): void; getContent(): string; remove(): void }[]>;
};
declare const Quill: new (
  place: Element,
  options: object,
) => { root: HTMLElement; setText(text: string): void; focus(): void; getSemanticHTML(): string };
declare const DOMPurify: { sanitize(html: string, options: object): string };
declare const CKEDITOR: Readonly<Record<string, unknown>> & {
  ClassicEditor: {
    create(place: Element, options: object): Promise<Editor>;
  };
};
interface Editor {
  setData(html: string): void;
  getData(): string;
  destroy(): Promise<void>;
}

const scripts = [
  'tinymce/tinymce.min.js',
  'ckeditor5/dist/browser/ckeditor5.umd.js',
  'quill/dist/quill.js',
  'dompurify/dist/purify.js',
];

/** The editors that run in a browser, each as a page would start it. */
export async function startEditors(browser: Browser, lists: AllowLists) {
  const files = await serveLibrary(packages);
  const host = await serveText({
    '/': `<!doctype html><html lang="en"><title>Editors</title><body><div id="place"></div>${scripts
      .map((file) => `<script src="${files.origin}/${file}"></script>`)
      .join('')}`,
  });
  const page = await browser.newPage();
  await page.goto(host.origin);

  /** Options, from the text that the documents print. */
  const optionsOf = (text: string) => page.evaluateHandle(`(${text})`) as Promise<JSHandle<object>>;

  /** The content as put in through the editor's view of the source. */
  const inTinyMCE =
    (options = '{}'): Clean =>
    async (html) =>
      page.evaluate(
        async (given, base, more) => {
          const [editor] = await tinymce.init({
            selector: '#place',
            license_key: 'gpl',
            base_url: `${base}/tinymce`,
            suffix: '.min',
            ...more,
          });
          const cleaned = given.map((text) => {
            editor?.setContent(text);
            return editor?.getContent() ?? '';
          });
          editor?.remove();
          return cleaned;
        },
        html,
        files.origin,
        await optionsOf(options),
      );

  /** Headings, links, lists and bold, as Drupal's “Basic HTML” offers them. */
  const inCKEditor =
    (options = '{}', support = false): Clean =>
    async (html) =>
      page.evaluate(
        async (given, more, supported) => {
          const plugins = 'Essentials Paragraph Heading Bold Italic Link List BlockQuote'.split(' ');
          if (supported) plugins.push('GeneralHtmlSupport');
          const levels = [2, 3, 4, 5, 6].map((level) => ({
            model: `heading${level}`,
            view: `h${level}`,
            title: `Heading ${level}`,
          }));
          const editor = await CKEDITOR.ClassicEditor.create(document.querySelector('#place')!, {
            licenseKey: 'GPL',
            plugins: plugins.map((name) => CKEDITOR[name]),
            heading: { options: [{ model: 'paragraph', title: 'Paragraph' }, ...levels] },
            ...more,
          });
          const cleaned = given.map((text) => {
            editor.setData(text);
            return editor.getData();
          });
          await editor.destroy();
          return cleaned;
        },
        html,
        await optionsOf(options),
        support,
      );

  /** Quill has no view of the source, so the content comes from the clipboard. */
  const inQuill: Clean = (html) =>
    page.evaluate((given) => {
      const quill = new Quill(document.querySelector('#place')!, { theme: 'bubble' });
      return given.map((text) => {
        quill.setText('');
        quill.focus();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', text);
        quill.root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        return quill.getSemanticHTML();
      });
    }, html);

  const inDOMPurify =
    (options = '{}'): Clean =>
    async (html) =>
      page.evaluate(
        (given, more) => given.map((text) => DOMPurify.sanitize(text, more)),
        html,
        await optionsOf(options),
      );

  return {
    tinymce: inTinyMCE(),
    tinymceAllowed: inTinyMCE(lists.tinymce.replace('YOUR-HOST', '127.0.0.1')),
    ckeditor: inCKEditor(),
    ckeditorAllowed: inCKEditor(lists.ckeditor, true),
    ckeditorFull: inCKEditor(
      '{ htmlSupport: { allow: [{ name: /.*/, attributes: true, classes: true, styles: true }] } }',
      true,
    ),
    quill: inQuill,
    dompurify: inDOMPurify(),
    dompurifyAllowed: inDOMPurify(lists.dompurify),
    close: async () => {
      await page.close();
      await host.close();
      await files.close();
    },
  };
}

type Method =
  | 'addEventListener'
  | 'createElement'
  | 'createTreeWalker'
  | 'dispatchEvent'
  | 'importNode'
  | 'querySelector'
  | 'querySelectorAll';

/**
 * Calls a method of the document as the browser made it. A page can name an image "createElement", and
 * `document.createElement` is then that image; the prototype keeps its own.
 */
export const own = <K extends Method>(method: K, ...given: Parameters<Document[K]>): ReturnType<Document[K]> =>
  Reflect.apply(Document.prototype[method], document, given) as ReturnType<Document[K]>;

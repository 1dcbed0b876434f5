import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';

/** One mistake in a content file, told so that a content owner can mend it. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  /** Where in the file, such as `programmes[2].benefits`. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

export class ContentError extends Error {
  constructor(readonly mistakes: readonly Mistake[]) {
    super(
      mistakes
        .map(({ file, line, field, found, expected }) => `${file}:${line}: ${field}: found ${found}; ${expected}`)
        .join('\n'),
    );
    this.name = 'ContentError';
  }
}

export type Path = readonly PropertyKey[];

/** A parsed content file that can say on which line a field stands. */
export class ContentFile {
  readonly #lines = new LineCounter();
  readonly #document: Document;

  constructor(
    readonly name: string,
    source: string,
  ) {
    this.#document = parseDocument(source, { lineCounter: this.#lines, prettyErrors: false });
    const [error] = this.#document.errors;
    if (error) {
      const line = this.#lines.linePos(error.pos[0]).line;
      throw new ContentError([{ file: name, line, field: '(file)', found: 'broken YAML', expected: error.message }]);
    }
  }

  get value(): unknown {
    return this.#document.toJS() as unknown;
  }

  mistake(path: Path, expected: string): Mistake {
    const value = this.#document.getIn(path);
    return {
      file: this.name,
      line: this.#lineOf(path),
      field:
        path
          .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
          .join('')
          .replace(/^\./, '') || '(file)',
      found: value === undefined ? 'nothing' : describe(isNode(value) ? value.toJSON() : value),
      expected,
    };
  }

  /** The line of a field, or of what it is missing from. */
  #lineOf(path: Path): number {
    for (let length = path.length; length >= 0; length--) {
      const at = path.slice(0, length);
      const parent = length ? this.#document.getIn(at.slice(0, -1), true) : undefined;
      const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(at.at(-1))) : undefined;
      const node = pair?.key ?? this.#document.getIn(at, true);
      if (isNode(node) && node.range) return this.#lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function describe(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}

import { readFileSync } from 'node:fs';

/**
 * What a site's developer adds to a cleaner so that it leaves our widgets standing, as the code that the documents print
 * and the test runs.
 */
export interface AllowLists {
  readonly wordpress: string;
  readonly tinymce: string;
  readonly ckeditor: string;
  readonly dompurify: string;
  readonly sanitizeHtml: string;
  readonly bleach: string;
}

/** An array of names, in lines that fit a page. */
function names(values: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const value of values) {
    const last = lines.at(-1);
    if (last === undefined || last.length + value.length > 88) lines.push(`'${value}'`);
    else lines[lines.length - 1] = `${last}, '${value}'`;
  }
  return lines.map((line) => `\n${indent}  ${line},`).join('') + `\n${indent}`;
}

export function allowLists(tags: readonly string[], attributes: readonly string[]): AllowLists {
  return {
    wordpress: `add_filter( 'wp_kses_allowed_html', function ( $tags, $context ) {
  if ( 'post' !== $context ) {
    return $tags;
  }
  $attributes = array(${names(attributes, '  ')});
  $elements = array(${names(tags, '  ')});
  foreach ( $elements as $element ) {
    $tags[ $element ] = array_fill_keys( $attributes, true );
  }
  $tags['p']['slot'] = true;
  return $tags;
}, 10, 2 );`,
    tinymce: `{
  custom_elements: '${tags.join(',')}',
  extended_valid_elements:
    'p[slot|id|class|lang|dir],' +
    '${tags.join(' ')}'
      .replace(/[\\w-]+/g, '$&[${attributes.join('|')}]')
      .replaceAll(' ', ','),
  sandbox_iframes_exclusions: ['YOUR-HOST'],
}`,
    ckeditor: `{
  htmlSupport: {
    allow: [
      { name: 'div', attributes: [{ key: /^data-.*$/, value: true }] },
      { name: 'p', attributes: [{ key: 'data-slot', value: true }] },
    ],
  },
}`,
    dompurify: `{
  ADD_ATTR: ['slot'],
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: /^(${tags.join('|')})$/,
    attributeNameCheck: /^(${attributes.join('|')})$/,
  },
}`,
    sanitizeHtml: `{
  allowedAttributes: {
    ...sanitizeHtml.defaults.allowedAttributes,
    div: ['data-*'],
    p: ['data-slot'],
    iframe: ['src', 'title', 'width', 'height'],
  },
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'iframe'],
  allowedIframeHostnames: ['YOUR-HOST'],
}`,
    bleach: /# The allow-list.*\n([^]*?)\n# To here/.exec(readFileSync('test/cms/clean_bleach.py', 'utf8'))?.[1] ?? '',
  };
}

type Value = string | readonly Value[] | { readonly [name: string]: Value };

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

function written(value: Value, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `array( ${value.map((each: Value) => written(each, indent)).join(', ')} )`;
  const lines = Object.entries(value).map(
    ([name, each]) => `${indent}\t${quoted(name)} => ${written(each, `${indent}\t`)},\n`,
  );
  return lines.length ? `array(\n${lines.join('')}${indent})` : 'array()';
}

/** A file of PHP that gives a value to who requires it, and nothing to who asks for its address. */
export function php(what: string, value: Value): string {
  return `<?php\n// ${what} Written by the build.\ndefined( 'ABSPATH' ) || exit;\n\nreturn ${written(value, '')};\n`;
}

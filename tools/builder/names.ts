/** What a widget's own words call the values of an option. */
export type Names = Readonly<Record<string, string>>;

const isRecord = (found: unknown): found is Readonly<Record<string, unknown>> =>
  typeof found === 'object' && found !== null && !Array.isArray(found);

/** Words themselves, or the name or heading of what has one. */
const nameOf = (found: unknown): string | undefined => {
  if (typeof found === 'string') return found;
  const name = isRecord(found) ? (found['name'] ?? found['heading']) : undefined;
  return typeof name === 'string' ? name : undefined;
};

/** What a widget's content calls these values, where it has a place with a name for each of them. */
export function namesIn(content: unknown, values: readonly string[]): Names | undefined {
  if (Array.isArray(content)) return first(content, values);
  if (!isRecord(content)) return undefined;
  const names = values.map((value) => [value, nameOf(content[value])] as const);
  if (names.every((pair): pair is readonly [string, string] => !!pair[1])) return Object.fromEntries(names);
  return first(Object.values(content), values);
}

function first(places: readonly unknown[], values: readonly string[]): Names | undefined {
  for (const place of places) {
    const found = namesIn(place, values);
    if (found) return found;
  }
  return undefined;
}

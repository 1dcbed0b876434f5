/**
 * How lines travel: the first point as two figures of base 92 for each of x and y, then steps of -46 to 45. A figure is
 * one printable letter. Why so: docs/decisions/0003-outlines.md.
 */
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

const first = 35;
const base = 92;
const middle = 46;

/** Lines as letters, a space between each two. A longer step than letters allow is made in several. */
export function encodeLines(lines: readonly Line[]): string {
  const letters = (...figures: readonly number[]) => String.fromCharCode(...figures.map((figure) => first + figure));
  return lines
    .map((line) => {
      let [x, y] = line[0] ?? [0, 0];
      let text = letters(Math.floor(x / base), x % base, Math.floor(y / base), y % base);
      for (const [toX, toY] of line.slice(1)) {
        for (let stops = Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / 45); stops > 0; stops--) {
          const stepX = Math.round((toX - x) / stops);
          const stepY = Math.round((toY - y) / stops);
          text += letters(middle + stepX, middle + stepY);
          x += stepX;
          y += stepY;
        }
      }
      return text;
    })
    .join(' ');
}

export function decodeLines(text: string): Line[] {
  return text.split(' ').map((letters) => {
    const figure = (index: number) => letters.charCodeAt(index) - first;
    let x = figure(0) * base + figure(1);
    let y = figure(2) * base + figure(3);
    const line: [number, number][] = [[x, y]];
    for (let index = 4; index < letters.length; index += 2)
      line.push([(x += figure(index) - middle), (y += figure(index + 1) - middle)]);
    return line;
  });
}

/** One closed path of SVG for several rings. */
export function pathOf(rings: readonly Line[]): string {
  return rings
    .map((ring) => {
      let [x, y] = [0, 0];
      const steps = ring.map(([toX, toY]) => {
        const step = `${toX - x} ${toY - y}`;
        [x, y] = [toX, toY];
        return step;
      });
      return `M${steps[0]}l${steps.slice(1).join(' ')}z`;
    })
    .join('');
}

/**
 * The rings around a group of areas: the arcs that only one of its rings has, end to end.
 *
 * @param rings - Rings of numbers of arcs; `~n` is arc `n` backwards.
 */
export function dissolve(rings: readonly (readonly number[])[], arcs: readonly Line[]): Line[] {
  const all = rings.flat();
  const loose = new Map<string, Line[]>();
  for (const number of all) {
    if (all.includes(~number)) continue;
    const forwards = arcs[number < 0 ? ~number : number] ?? [];
    const arc = number < 0 ? [...forwards].reverse() : forwards;
    const start = String(arc[0]);
    loose.set(start, [...(loose.get(start) ?? []), arc]);
  }
  const closed: Line[] = [];
  for (const [start, waiting] of loose) {
    while (waiting.length) {
      const ring: Point[] = [];
      let at = start;
      do {
        const arc = loose.get(at)?.pop();
        if (!arc) break;
        // The last point of an arc is the first of the next.
        ring.push(...arc.slice(0, -1));
        at = String(arc.at(-1));
      } while (at !== start);
      closed.push(ring);
    }
  }
  return closed;
}

import data from '../../content/outcodes.yaml';
import { organisations } from './catalogue.js';
import { decodeOutcodes, type Outcode } from './outcodes-decode.js';

export { all, some, type Outcode, type Share } from './outcodes-decode.js';

const idsOf = (wanted: 'system' | 'icb') =>
  // A system stays an area after it closed; a board that closed covers nothing.
  organisations().flatMap(({ id, kind, closed }) => (kind === wanted && !(kind === 'icb' && closed) ? id : []));

let decoded: ReadonlyMap<string, Outcode> | undefined;

/** The region's outward codes, by their code. Worked out once a page. */
export function outcodes(): ReadonlyMap<string, Outcode> {
  decoded ??= new Map(decodeOutcodes(data, idsOf('system'), idsOf('icb')).map((row) => [row.outcode, row]));
  return decoded;
}

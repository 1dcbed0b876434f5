import words from '../../../content/en/support-directory.yaml';
import { areaBody, type Organisation } from '../../content/catalogue.js';
import type { Need } from '../../content/schema/support-directory.js';

export type Service = (typeof words.services)[string];

/** All that a reader may want help with, in the order to show. */
export const needs = Object.keys(words.needs) as Need[];

const services: readonly Service[] = Object.values(words.services);

/** Whether a local service is for an alliance, a system or a CCG area; of no place in particular, any is. */
function serves({ areas }: Service, place: Organisation | undefined): boolean | undefined {
  return areas?.some((id) => {
    const system = areaBody('system', id);
    return (
      !place || (system && [system.id, ...system.alliances].some((own) => own === place.id || own === place.system))
    );
  });
}

/** Local services of a place that help with one of some needs. */
export const localTo = (place: Organisation | undefined, asked: readonly Need[]): readonly Service[] =>
  services.filter((service) => serves(service, place) && service.needs.some((need) => asked.includes(need)));

/**
 * Services that help everywhere, under what they help with, each once: under the first of its needs that is asked for.
 *
 * @param shown - Services that stand somewhere else already.
 */
export const everywhere = (
  asked: readonly Need[],
  shown: readonly Service[] = [],
): readonly (readonly [need: Need, services: readonly Service[]])[] =>
  asked.map((need) => [
    need,
    services.filter(
      (service) =>
        !service.areas && !shown.includes(service) && service.needs.find((own) => asked.includes(own)) === need,
    ),
  ]);

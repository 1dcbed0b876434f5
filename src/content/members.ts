import { organisations, type Organisation } from './catalogue.js';

/** The bodies of an alliance, a system or a trust, without itself. Boards that span systems belong to no one system. */
export function membersOf(id: string): readonly Organisation[] {
  return organisations().filter(
    (body) =>
      body.id !== id && (body.system === id || body.trust === id || body.alliances.some((alliance) => alliance === id)),
  );
}

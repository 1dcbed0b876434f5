/** What the type checker must refuse, and what it must not: each line after `@ts-expect-error` is wrong. */
export const taken = (
  <>
    <contact-card organisation="royal-papworth-hospital" heading-level={3} layout="compact" className="host" />
    <region-map hospitals alliance="north" onregion-select={(event) => event.id?.toUpperCase()} />
    <partner-list ref={(list) => void list?.updateComplete} filter="false" group-by="system" />
  </>
);
export const refused = (
  <>
    {/* @ts-expect-error no such attribute */}
    <contact-card organization="royal-papworth-hospital" />
    {/* @ts-expect-error no such word */}
    <contact-card layout="large" />
    {/* @ts-expect-error no such level */}
    <contact-card heading-level={7} />
    {/* @ts-expect-error a property and no attribute: it would be lost on a server and before the script */}
    <contact-card headingLevel={3} />
    {/* @ts-expect-error the event has no such field */}
    <region-map onregion-select={(event) => event.area} />
    {/* @ts-expect-error no such kind of link */}
    <contact-card onalliance-link={(event) => event.kind === 'fax'} />
    {/* @ts-expect-error no such tag */}
    <contact-cards />
  </>
);

/** What the page itself knows of our tags and events. */
const map = document.querySelector('region-map')!;
map.addEventListener('region-select', ({ id }) => id?.toUpperCase());
// @ts-expect-error the event has no such field
map.addEventListener('region-select', ({ area }) => area);
// @ts-expect-error no such property
map.hospital = true;

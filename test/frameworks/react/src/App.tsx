import type { RegionMap } from 'alliance-elements';
import 'alliance-elements/define/contact-card';
import 'alliance-elements/define/partner-list';
import { useState } from 'react';

const hospitals = ['royal-papworth-hospital', 'cambridge-university-hospitals', 'james-paget-university-hospitals'];

/** Set before the tag is defined: the map keeps it. A function that stays the same, so that React calls it once. */
const early = (map: RegionMap | null): void => {
  if (map) Object.assign(map, { headingLevel: 4, selected: 'norfolk-and-waveney' });
};

export function App() {
  const [organisation, setOrganisation] = useState<string | undefined>('royal-papworth-hospital');
  const [level, setLevel] = useState<3 | 4 | null>(3);
  const [marked, setMarked] = useState(false);
  const [filter, setFilter] = useState(false);
  const [said, setSaid] = useState(0);
  const [cards, setCards] = useState(hospitals);
  const [mounted, setMounted] = useState(true);
  const [log, setLog] = useState<readonly string[]>([]);
  const hear = (...words: readonly unknown[]) => setLog((lines) => [...lines, words.join(' ')]);

  return (
    <>
      <button data-do="organisation" onClick={() => setOrganisation('cambridge-university-hospitals')} />
      <button data-do="level" onClick={() => setLevel(4)} />
      <button data-do="nothing" onClick={() => (setOrganisation(undefined), setLevel(null))} />
      <button data-do="hospitals" onClick={() => setMarked(!marked)} />
      <button data-do="filter" onClick={() => setFilter(!filter)} />
      <button data-do="words" onClick={() => setSaid(said + 1)} />
      <button data-do="order" onClick={() => setCards([...cards].reverse())} />
      <button data-do="mount" onClick={() => setMounted(!mounted)} />
      <button data-do="define" onClick={() => import('alliance-elements/define/region-map')} />
      <ol id="log">
        {log.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
      {mounted && (
        <div id="widgets">
          <contact-card
            id="card"
            organisation={organisation}
            heading-level={level}
            onalliance-ready={(event) => hear(event.type)}
            onalliance-link={(event) => hear(event.type, event.kind, event.href)}
          >
            <p>Fallback</p>
          </contact-card>
          <region-map
            id="map"
            ref={early}
            hospitals={marked}
            onregion-select={(event) => hear(event.type, event.id, event.kind, event.alliance)}
          />
          {/* The word that React wrote before version 19. */}
          <partner-list id="list" kind="hospital" filter={`${filter}`}>
            <span slot="heading">Heading {said}</span>
            {said % 2 === 0 && <span slot="footer">Footer {said}</span>}
          </partner-list>
          <div id="cards">
            {cards.map((id) => (
              <contact-card key={id} organisation={id} layout="compact" />
            ))}
          </div>
        </div>
      )}
    </>
  );
}

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { areaBody, organisations } from '../src/content/catalogue.js';
import { positions } from '../src/content/positions.js';
import { decodeLines, dissolve, encodeLines, pathOf, type Line } from '../src/geography/arcs.js';
import { kilometres, miles } from '../src/geography/distance.js';
import { labelPoint } from '../src/geography/label-point.js';
import { borders, land, outline, outlines, type AreaKind } from '../src/geography/outlines.js';
import { locate } from '../src/geography/point-in-area.js';
import { frame, project, unproject } from '../src/geography/projection.js';
import { distanceToLines, pointInRings } from '../src/geography/rings.js';

const ofKind = (kind: AreaKind) => outlines().filter((area) => area.kind === kind);
const systemAt = (latitude: number, longitude: number) => locate(latitude, longitude).areas.system;

/** Square kilometres within rings; holes turn the other way and so count off. */
const area = (rings: readonly Line[]) => {
  const twice = (ring: Line) =>
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0);
  return Math.abs(rings.reduce((sum, ring) => sum + twice(ring), 0)) / 2 / 25;
};

const latitudes = fc.double({ min: 51.3, max: 53.1, noNaN: true });
const longitudes = fc.double({ min: -1.1, max: 1.9, noNaN: true });

describe('the projection', () => {
  it('there and back is the same place', () => {
    fc.assert(
      fc.property(latitudes, longitudes, (latitude, longitude) => {
        const { x, y } = project(latitude, longitude);
        const back = unproject(x, y);
        expect(back.latitude).to.be.closeTo(latitude, 1e-9);
        expect(back.longitude).to.be.closeTo(longitude, 1e-9);
      }),
    );
  });

  it('puts north up and east to the right', () => {
    expect(project(53, 0.5).y).to.be.below(project(52, 0.5).y);
    expect(project(52, 1).x).to.be.above(project(52, 0).x);
  });

  it('keeps short distances true to 2 in 100, at 5 units a kilometre', () => {
    const step = fc.double({ min: -0.05, max: 0.05, noNaN: true });
    fc.assert(
      fc.property(latitudes, longitudes, step, step, (latitude, longitude, north, east) => {
        fc.pre(Math.hypot(north, east) > 0.01);
        const [from, to] = [project(latitude, longitude), project(latitude + north, longitude + east)];
        const drawn = Math.hypot(to.x - from.x, to.y - from.y) / 5;
        expect(drawn / kilometres(latitude, longitude, latitude + north, longitude + east)).to.be.closeTo(1, 0.02);
      }),
    );
  });
});

describe('distance', () => {
  it('knows how far Norwich is from Cambridge', () => {
    expect(kilometres(52.628, 1.299, 52.205, 0.119)).to.be.closeTo(93, 1);
    expect(miles(52.628, 1.299, 52.205, 0.119)).to.be.closeTo(58, 1);
  });

  it('is none to itself, the same both ways, and never more than half round the earth', () => {
    const latitude = fc.double({ min: -90, max: 90, noNaN: true });
    const longitude = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(latitude, longitude, latitude, longitude, (a, b, c, d) => {
        expect(kilometres(a, b, a, b)).to.equal(0);
        expect(kilometres(a, b, c, d)).to.be.closeTo(kilometres(c, d, a, b), 1e-6);
        expect(kilometres(a, b, c, d)).to.be.within(0, 20_016);
      }),
    );
  });
});

describe('lines in letters', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: frame.width }), fc.integer({ min: 0, max: frame.height }));
  const lines = fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 });

  it('come back with every point in its order', () => {
    fc.assert(
      fc.property(lines, (drawn) => {
        const back = decodeLines(encodeLines(drawn));
        expect(back.length).to.equal(drawn.length);
        drawn.forEach((line, index) => {
          const passed = back[index]!.map(String);
          let at = -1;
          for (const each of line) {
            if (at >= 0 && passed[at] === String(each)) continue;
            at = passed.indexOf(String(each), at + 1);
            expect(at).to.be.at.least(0);
          }
          expect(passed[0]).to.equal(String(line[0]));
          expect(passed.at(-1)).to.equal(String(line.at(-1)));
        });
      }),
    );
  });

  it('make a path that SVG can draw', () => {
    expect(
      pathOf([
        [
          [1, 2],
          [4, 2],
          [4, 6],
        ],
      ]),
    ).to.equal('M1 2l3 0 0 4z');
  });

  it('of two squares side by side leave one ring around both', () => {
    const arcs: Line[] = [
      [
        [1, 0],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 1],
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
      ],
    ];
    const [ring, ...more] = dissolve(
      [
        [0, 1],
        [2, ~0],
      ],
      arcs,
    );
    expect(more).to.be.empty;
    expect(area([ring!])).to.equal(2 / 25);
    expect(ring!.length).to.equal(6);
  });
});

describe('the outlines', () => {
  it('are 2 alliances, 6 systems and 16 CCG areas, each in one larger one', () => {
    expect((['alliance', 'system', 'ccg'] as const).map((kind) => ofKind(kind).length)).to.deep.equal([2, 6, 16]);
    for (const { areas } of ofKind('ccg')) {
      expect(outline('system', areas.system ?? '')?.areas.alliance).to.equal(areas.alliance);
      expect(outline('alliance', areas.alliance ?? '')).to.not.equal(undefined);
    }
  });

  it('stand for bodies of the catalogue, in the same systems and alliances', () => {
    for (const { kind, id, areas } of outlines()) {
      const body = areaBody(kind, id);
      expect(body, `${kind} ${id}`).to.not.equal(undefined);
      expect(body?.alliances).to.deep.equal([areas.alliance]);
      if (kind === 'ccg') expect(body?.system).to.equal(`${areas.system}-ics`);
    }
  });

  it('have rings of at least 3 points within the frame, with no point twice in a row', () => {
    for (const { rings, id } of outlines()) {
      for (const ring of rings) {
        expect(ring.length, id).to.be.at.least(3);
        ring.forEach(([x, y], index) => {
          expect(x).to.be.within(0, frame.width);
          expect(y).to.be.within(0, frame.height);
          expect(String(ring[(index + 1) % ring.length]), id).to.not.equal(`${x},${y}`);
        });
      }
    }
  });

  it('lay every edge within the region once each way, so that neighbours share one line', () => {
    const edges = new Set<string>();
    for (const { rings } of ofKind('ccg')) {
      for (const ring of rings) {
        ring.forEach((from, index) => {
          const edge = `${String(from)} ${String(ring[(index + 1) % ring.length])}`;
          expect(edges.has(edge), edge).to.equal(false);
          edges.add(edge);
        });
      }
    }
  });

  // From shared/geography/README.md, measured on the National Grid before generalising.
  for (const [id, expected] of Object.entries({
    'cambridgeshire-and-peterborough': 3473.6,
    'norfolk-and-waveney': 5764.2,
    'suffolk-and-north-east-essex': 4118.6,
    'bedfordshire-luton-and-milton-keynes': 1602.5,
    'hertfordshire-and-west-essex': 2578.9,
    'mid-and-south-essex': 2002.3,
  }))
    it(`give ${id} its true area within 1 in 100`, () => {
      expect(area(outline('system', id)!.rings) / expected).to.be.closeTo(1, 0.01);
    });

  it('add up: CCG areas to systems, systems to alliances', () => {
    for (const { kind, id, rings } of outlines().filter((each) => each.kind !== 'ccg')) {
      const parts = ofKind('ccg').filter(({ areas }) => areas[kind] === id);
      expect(area(rings)).to.be.closeTo(
        parts.reduce((sum, part) => sum + area(part.rings), 0),
        1e-6,
      );
    }
  });

  it('have a label point inside themselves and no other of their kind', () => {
    for (const { kind, id, label } of outlines()) {
      const within = ofKind(kind).filter(({ rings }) => pointInRings(label[0], label[1], rings));
      expect(within.map((each) => each.id)).to.deep.equal([id]);
    }
  });

  it('have a box that just holds them', () => {
    for (const { box, rings } of outlines()) {
      const [left, top, right, bottom] = box;
      const points = rings.flat();
      expect(points.every(([x, y]) => x >= left && x <= right && y >= top && y <= bottom)).to.equal(true);
      expect(points.some(([x]) => x === left) && points.some(([x]) => x === right)).to.equal(true);
      expect(points.some(([, y]) => y === top) && points.some(([, y]) => y === bottom)).to.equal(true);
    }
  });

  it('draw paths of numbers and nothing else', () => {
    for (const path of [land, ...outlines().map((each) => each.path)]) expect(path).to.match(/^(M\d+ \d+l[-\d ]+z)+$/);
  });

  it('find nothing for an id that is not there', () => {
    expect(outline('system', 'luton')).to.equal(undefined);
    expect(outline('ccg', '__proto__')).to.equal(undefined);
  });

  it('have borders, which are not the coast', () => {
    const { x, y } = project(52.94, 1.3);
    expect(distanceToLines(x, y, borders)).to.be.above(100);
  });
});

describe('a label point', () => {
  it('is inside, also of a horseshoe', () => {
    const horseshoe: Line = [
      [0, 0],
      [60, 0],
      [60, 60],
      [40, 60],
      [40, 20],
      [20, 20],
      [20, 60],
      [0, 60],
    ];
    const [x, y] = labelPoint([horseshoe]);
    expect(pointInRings(x, y, [horseshoe])).to.equal(true);
  });
});

describe('a point in rings', () => {
  const square = (from: number, to: number): Line => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
  ];

  it('counts holes and islands in holes', () => {
    const rings = [square(0, 90), square(10, 80), square(20, 70)];
    expect([5, 15, 25, 95].map((at) => pointInRings(at, at, rings))).to.deep.equal([true, false, true, false]);
  });

  it('does not depend on where a ring begins or which way it runs', () => {
    const ring: Line = [
      [0, 0],
      [50, 10],
      [90, 0],
      [70, 60],
      [30, 20],
      [10, 80],
    ];
    const at = fc.integer({ min: -10, max: 100 });
    fc.assert(
      fc.property(at, at, fc.nat(ring.length - 1), (x, y, turn) => {
        const turned = [...ring.slice(turn), ...ring.slice(0, turn)];
        const inside = pointInRings(x + 0.5, y + 0.25, [ring]);
        expect(pointInRings(x + 0.5, y + 0.25, [turned])).to.equal(inside);
        expect(pointInRings(x + 0.5, y + 0.25, [[...turned].reverse()])).to.equal(inside);
      }),
    );
  });
});

describe('where a place lies', () => {
  const north = {
    cp: 'cambridgeshire-and-peterborough',
    nw: 'norfolk-and-waveney',
    snee: 'suffolk-and-north-east-essex',
  };
  const south = {
    blmk: 'bedfordshire-luton-and-milton-keynes',
    hwe: 'hertfordshire-and-west-essex',
    mse: 'mid-and-south-essex',
  };

  for (const [town, latitude, longitude, system] of [
    ['Cambridge', 52.205, 0.119, north.cp],
    ['Royston', 52.048, -0.024, north.cp],
    ['Wisbech', 52.664, 0.16, north.cp],
    ['Peterborough', 52.573, -0.24, north.cp],
    ['Norwich', 52.628, 1.299, north.nw],
    ['Lowestoft', 52.475, 1.745, north.nw],
    ["King's Lynn", 52.752, 0.397, north.nw],
    ['Thetford', 52.413, 0.752, north.nw],
    ['Ipswich', 52.059, 1.155, north.snee],
    ['Colchester', 51.889, 0.9, north.snee],
    ['Newmarket', 52.245, 0.404, north.snee],
    ['Bury St Edmunds', 52.246, 0.711, north.snee],
    ['Felixstowe', 51.964, 1.351, north.snee],
    ['Luton', 51.879, -0.417, south.blmk],
    ['Milton Keynes', 52.041, -0.759, south.blmk],
    ['Bedford', 52.136, -0.467, south.blmk],
    ['Watford', 51.656, -0.396, south.hwe],
    ['Stevenage', 51.902, -0.202, south.hwe],
    ['Harlow', 51.772, 0.102, south.hwe],
    ['Hitchin', 51.949, -0.283, south.hwe],
    ['Chelmsford', 51.736, 0.479, south.mse],
    ['Southend-on-Sea', 51.541, 0.711, south.mse],
    ['Maldon', 51.732, 0.676, south.mse],
    ['Grays', 51.478, 0.323, south.mse],
    ['Braintree', 51.878, 0.551, south.mse],
    ['Oundle', 52.481, -0.467, undefined],
    ['Buckingham', 51.999, -0.987, undefined],
    ['London', 51.507, -0.128, undefined],
    ['Margate', 51.389, 1.386, undefined],
    ['Boston', 52.978, -0.026, undefined],
  ] as const)
    it(`${town} is in ${system ?? 'no area of ours'}`, () => {
      expect(systemAt(latitude, longitude)).to.equal(system);
      expect(locate(latitude, longitude).inside).to.equal(!!system);
    });

  // The outlines and the catalogue must stand in one order: see docs/decisions/0003-outlines.md, 7.
  for (const [ccg, latitude, longitude] of [
    ['cambridgeshire-and-peterborough', 52.205, 0.119],
    ['norfolk-and-waveney', 52.628, 1.299],
    ['ipswich-and-east-suffolk', 52.059, 1.155],
    ['west-suffolk', 52.246, 0.711],
    ['north-east-essex', 51.889, 0.9],
    ['bedfordshire', 52.136, -0.467],
    ['luton', 51.879, -0.417],
    ['milton-keynes', 52.041, -0.759],
    ['east-and-north-hertfordshire', 51.902, -0.202],
    ['herts-valleys', 51.656, -0.396],
    ['west-essex', 51.772, 0.102],
    ['basildon-and-brentwood', 51.572, 0.47],
    ['castle-point-and-rochford', 51.582, 0.707],
    ['mid-essex', 51.736, 0.479],
    ['southend', 51.541, 0.711],
    ['thurrock', 51.478, 0.323],
  ] as const)
    it(`the outline called ${ccg} is the one around its town`, () =>
      expect(locate(latitude, longitude).areas.ccg).to.equal(ccg));

  it('names the CCG area and the alliance too', () => {
    expect(locate(51.879, -0.417).areas).to.deep.equal({ alliance: 'south', system: south.blmk, ccg: 'luton' });
  });

  it('warns near a border, and not at the sea or in the middle of an area', () => {
    expect(locate(52.245, 0.404).nearBorder, 'Newmarket').to.equal(true);
    expect(locate(52.931, 1.302).nearBorder, 'Cromer').to.equal(false);
    expect(locate(52.628, 1.299).nearBorder, 'Norwich').to.equal(false);
  });

  it('counts a pier as inside, and the open sea as outside', () => {
    expect(locate(52.9335, 1.3015).inside, 'Cromer Pier').to.equal(true);
    expect(locate(53, 1.6).inside).to.equal(false);
  });

  it('puts every hospital in its own system, but for the two that stand outside', () => {
    const outside = ['stamford-and-rutland-hospital', 'mount-vernon-cancer-centre'];
    for (const hospital of organisations().filter(({ kind }) => kind === 'hospital')) {
      const { latitude, longitude } = positions().get(hospital)!;
      const { areas } = locate(latitude, longitude);
      if (outside.includes(hospital.id)) expect(areas.system, hospital.id).to.equal(undefined);
      else expect(`${areas.system}-ics`, hospital.id).to.equal(hospital.system);
    }
  });

  it('takes any number without a throw', () => {
    const odd = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 90, -90, 180, 0, 1e308));
    fc.assert(
      fc.property(odd, odd, (latitude, longitude) => {
        expect(locate(latitude, longitude).inside).to.be.a('boolean');
      }),
    );
    expect(locate(NaN, Infinity)).to.deep.equal({ inside: false, nearBorder: false, areas: {} });
  });
});

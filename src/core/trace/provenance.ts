/**
 * What came from what. Every place that the page shows has a name, such as "request:12" or "code:pack"; an edge leads from a place
 * to each place that was made from it. Pointing at a place lights up what lies upstream and downstream of it, and nothing beside it.
 */
export type Place = string;

export type Edge = (from: Place, to: Place) => void;

export interface Provenance {
  /** The places themselves, all they came from, and all that came from them. */
  related(places: Iterable<Place>): ReadonlySet<Place>;
}

/** `draw` calls back with each edge. */
export function provenanceOf(draw: (edge: Edge) => void): Provenance {
  const sources = new Map<Place, Place[]>();
  const results = new Map<Place, Place[]>();
  draw((from, to) => {
    append(sources, to, from);
    append(results, from, to);
  });
  return {
    related(places) {
      const reached = new Set<Place>();
      for (const map of [sources, results]) {
        const seen = new Set<Place>();
        const open = [...places];
        for (let place = open.pop(); place !== undefined; place = open.pop()) {
          if (seen.has(place)) continue;
          seen.add(place);
          reached.add(place);
          open.push(...(map.get(place) ?? []));
        }
      }
      return reached;
    },
  };
}

function append(map: Map<Place, Place[]>, key: Place, value: Place): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

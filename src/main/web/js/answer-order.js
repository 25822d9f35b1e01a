// The order of answers. The best are: the accepted one first, then the higher rating, then the older, then the smaller id.

/** Microseconds since 1970 of an ISO 8601 time in UTC with any number of decimals. */
export function microseconds(iso) {
  const [, seconds, decimals = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(iso);
  return Date.parse(`${seconds}Z`) * 1_000 + Number(decimals.padEnd(6, '0').slice(0, 6));
}

/** Negative if `a` comes before `b`. Each is {accepted, rating, at, id}; `at` is in microseconds. */
export function compare(a, b) {
  return b.accepted - a.accepted || b.rating - a.rating || a.at - b.at || a.id - b.id;
}

/** The orders that a page can have, by their name in its address. */
export const ORDERS = {
  best: compare,
  newest: (a, b) => b.id - a.id,
  oldest: (a, b) => a.id - b.id,
};

/**
 * The index at which to insert `one` into `shown`. Ratings change and the page keeps its order, so the page may be out
 * of order. Then the index is the one with the fewest answers on the wrong side. `beyond` is true if a page of `size`
 * answers would not show it.
 */
export function insertionPoint(shown, one, size, order = compare) {
  let wrong = shown.filter(other => order(other, one) < 0).length;
  let best = { index: 0, wrong };
  shown.forEach((other, i) => {
    wrong += order(other, one) < 0 ? -1 : 1;
    if (wrong <= best.wrong) best = { index: i + 1, wrong };
  });
  return { index: best.index, beyond: best.index >= size };
}

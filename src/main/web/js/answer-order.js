// Where an answer stands among others: accepted first, then by rating, then the older, then the smaller id.

/** Microseconds since 1970 of an ISO 8601 moment in UTC, whatever number of decimals it has. */
export function microseconds(iso) {
  const [, seconds, decimals = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(iso);
  return Date.parse(`${seconds}Z`) * 1_000 + Number(decimals.padEnd(6, '0').slice(0, 6));
}

/** Negative where `a` stands before `b`; each is {accepted, rating, at, id}, `at` in microseconds. */
export function compare(a, b) {
  return b.accepted - a.accepted || b.rating - a.rating || a.at - b.at || a.id - b.id;
}

/**
 * Where to insert `one` among `shown`. Ratings move while the order on the page stays, so that the page may be out of
 * order: the place is then the one with the fewest answers on the wrong side. `beyond` where the page, `size` long when
 * loaded, would not hold it.
 */
export function insertionPoint(shown, one, size) {
  let wrong = shown.filter(other => compare(other, one) < 0).length;
  let best = { index: 0, wrong };
  shown.forEach((other, i) => {
    wrong += compare(other, one) < 0 ? -1 : 1;
    if (wrong <= best.wrong) best = { index: i + 1, wrong };
  });
  return { index: best.index, beyond: best.index >= size };
}

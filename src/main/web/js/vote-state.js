/** The state after a click on `value` (1 or -1): the same value again removes the vote, the other value replaces it. */
export function cast({ rating, vote }, value) {
  const after = vote === value ? 0 : value;
  return { rating: rating + after - vote, vote: after };
}

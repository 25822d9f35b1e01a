/** What clicking `value` (1 or -1) leads to: the same again undoes the vote, the other one changes it. */
export function cast({ rating, vote }, value) {
  const after = vote === value ? 0 : value;
  return { rating: rating + after - vote, vote: after };
}

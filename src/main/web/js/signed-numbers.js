// Numbers that may be negative are shown with a minus sign (U+2212), as SignedNumbers.java does.
const MINUS = '\u2212';

export const signed = value => String(value).replace('-', MINUS);

export const number = shown => Number(shown.replace(MINUS, '-'));

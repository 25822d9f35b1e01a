const FORM = { one: 0, few: 1 };
const rules = new Intl.PluralRules(globalThis.document?.documentElement.lang || 'en');

/** The form for `n` out of "one|few|many": the server's texts for 1, 2 and 5. In English the last two are the same. */
export function plural(words, n) {
  const forms = words.split('|');
  return forms[FORM[rules.select(n)] ?? forms.length - 1];
}

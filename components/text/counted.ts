/** Forms of a counted phrase; `#` stands for the number. */
export type PluralForms = { one: string; other: string };

/** Makes phrases that pick their plural form, and write their number, as one language does. */
export function createCounted(language: string): (forms: PluralForms) => (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (forms) => (count) =>
    (rules.select(count) === "one" ? forms.one : forms.other).replace("#", numbers.format(count));
}

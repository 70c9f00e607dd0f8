const compiled = new Map<string, RegExp>();

/** The case-insensitive expression of a pattern in the adapters' data, compiled once. */
export function pattern(source: string): RegExp {
  let expression = compiled.get(source);
  if (expression === undefined) {
    expression = new RegExp(source, "iu");
    compiled.set(source, expression);
  }
  return expression;
}

const compiled = new Map<string, RegExp>();

const NEVER = /(?!)/;

function compile(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    // Fits nothing, so that the other patterns of its list go on.
    return NEVER;
  }
}

/** The case-insensitive expression of a pattern in the adapters' data, compiled once; with "g" for replacing all. */
export function pattern(source: string, more: "" | "g" = ""): RegExp {
  const key = `${more}:${source}`;
  let expression = compiled.get(key);
  if (expression === undefined) {
    expression = compile(source, `iu${more}`);
    compiled.set(key, expression);
  }
  return expression;
}

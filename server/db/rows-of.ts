/** The rows of a statement in plain SQL, which the two drivers answer in two shapes. */
export function rowsOf(result: unknown): Record<string, unknown>[] {
  if (Array.isArray(result)) return [...result];
  const hasRows = typeof result === "object" && result !== null && "rows" in result && Array.isArray(result.rows);
  return hasRows ? [...(result.rows as Record<string, unknown>[])] : [];
}

/** The id of something sent that does not parse, so that its sender knows which it was; "" when it has none. */
export function idOf(sent: unknown): string {
  const hasId = typeof sent === "object" && sent !== null && "id" in sent && typeof sent.id === "string";
  return hasId ? String(sent.id) : "";
}

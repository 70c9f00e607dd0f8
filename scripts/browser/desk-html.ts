/** The page for an address; null is answered with 404. */
export type DeskHtml = string | ((url: URL) => string | null);

/** A request that aimed beyond this machine and was stopped. */
export type UnexpectedRequest = { method: string; url: string; resourceType: string };

/** The answer of a served helpdesk. What a page asks for besides documents is not found: a replica holds all it needs. */
export function deskAnswer(html: DeskHtml, url: URL, isDocument: boolean) {
  const body = isDocument ? (typeof html === "string" ? html : html(url)) : null;
  // An error without a body would be replaced by the browser's own error page.
  return { status: body === null ? 404 : 200, contentType: "text/html; charset=utf-8", body: body ?? "Not found" };
}

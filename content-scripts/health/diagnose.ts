/**
 * A diagnosis is for support to look at, so it must be fit to be sent: selectors, which come from us or from the team's
 * server, and counts. Nothing that stands in the page is repeated: no text, no attribute, no id.
 */
import type { Diagnosis } from "../../lib/page-commands";
import type { PageReading } from "../adapter";
import { isShown, openShadowRoots } from "../engine/find";
import { findAnchors, findRoot } from "../engine/find-root";
import { readTicket } from "../engine/read-ticket";
import type { ToolPage } from "../page-tools";
import type { UpdatedAdapter } from "../update/update-adapter";
import { addressShape } from "./address-shape";
import { countStrategies, type ReadPage } from "./count-strategies";

/** A language and perhaps a script or region: longer tags could be anything. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,4}){0,2}$/i;

function readPage({ adapter }: UpdatedAdapter, { document, getUrl }: ToolPage): ReadPage {
  const ticketId = adapter.ticketIdFromUrl(getUrl());
  if (ticketId === null) return { document, ticketId, root: null, reading: null };
  const root = findRoot(adapter.reading, document, ticketId);
  const reading = readTicket(adapter, document, getUrl(), ticketId);
  return {
    document,
    ticketId,
    root: root.state === "absent" ? null : root.element,
    reading: typeof reading === "string" ? null : reading,
  };
}

function languageOf({ documentElement }: Document): string {
  const language = documentElement.getAttribute("lang") ?? "";
  if (language === "") return "none";
  return LANGUAGE.test(language) ? language : "other";
}

function pageFacts(reading: PageReading, read: ReadPage): Diagnosis["page"] {
  const { document, ticketId } = read;
  const anchors =
    ticketId === null ? [] : reading.root.map(({ selector }) => findAnchors(reading, document, selector, ticketId));
  const roots = [...new Set(anchors.flat())];
  const shown = roots.filter(isShown).length;
  return {
    language: languageOf(document),
    readyState: document.readyState,
    isVisible: document.visibilityState === "visible",
    frames: document.querySelectorAll("iframe, frame").length,
    openShadowRoots: openShadowRoots(document, reading.untrusted.join(", ")).length,
    shadowRootsSearched: read.reading?.shadowRoots.length ?? 0,
    rootsShown: shown,
    rootsHidden: roots.length - shown,
    identity: read.reading?.identity ?? "none",
    isReadable: read.reading?.isReadable ?? false,
    olderMessages: read.reading?.gaps.includes("older") ?? false,
    unclearRoles: read.reading?.messages.filter(({ strategies }) => strategies.role === null).length ?? 0,
  };
}

function countByRole(read: ReadPage): Diagnosis["roles"] {
  const counts: Record<string, number> = {};
  for (const { message } of read.reading?.messages ?? []) counts[message.role] = (counts[message.role] ?? 0) + 1;
  return counts;
}

/** The structure of the page as the reader sees it: selectors and counts, never text. Answers on any page. */
export function diagnose(updated: UpdatedAdapter, page: ToolPage): Diagnosis {
  const { helpdesk, reading } = updated.adapter;
  const read = readPage(updated, page);
  return {
    helpdesk,
    addressShape: addressShape(page.getUrl()),
    isTicketAddress: read.ticketId !== null,
    update: updated.update,
    fields: countStrategies(reading, read),
    roles: countByRole(read),
    page: pageFacts(reading, read),
  };
}

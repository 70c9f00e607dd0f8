import { join } from "node:path";

/** A tiny extension for the harness's own tests: a panel, a worker, a service worker, a content script. */
export const PROBE_EXTENSION_DIR = join(import.meta.dirname, "probe-extension");

export const TICKET_URL = "https://acme.zendesk.com/agent/tickets/1";
export const TICKET_HTML = "<!doctype html><title>Ticket 1</title><h1>Parcel has not arrived</h1>";

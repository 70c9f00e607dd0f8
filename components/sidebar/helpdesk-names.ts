import type { Helpdesk } from "../../lib/ticket";

/** Names as their makers write them, the same in every language. */
export const HELPDESK_NAMES: Record<Helpdesk, string> = { zendesk: "Zendesk", freshdesk: "Freshdesk" };

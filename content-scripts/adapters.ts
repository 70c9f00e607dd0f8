import type { Helpdesk } from "../lib/ticket";
import type { Adapter } from "./adapter";
import { freshdesk } from "./freshdesk";
import { zammad } from "./zammad";
import { zendesk } from "./zendesk";

/** The bundled adapter of each helpdesk. The content scripts import theirs alone; this is for the tools put in on demand. */
export const ADAPTERS: Readonly<Record<Helpdesk, Adapter>> = { zendesk, freshdesk, zammad };

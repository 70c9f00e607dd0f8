/**
 * The shape of an adapter. All that is particular to one helpdesk's pages is data that survives JSON, so that a
 * selector can be mended without touching code; the engine that runs the data exists once, in `engine/`.
 */
import type { AuthorRole, Helpdesk } from "../lib/ticket";

/** How a value is taken from an element. `ownText` leaves out the text of child elements (buttons inside a heading). */
export type Read = "value" | "text" | "ownText" | { attribute: string };

/** A way to find elements. `lastSeen` is a year and month; see docs/adapters.md for how far to trust it. */
export type ElementStrategy = {
  /** Shown in reports as the strategy that worked: keep it when the selector changes a little. */
  name: string;
  lastSeen: string;
  selector: string;
};

/**
 * A way to read one value. Without `within`, the ticket's root is searched; `pattern` keeps its first group.
 * `inBody` allows the outermost match inside a body, where matches otherwise count as the writer's own markup.
 */
export type Strategy = ElementStrategy & {
  read: Read;
  pattern?: string | undefined;
  within?: "document" | undefined;
  inBody?: true | undefined;
};

/** The root of ticket `{id}`; `closest` walks up from what was found to the element that holds the whole ticket. */
export type RootStrategy = ElementStrategy & { closest?: string | undefined };

/** A field of the ticket. Its name is fixed, or taken from the nearest element up that matches `on`. */
export type FieldStrategy = Strategy & { field: string | { on: string; attribute: string; pattern: string } };

/** A body. `preformatted` text keeps its line breaks as written, as chat messages need. */
export type BodyStrategy = ElementStrategy & { preformatted?: boolean | undefined };

/** A message has this role when every selector of `when` is found on it or in it (and its attribute fits `pattern`). */
export type RoleRule = {
  name: string;
  lastSeen: string;
  when: string[];
  role: AuthorRole;
  attribute?: string | undefined;
  pattern?: string | undefined;
};

/** What is not the message's own text. Patterns are case-insensitive regular expressions, one line each. */
export type CleaningRules = {
  /** Elements left out with all they hold. */
  drop: string[];
  /** Elements with a hyphen in their name are other extensions' work. */
  dropCustomElements: boolean;
  /** Taken out of a line wherever they stand. */
  erase: string[];
  /** Lines left out alone. */
  dropLines: string[];
  /** Lines from which on all is a quote or a signature, unless they come first. May span up to three lines. */
  cutAt: string[];
};

export type MessageReading = {
  /** The message that opens the ticket, where it is drawn apart from the others. */
  opening: ElementStrategy[];
  elements: ElementStrategy[];
  /** Elements that look like messages and are none. */
  exclude: string[];
  /** What the page shows while it has older messages that are not drawn. */
  older: string[];
  id: Strategy[];
  sentAt: Strategy[];
  body: BodyStrategy[];
  /** First that fits decides; none: `note`. */
  roles: RoleRule[];
};

/** How to read one helpdesk's ticket page. Plain data. */
export type PageReading = {
  /** Path of a ticket's own page, with `{id}`. */
  ticketPath: string;
  root: RootStrategy[];
  /** Ids that the page shows for the ticket on screen. Empty: the root's selectors carry the id. */
  identity: Strategy[];
  /** Ids inside the content, believed only when content has not visibly changed since another ticket was shown. */
  confirmation: Strategy[];
  /** Parts written by others (message bodies, editors): nothing in them counts as structure. */
  untrusted: string[];
  /** Look into open shadow roots for what the page itself does not hold. */
  searchShadowRoots: boolean;
  subject: Strategy[];
  /** Subject strategies that do not prove that the page has been drawn, by name. */
  subjectFallbacks: string[];
  messages: MessageReading;
  tags: Strategy[];
  fields: FieldStrategy[];
  channel: Strategy[];
  cleaning: CleaningRules;
};

export type Adapter = {
  helpdesk: Helpdesk;
  /** The id of the ticket whose page this address is; null for lists, new tickets and all else. */
  ticketIdFromUrl(url: URL): string | null;
  reading: PageReading;
};

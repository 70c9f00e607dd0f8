/** Notices of the team. */
import type { NoticeSeverity } from "../../../lib/contract/notice";
import { createCounted } from "../counted";
import type { Day } from "../formats";

const counted = createCounted("en");

export const notice = {
  title: "Notices for this ticket",
  severities: {
    info: "Good to know",
    important: "Important",
    critical: "Critical",
  } satisfies Record<NoticeSeverity, string>,
  /** The kind of day is for languages that put another word before each. */
  since: (day: string, _kind: Day["kind"]) => `Since ${day}`,
  from: (day: string, _kind: Day["kind"]) => `From ${day} on`,
  quoted: (words: string) => `“${words}”`,
  because: (cues: string) => `Shown because of ${cues}`,
  changed: "Changed since you read it",
  speaksOf: "See the notice above",
  condition: "Condition:",
  more: "More",
  less: "Less",
  understood: "Understood",
  notHere: "Not for this ticket",
  mute: "Mute until it changes",
  handled: {
    understood: (title: string) => `Understood: ${title}`,
    aside: (title: string) => `Set aside for this ticket: ${title}`,
    muted: (title: string) => `Muted until it changes: ${title}`,
  },
  undo: "Undo",
  notSaved: "This could not be saved. Try again.",
  others: counted({ one: "# more notice", other: "# more notices" }),
  fewer: "Fewer notices",
  all: (count: string) => `All notices (${count})`,
  announced: (title: string) => `Critical notice: ${title}`,
  keys: { understood: "Notice understood", notHere: "Notice not for this ticket" },
  pageTitle: "All notices",
  pageHint: "What your team has announced and still holds, newest first.",
  none: "No notices at present",
  failed: "The notices could not be read",
  published: (ago: string) => `Published ${ago}`,
  states: { understood: "Understood", muted: "Muted", aside: "Set aside for this ticket" },
  showAgain: "Show again",
  badge: {
    count: counted({ one: "# notice", other: "# notices" }),
    title: (count: string, ticketId: string, first: string) => `${count} for ticket #${ticketId}: ${first}`,
  },
};

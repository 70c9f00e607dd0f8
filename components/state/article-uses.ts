/** What follows when the agent puts an article to use: the ticket teaches it, the ticket keeps a mark, the team counts it. */
import type { UsageType } from "../../lib/contract/usage";
import type { Library, Signal } from "../../lib/worker/protocol";
import type { TicketMarkKind } from "../../lib/worker/protocol/ticket-marks";
import type { Teaching } from "./teaching";
import type { TicketMarks } from "./ticket-marks";

/** Hears of articles that went into the reply, or onto the clipboard for it. */
export type NoteUse = (articleId: string, signal: UseSignal) => void;

export type UseSignal = Exclude<Signal, "opened" | "helpful">;

/** By signal: the mark on the ticket, and what is counted. */
const USES: Record<UseSignal, { mark: TicketMarkKind; usage: UsageType }> = {
  linked: { mark: "linked", usage: "linked" },
  linkCopied: { mark: "copied", usage: "copied" },
  inserted: { mark: "inserted", usage: "inserted" },
  quoted: { mark: "quoted", usage: "inserted" },
  answerCopied: { mark: "copied", usage: "copied" },
};

/** The mark that a use leaves on the ticket. */
export function markOf(signal: UseSignal): TicketMarkKind {
  return USES[signal].mark;
}

type Parts = { library: Pick<Library, "countUsage">; teaching: Teaching; marks: TicketMarks };

/** Notes uses; none of it is waited for, and none fails the agent. */
export function createNoteUse({ library, teaching, marks }: Parts): NoteUse {
  return (articleId, signal) => {
    const { mark, usage } = USES[signal];
    teaching.teach(articleId, signal);
    marks.add(articleId, mark);
    library.countUsage({ type: usage, articleId }).catch(() => undefined);
  };
}

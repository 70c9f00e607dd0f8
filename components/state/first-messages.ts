/**
 * A ticket's subject stands in its page before its messages do. What the subject alone suggests is a guess that would be
 * replaced under the agent's eyes, so it is waited with for a short while.
 */
import type { PageReport } from "../../lib/ticket";

/** Longer than this nobody waits for messages: the subject's suggestions are better than none. */
export const FIRST_MESSAGES_MS = 400;

export type FirstMessages = {
  /** Whether to wait with a ticket: its messages may yet come, and it was not waited with before. `onEnd` hears when that is over. */
  isAwaited(key: string, report: PageReport | null): boolean;
  dispose(): void;
};

export function createFirstMessages(onEnd: () => void): FirstMessages {
  let awaited: { key: string; timer: ReturnType<typeof setTimeout> | null } | null = null;

  function stop(): void {
    if (awaited?.timer) clearTimeout(awaited.timer);
  }

  function begin(key: string): void {
    stop();
    const mine = { key, timer: null as ReturnType<typeof setTimeout> | null };
    mine.timer = setTimeout(() => {
      mine.timer = null;
      onEnd();
    }, FIRST_MESSAGES_MS);
    awaited = mine;
  }

  return {
    isAwaited(key, report) {
      if (report?.state !== "ticket") return false;
      if (!mayStillCome(report)) {
        stop();
        awaited = { key, timer: null };
        return false;
      }
      if (awaited?.key !== key) begin(key);
      return awaited?.timer !== null;
    },
    dispose: stop,
  };
}

function mayStillCome({ ticket, gaps, missing }: Extract<PageReport, { state: "ticket" }>): boolean {
  return ticket.messages.length === 0 && !gaps.includes("messages") && !missing.includes("messages");
}

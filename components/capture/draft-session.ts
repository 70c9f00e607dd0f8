/**
 * One draft being written: begun from a ticket, gone on with, or empty. What is typed is kept on this machine a moment later
 * and when the page is left. What was taken out of the ticket is known only while the page stands: it is not stored.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { ArticleKind } from "../../lib/contract/article";
import type { Ticket } from "../../lib/ticket";
import type { Library, Suggestion } from "../../lib/worker/protocol";
import type { DraftContent, DraftProposal, DraftState, RemovedDetail } from "../../lib/worker/protocol/outbox";
import { contentOf, type DraftForm, draftFormOf, emptyContent, formOf } from "./draft-form";

const KEEP_AFTER_MS = 600;
/** Who types on and on is not left longer with nothing kept. */
const KEEP_AT_LATEST_MS = 2000;

/** `untouched`: nothing was typed, so nothing is kept. */
export type Keeping = "untouched" | "keeping" | "kept" | "failed";

export type SessionView =
  | { state: "loading" }
  | { state: "failed" }
  | { state: "handedOver" }
  | { state: "writing"; form: DraftForm; removed: RemovedDetail[] | null; similar: Suggestion[] };

export type DraftSession = {
  view: ReadonlySignal<SessionView>;
  keeping: ReadonlySignal<Keeping>;
  /** The id of the draft on this machine; null until something was kept. */
  id: ReadonlySignal<string | null>;
  /** Whether the draft was changed or handed over elsewhere, so that this is one of its own by now. */
  isApart: ReadonlySignal<boolean>;
  begin(ticket: Ticket): Promise<void>;
  beginEmpty(language: string): void;
  goOnWith(draft: DraftState): void;
  change(words: Partial<DraftForm>): void;
  /** Another kind brings another template of the same ticket while the text is as it was proposed. */
  changeKind(kind: ArticleKind): Promise<"same" | "textChanged" | "textKept">;
  /** False when the library did not take it. */
  handOver(): Promise<boolean>;
  /** The draft that was kept is no more; what is typed next is a new one. */
  forgetKept(): void;
  /** Keeps now what is not kept yet. */
  leave(): void;
};

const FIRST_KIND: ArticleKind = "troubleshooting";

export function createDraftSession(library: Pick<Library, "proposeDraft" | "saveDraft">): DraftSession {
  const view = signal<SessionView>({ state: "loading" });
  const keeping = signal<Keeping>("untouched");
  const id = signal<string | null>(null);
  const isApart = signal(false);
  let base: DraftContent = emptyContent("en");
  let proposed: string | null = null;
  let begunFrom: Ticket | null = null;
  let knownAtMs: number | null = null;
  let unkeptSinceMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  // One after the other: two first savings at once would make two drafts.
  let saving: Promise<unknown> = Promise.resolve();

  function write(form: DraftForm, more: { removed?: RemovedDetail[] | null; similar?: Suggestion[] } = {}): void {
    view.value = { state: "writing", form, removed: more.removed ?? null, similar: more.similar ?? [] };
  }

  function show(proposal: DraftProposal, form: DraftForm): void {
    base = proposal.content;
    proposed = form.text;
    write(form, proposal);
  }

  function save(handOver: boolean): Promise<boolean> {
    if (timer) clearTimeout(timer);
    timer = null;
    unkeptSinceMs = null;
    const next = saving.then(async () => {
      const { state, form } = { form: null, ...view.peek() };
      if (state !== "writing" || form === null) return false;
      const askedId = id.peek();
      const known = askedId === null ? {} : { knownAtMs };
      const words = { content: contentOf(form, base, handOver), note: form.note.trim(), handOver };
      // Told on screen; what is typed stays there.
      const draft = await library.saveDraft({ id: askedId, ...known, ...words }).catch(() => null);
      if (draft) {
        id.value = draft.id;
        knownAtMs = draft.updatedAtMs;
        if (askedId !== null && draft.id !== askedId) isApart.value = true;
      }
      if (draft === null && !handOver) keeping.value = "failed";
      else if (draft !== null) keeping.value = timer ? "keeping" : "kept";
      return draft !== null && (!handOver || draft.state !== "local");
    });
    saving = next;
    return next;
  }

  return {
    view,
    keeping,
    id,
    isApart,
    async begin(ticket) {
      begunFrom = ticket;
      view.value = { state: "loading" };
      const proposal = await library.proposeDraft({ ticket, kind: FIRST_KIND }).catch(() => null);
      if (view.peek().state !== "loading") return;
      if (proposal) show(proposal, formOf(proposal.content));
      else view.value = { state: "failed" };
    },
    beginEmpty(language) {
      begunFrom = null;
      isApart.value = false;
      base = emptyContent(language);
      write(formOf(base));
    },
    goOnWith(draft) {
      base = draft.content;
      id.value = draft.id;
      knownAtMs = draft.updatedAtMs;
      keeping.value = "kept";
      write(draftFormOf(draft));
    },
    change(words) {
      const current = view.peek();
      if (current.state !== "writing") return;
      view.value = { ...current, form: { ...current.form, ...words } };
      keeping.value = "keeping";
      if (timer) clearTimeout(timer);
      unkeptSinceMs ??= Date.now();
      const wait = Math.min(KEEP_AFTER_MS, unkeptSinceMs + KEEP_AT_LATEST_MS - Date.now());
      timer = setTimeout(() => void save(false), Math.max(wait, 0));
    },
    async changeKind(kind) {
      const current = view.peek();
      if (current.state !== "writing" || current.form.kind === kind) return "same";
      this.change({ kind });
      if (begunFrom === null || current.form.text !== proposed) return "textKept";
      const proposal = await library.proposeDraft({ ticket: begunFrom, kind }).catch(() => null);
      const now = view.peek();
      const isStill = now.state === "writing" && now.form.kind === kind && now.form.text === proposed;
      if (!proposal || !isStill) return "textKept";
      show(proposal, { ...now.form, text: formOf(proposal.content).text });
      return "textChanged";
    },
    async handOver() {
      const isTaken = await save(true);
      if (isTaken) {
        view.value = { state: "handedOver" };
        keeping.value = "untouched";
        id.value = null;
        proposed = null;
      }
      return isTaken;
    },
    forgetKept() {
      id.value = null;
    },
    leave() {
      if (timer) void save(false);
    },
  };
}

/**
 * Readings by an update are on trial while a page begins. A pattern can keep a page busy for ever, and nothing in the
 * page can stop it: so a note is made in storage before, and taken back after. One that stays tells the next page.
 */
import type { PageReader } from "../../lib/contract/page-reader";
import type { Clock } from "../clock";

/** One page's note in storage. */
export type TrialNotes = {
  /** Notes that readings by the update begin; resolves once that is kept. */
  begin(update: PageReader): Promise<void>;
  /** Takes the note back. Never throws. */
  end(): void;
};

export type Trial = {
  /** Whether a reading may begin. If not yet, `again` is called as soon as it may. */
  mayRead(again: () => void): boolean;
  /** Messages have been read to the end: with the note at hand nothing more is to be tried. */
  passed(): void;
  /** Ends what is on trial now: the page goes away, or reads by something else. */
  close(): void;
};

/** How long the note stands. Other pages take it for a reading without end only after more than that. */
const NOTED_MS = 5_000;

/** A storage that does not answer for so long does not keep the ticket from being read. */
const PATIENCE_MS = 1_000;

/** Notes the readings by an update until one has read messages; a page without any is noted again with its next reading. */
export function createTrial(update: PageReader, notes: TrialNotes, clock: Clock): Trial {
  let state: "idle" | "noting" | "noted" | "over" = "idle";
  let hasPassed = false;
  let callOff: () => void = () => undefined;
  const close = () => {
    callOff();
    if (state === "noting" || state === "noted") notes.end();
    state = hasPassed ? "over" : "idle";
  };
  const begin = (again: () => void) => {
    state = "noting";
    const open = () => {
      if (state !== "noting") return;
      callOff();
      state = "noted";
      callOff = clock.after(NOTED_MS, close);
      again();
    };
    callOff = clock.after(PATIENCE_MS, open);
    notes.begin(update).then(open, open);
  };
  return {
    mayRead(again) {
      if (state === "idle") begin(again);
      return state === "noted" || state === "over";
    },
    passed: () => {
      hasPassed = true;
    },
    close,
  };
}

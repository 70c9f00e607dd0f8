/** Learning from use behind the library's commands, and the lessons that leave the machine when sharing is on. */
import { type Lesson, lessonSchema } from "../contract/learned-terms";
import { forgetLearned, readSalt } from "../db/learned";
import { deleteQueuedLessons, queueLesson, unqueueLessonOf } from "../db/lessons-outbox";
import type { LibraryDatabase } from "../db/library-database";
import { deleteUsage } from "../db/usage";
import type { LearnedModel } from "../learning/learned-model";
import { createLearner } from "../learning/learner";
import type { KnownTerms } from "../learning/lesson-terms";
import { createSalt, createSaltedHash, type Hash } from "../learning/salted-hash";
import { shareableTerms } from "../learning/shareable-terms";
import { TEXT_ANALYSIS_VERSION } from "../text/analysis-version";
import type { Ticket } from "../ticket";
import { createLearningStore } from "./learning-store";
import { createLessonId } from "./lesson-id";
import type { FlagState, LibraryCommands } from "./protocol";
import { readShownLessons } from "./shown-lessons";

/** What the team is told of begins here: that an article was merely opened stays on this machine. */
const SHARED_FROM_STRENGTH = 1;

/** Half of what was learnt is doubted when no ticket says which half. */
const DOUBT_WITHOUT_TICKET = 0.5;

/** How many tickets are remembered as noticed; noticing one twice costs time, and changes nothing. */
const NOTICED_TICKETS = 200;

type LearningOptions = {
  database: LibraryDatabase;
  /** The base's index; lessons wait until it is loaded. */
  base: KnownTerms;
  whenLoaded: () => Promise<void>;
  nowMs: () => number;
  /** Hears of which articles something else is known, for other contexts on the same library. */
  onLearned: (articleIds: string[]) => void;
};

type LearningCommands = Pick<LibraryCommands, "teach" | "forgetLearned" | "lastLessons" | "followLearningSettings">;

export type Learning = {
  commands: LearningCommands;
  /** What ranking may use now; resolves once what is stored has been read. */
  model(): Promise<LearnedModel>;
  /** Null until it was said. */
  sharesLearning(): boolean | null;
  /** A ticket was read; nobody waits for it. */
  notice(ticket: Ticket): void;
  /** An article was flagged, with this ticket in front or none. Nobody waits for it: the flag counts without it. */
  unteach(flag: FlagState, ticket: Ticket | null): void;
  /** The flag was taken back. */
  restore(flagId: string): void;
  /** Rows of these articles were changed or removed elsewhere. */
  reload(articleIds: string[]): void;
};

/** Learning for one library. */
export function createLearning(options: LearningOptions): Learning {
  const { database, base, nowMs } = options;
  let shares: boolean | null = null;
  let saltedHash: Promise<Hash> | null = null;
  const hash: Hash = async (text) => {
    saltedHash ??= readSalt(database, createSalt).then(createSaltedHash);
    return (await saltedHash)(text);
  };
  const learner = createLearner({
    ...{ base, nowMs, hash, onChanged: options.onLearned },
    store: createLearningStore(database),
  });
  let loading = learner.load();
  // Whoever waits for it gets the error; this keeps it from counting as unhandled until somebody does.
  loading.catch(() => undefined);

  type Wish = { articleId: string; kind: Lesson["kind"]; terms: string[]; weight: number };
  async function share(wish: Wish, dueAtMs: number, flagId: string | null): Promise<void> {
    if (shares !== true) return;
    const queuedAtMs = nowMs();
    const day = new Date(queuedAtMs).toISOString().slice(0, 10);
    const { weight, terms, articleId, kind } = wish;
    const { data: lesson } = lessonSchema.safeParse({
      ...{ id: createLessonId(day), articleId, kind, day, analysis: TEXT_ANALYSIS_VERSION },
      terms: shareableTerms(terms).map((term) => ({ term, weight })),
    } satisfies Lesson);
    // A lesson without a term teaches nobody.
    if (lesson) await queueLesson(database, { id: lesson.id, queuedAtMs, dueAtMs, flagId, lesson });
  }

  let lastLesson: Promise<unknown> = Promise.resolve();
  /**
   * One after the other: what a flag takes must be taken before its undo gives it back, and nothing is taught while all is
   * being forgotten.
   */
  function inOrder(work: () => Promise<void>): Promise<void> {
    const done = lastLesson.then(work);
    // Whoever asked hears of the failure; the next one comes all the same.
    lastLesson = done.catch(() => undefined);
    return done;
  }

  /** The same for what needs the index and what was learnt before. */
  function inTurn(lesson: () => Promise<void>): Promise<void> {
    return inOrder(async () => {
      await Promise.all([options.whenLoaded(), loading]);
      await lesson();
    });
  }

  async function unteach({ id: flagId, articleId, undoUntilMs }: FlagState, ticket: Ticket | null): Promise<void> {
    const terms = await learner.unteach(articleId, ticket, flagId);
    if (!terms) return;
    const weight = ticket ? 1 : DOUBT_WITHOUT_TICKET;
    await share({ articleId, kind: "unlearn", terms, weight }, undoUntilMs, flagId);
  }

  async function teach({ ticket, articleId, signal }: Parameters<LibraryCommands["teach"]>[0]): Promise<void> {
    const taught = await learner.teach(ticket, articleId, signal);
    if (!taught || taught.strength < SHARED_FROM_STRENGTH) return;
    await share({ articleId, kind: "learn", terms: taught.terms, weight: taught.strength }, nowMs(), null);
  }

  /** The tickets noticed last, by what they said then: a ticket is asked about again with every change in the page. */
  const noticed = new Set<string>();
  function isNoticed({ url, subject, messages }: Ticket): boolean {
    const length = messages.reduce((sum, { text }) => sum + text.length, subject.length);
    const key = `${url} ${length}`;
    if (noticed.has(key)) return true;
    if (noticed.size >= NOTICED_TICKETS) noticed.clear();
    noticed.add(key);
    return false;
  }

  async function loadAnew(): Promise<void> {
    saltedHash = null;
    loading = learner.load();
    await loading;
  }

  /** For what nobody waits for: flags and pages count without it, and what is missed is read with the next settings. */
  function unasked(lesson: () => Promise<void>): void {
    inTurn(lesson).catch(() => undefined);
  }

  return {
    commands: {
      teach: (request) => inTurn(() => teach(request)),
      forgetLearned: () =>
        inOrder(async () => {
          await forgetLearned(database);
          await loadAnew();
        }),
      lastLessons: () => readShownLessons(database),
      async followLearningSettings({ sharesLearning }) {
        const isFirst = shares === null;
        shares = sharesLearning;
        if (!sharesLearning) await Promise.all([deleteQueuedLessons(database), deleteUsage(database)]);
        // The options page may have made this machine forget since.
        if (!isFirst) await inOrder(loadAnew);
      },
    },
    async model() {
      // Without what was learnt the ranking is only poorer.
      await loading.catch(() => undefined);
      return learner.model();
    },
    sharesLearning: () => shares,
    notice: (ticket) => (isNoticed(ticket) ? undefined : unasked(() => learner.notice(ticket))),
    unteach: (flag, ticket) => unasked(() => unteach(flag, ticket)),
    restore(flagId) {
      // What a flag would have told the team stays here, whatever becomes of the model.
      inOrder(() => unqueueLessonOf(database, flagId)).catch(() => undefined);
      unasked(async () => {
        await learner.restore(flagId);
      });
    },
    reload: (articleIds) => (articleIds.length > 0 ? unasked(() => learner.reload(articleIds)) : undefined),
  };
}

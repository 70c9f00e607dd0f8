/** Learning's rows in the library's database. */
import { changeLearned, type MemoryKind, memoryRows, readAllLearned } from "../db/learned";
import type { LibraryDatabase } from "../db/library-database";
import { LEARNING_LIMITS, type LearningStore, type TakenByFlag, type TaughtTicket } from "../learning/learning-store";
import type { PendingTerm } from "../learning/pending-terms";

const TAUGHT: MemoryKind<{ ticketHash: string; articleId: string }, TaughtTicket> = {
  name: "ticket",
  keyOf: ({ ticketHash, articleId }) => `${ticketHash}/${articleId}`,
  limit: LEARNING_LIMITS.taught,
};
const PENDING: MemoryKind<string, PendingTerm> = {
  name: "term",
  keyOf: (key) => (typeof key === "string" ? key : key.hash),
  limit: LEARNING_LIMITS.pending,
};
const TAKEN: MemoryKind<string, TakenByFlag> = {
  name: "flag",
  keyOf: (key) => (typeof key === "string" ? key : key.flagId),
  limit: LEARNING_LIMITS.taken,
};

/** How many articles are read at once when the model is made. */
const SLICE = 200;

/** Learning's store of a library. */
export function createLearningStore(database: LibraryDatabase): LearningStore {
  const rows = {
    articles: database.learnedTerms,
    taught: memoryRows(database, TAUGHT),
    pending: memoryRows(database, PENDING),
    taken: memoryRows(database, TAKEN),
    shared: async (articleId: string) => (await database.sharedTerms.get(articleId))?.articleTerms,
  };
  return {
    transact: (work) => changeLearned(database, [TAUGHT, PENDING, TAKEN], () => work(rows)),
    readAll: () => readAllLearned(database, SLICE),
  };
}

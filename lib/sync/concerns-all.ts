import { ApiError, type ApiErrorKind } from "../api/api-error";

/** What concerns the whole connection. Anything else may be trouble with one kind alone, or a server older than it is. */
const CONCERNS_ALL: ApiErrorKind[] = ["network", "unauthorized", "clientTooOld", "rateLimited"];

/** Whether an error stands for the whole connection, so that nothing else need be tried now. */
export function concernsAll(error: unknown): boolean {
  if (!(error instanceof ApiError) || CONCERNS_ALL.includes(error.kind)) return true;
  // A gateway or a server that is away says 502 to 504; 500 is a mistake that the same rows may make each time.
  return error.kind === "serverError" && error.status !== 500;
}

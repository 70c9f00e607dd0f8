/**
 * Why a request failed. `network`: no answer, or it broke off. `notOurApi`: an answer that is not this API's.
 * `badAnswer`: this API's, but not of the contract. `badRequest`: the server will not take this request as it is.
 */
export type ApiErrorKind =
  | "network"
  | "unauthorized"
  | "forbidden"
  | "clientTooOld"
  | "rateLimited"
  | "serverError"
  | "notOurApi"
  | "badAnswer"
  | "badRequest";

/**
 * The one way a request fails. `retryAfterMs` is the server's wish, null when it named none; `word` what its problem document
 * says, null when the answer was none: whoever said it may then not have been our server.
 */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly word: string | null;

  constructor(
    kind: ApiErrorKind,
    status: number | null,
    message: string,
    { retryAfterMs = null, word = null }: { retryAfterMs?: number | null; word?: string | null } = {},
  ) {
    super(message);
    this.name = "ApiError";
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.word = word;
  }
}

/** The server's word when it refused what was sent as not to be taken as it is; null for any other failure. */
export function refusalOf(error: unknown): string | null {
  return error instanceof ApiError && error.kind === "badRequest" ? error.word : null;
}

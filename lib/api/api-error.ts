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

/** The one way a request fails. `retryAfterMs` is the server's wish, null when it named none. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(kind: ApiErrorKind, status: number | null, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = "ApiError";
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

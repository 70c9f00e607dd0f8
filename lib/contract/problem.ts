import { z } from "./zod";

/** Stable names of the ways a request can fail; the texts beside them may change. */
export const problemCodeSchema = z.enum([
  "unauthorized",
  "forbidden",
  "client_too_old",
  "invalid_request",
  "body_too_large",
  "unsupported_media_type",
  "not_found",
  "method_not_allowed",
  "conflict",
  "version_conflict",
  "version_required",
  "second_person_required",
  "rate_limited",
  "unavailable",
  "internal_error",
]);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** Body of every error answer: an RFC 9457 problem document (`application/problem+json`). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  /** Names the request, as the server's log does. */
  instance: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

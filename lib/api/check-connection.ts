import type { Me } from "../contract/me";

/**
 * What a test of the sync endpoint found. `insecure`: not https and not loopback. `tls`: something answers there, but
 * no trusted encrypted connection comes about. `clientTooOld` / `serverTooOld`: the two do not fit together.
 */
export type ConnectionCheck =
  | { outcome: "fine"; me: Me }
  | {
      outcome:
        | "invalidAddress"
        | "insecure"
        | "unreachable"
        | "tls"
        | "notOurApi"
        | "wrongToken"
        | "serverTooOld"
        | "clientTooOld";
    }
  | { outcome: "serverError"; status: number };

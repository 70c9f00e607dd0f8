import { hash, randomBytes } from "node:crypto";

/** A new token: 256 random bits behind a prefix that secret scanners and people recognise. */
export function createToken(): string {
  return `sfl_${randomBytes(32).toString("base64url")}`;
}

/**
 * SHA-256 of a token, as hex. A fast hash is enough, since the token is random and not a password. Looking a hash up
 * in an index tells an attacker nothing by its timing: it would take a chosen hash, not a chosen token.
 */
export function hashToken(token: string): string {
  return hash("sha256", token, "hex");
}

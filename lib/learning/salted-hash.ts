/** A text as 32 hexadecimal digits that say nothing to who does not know both the text and the salt. */
export type Hash = (text: string) => Promise<string>;

/** 128 bits keep any two of some million texts apart. */
const HASH_BYTES = 16;

/**
 * SHA-256 under a salt, cut to 128 bits. The salt lies beside the hashes, so it keeps words from being read and from being
 * compared across machines; who holds both and guesses a word can still check the guess.
 */
export function createSaltedHash(salt: string): Hash {
  const encoder = new TextEncoder();
  return async (text) => {
    const digest = await crypto.subtle.digest("SHA-256", encoder.encode(`${salt}\n${text}`));
    const bytes = [...new Uint8Array(digest).subarray(0, HASH_BYTES)];
    return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
}

/** A new salt. */
export function createSalt(): string {
  return crypto.randomUUID();
}

/** Version of this server, the same as in `package.json`. */
export const SERVER_VERSION = "0.1.0";

/** Oldest extension this server accepts; older ones get 426. */
export const OLDEST_CLIENT = "0.1.0";

/** What mail programs put before the subject of an answer or a forwarded mail. */
export const REPLY_PREFIX = /^\s*(?:(?:re|fwd?|tr|aw|wg|rv|antw|vs)\s*(?:\[\d+\])?\s*:\s*)+/i;

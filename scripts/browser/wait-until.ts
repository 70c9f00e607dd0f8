const POLL_EVERY_MS = 50;

/**
 * Asks again and again until the answer is not null, and answers it. Throws after `timeoutMs`, naming
 * `what`, with the last failure of `ask` as its cause.
 */
export async function waitUntil<Answer>(
  what: string,
  ask: () => Promise<Answer | null>,
  timeoutMs = 15_000,
): Promise<Answer> {
  const deadlineMs = performance.now() + timeoutMs;
  let lastFailure: unknown;
  while (performance.now() < deadlineMs) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
    } catch (error) {
      // The page asked may be navigating or closing; only the deadline tells that from a real fault.
      lastFailure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
  }
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`, { cause: lastFailure });
}

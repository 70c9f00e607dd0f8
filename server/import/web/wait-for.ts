/** Resolves after so many milliseconds, or at once when `stop` is aborted. */
export async function waitFor(ms: number, stop: AbortSignal | undefined): Promise<void> {
  if (stop?.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, ms);
    stop?.addEventListener("abort", end, { once: true });
    function end() {
      clearTimeout(timer);
      stop?.removeEventListener("abort", end);
      resolve();
    }
  });
}

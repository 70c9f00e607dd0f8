const QUIET_MS = 40;
const LONGEST_MS = 2000;
/** Longer than the search waits for the next key: shapes that stand for an answer must not pass for it. */
const BUSY_MS = 400;

/** Resolves when nothing under an element has changed for a moment and what fades in is there, after two seconds at the latest. */
export function settled(root: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const sinceMs = performance.now();
    const finish = () => {
      if (root.querySelector("[aria-busy=true]") && performance.now() - sinceMs < BUSY_MS) {
        clearTimeout(quiet);
        quiet = setTimeout(finish, QUIET_MS);
        return;
      }
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(longest);
      void Promise.allSettled(endingAnimations().map((animation) => animation.finished)).then(() => resolve());
    };
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(finish, QUIET_MS);
    });
    observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
    let quiet = setTimeout(finish, QUIET_MS);
    const longest = setTimeout(finish, LONGEST_MS);
  });
}

function endingAnimations(): Animation[] {
  return document
    .getAnimations()
    .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
}

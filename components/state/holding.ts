/** Whether the agent is busy with the list on screen: what they do in it holds it as it is. */

/** `pointing`: the pointer is over the list. `focused`: the focus is in it. `scrolled`: it does not stand at its beginning. */
export type HoldReason = "pointing" | "focused" | "scrolled";

export type Holding = {
  set(reason: HoldReason, isSo: boolean): void;
  /** Something stands open in the list, a question or an explanation; the answer ends that. */
  open(): () => void;
  /** Another list is on screen: what the agent did in the one before counts no more. */
  forget(): void;
  dispose(): void;
};

/** The pointer crosses gaps between cards, and the focus goes from one control to the next: neither is leaving. */
export const RELEASE_DELAY_MS = 600;

/** Tells at once when the list is held, and a short moment after the last reason has gone that it is no more. */
export function createHolding(onChange: (isHeld: boolean) => void): Holding {
  const reasons = new Set<HoldReason | object>();
  let isHeld = false;
  let leaving: ReturnType<typeof setTimeout> | null = null;

  function stopLeaving(): void {
    if (leaving !== null) clearTimeout(leaving);
    leaving = null;
  }

  function release(): void {
    leaving = null;
    isHeld = false;
    onChange(false);
  }

  function look(): void {
    if (reasons.size > 0) {
      stopLeaving();
      if (isHeld) return;
      isHeld = true;
      onChange(true);
    } else if (isHeld) leaving ??= setTimeout(release, RELEASE_DELAY_MS);
  }

  function change(reason: HoldReason | object, isSo: boolean): void {
    if (isSo) reasons.add(reason);
    else reasons.delete(reason);
    look();
  }

  return {
    set: change,
    open() {
      const reason = {};
      change(reason, true);
      return () => change(reason, false);
    },
    forget() {
      reasons.clear();
      stopLeaving();
      isHeld = false;
    },
    dispose: stopLeaving,
  };
}

/**
 * As `createHolding`, and beside it whether the list is at hand: held for another reason than that it is scrolled. What comes
 * above a scrolled list does not move it, the browser sees to that.
 */
export function createListHolding(onHeld: (isHeld: boolean) => void, onAtHand: (isAtHand: boolean) => void): Holding {
  const [all, hand] = [createHolding(onHeld), createHolding(onAtHand)];
  return {
    set(reason, isSo) {
      all.set(reason, isSo);
      if (reason !== "scrolled") hand.set(reason, isSo);
    },
    open() {
      const ends = [all.open(), hand.open()];
      return () => {
        for (const end of ends) end();
      };
    },
    forget() {
      all.forget();
      hand.forget();
      onAtHand(false);
    },
    dispose() {
      all.dispose();
      hand.dispose();
    },
  };
}

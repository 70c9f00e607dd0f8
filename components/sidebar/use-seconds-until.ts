import { useEffect, useState } from "preact/hooks";
import { useUi } from "../ui";

const TICK_MS = 250;

/** Whole seconds left until an instant (epoch milliseconds), counting down on screen; 0 once it has passed. */
export function useSecondsUntil(untilMs: number): number {
  const { nowMs } = useUi();
  const [seconds, setSeconds] = useState(() => secondsLeft(untilMs, nowMs()));
  useEffect(() => {
    setSeconds(secondsLeft(untilMs, nowMs()));
    if (untilMs <= nowMs()) return;
    const timer = setInterval(() => {
      const left = secondsLeft(untilMs, nowMs());
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [untilMs, nowMs]);
  return seconds;
}

function secondsLeft(untilMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}

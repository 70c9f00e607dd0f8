/**
 * Chooses the moment at which something fails. Moments have names ("POST /v1/flags: answer lost", "outbox: within"), and
 * are learned as they come by; the one that failed least is next, so that rare ones fail as often as common ones.
 */
import type { Random } from "../../../browser/support/random";

/** `most`: how often it came by in one watch. */
type Moment = { struck: number; missed: number; most: number };

export type Fate = {
  /** All moments that came by under a name that begins so, by how often they failed. */
  moments(prefix: string): Map<string, number>;
  /** Chooses the next moment; nothing fails before `watch`. */
  choose(): string;
  /** From now on moments come by, under this prefix. The chosen one fails, if it befalls one of `doomed`. */
  watch(prefix: string, chosen: string | null, doomed: readonly object[]): void;
  /** Whether the chosen moment has come and failed. */
  hasStruck(): boolean;
  /** Nothing fails any more; answers whether the chosen moment did. */
  rest(): boolean;
  /** A moment comes by for somebody; answers whether it is to fail. */
  strikes(name: string, whom: object): boolean;
  /** Runs work during which no moment comes by. */
  spare<Result>(work: () => Promise<Result>): Promise<Result>;
};

/** A moment that comes by often fails the first time, or as often at a later one, up to this one. */
const LATEST = 24;

function createChoice(known: Map<string, Moment>, random: Random): () => string {
  // A moment that does not come when it is waited for does not come for the asking.
  const weight = ({ struck, missed }: Moment) => struck + missed / 3;
  return () => {
    const least = Math.min(...[...known.values()].map(weight));
    const names = [...known].filter(([, moment]) => weight(moment) <= least).map(([name]) => name);
    const name = names[random.below(names.length)];
    if (name === undefined) throw new Error("no moment has come by yet");
    return name;
  };
}

export function createFate(random: Random): Fate {
  const known = new Map<string, Moment>();
  const now = { prefix: "", isWatching: false, spared: 0, hasStruck: false };
  let plan: { name: string; left: number; doomed: readonly object[] } | null = null;
  let seen = new Map<string, number>();

  function note(name: string): void {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const moment = known.get(name) ?? { struck: 0, missed: 0, most: 0 };
    known.set(name, { ...moment, most: Math.max(moment.most, times) });
  }

  function isStruck(name: string, whom: object): boolean {
    if (plan?.name !== name || !plan.doomed.includes(whom)) return false;
    plan.left -= 1;
    if (plan.left > 0) return false;
    plan = null;
    now.hasStruck = true;
    const moment = known.get(name);
    if (moment) moment.struck += 1;
    return true;
  }

  return {
    moments: (prefix) =>
      new Map([...known].filter(([name]) => name.startsWith(prefix)).map(([name, { struck }]) => [name, struck])),
    choose: createChoice(known, random),
    watch(prefix, chosen, doomed) {
      Object.assign(now, { prefix, isWatching: true, spared: 0, hasStruck: false });
      seen = new Map();
      const most = chosen === null ? 0 : (known.get(chosen)?.most ?? 0);
      plan =
        chosen === null
          ? null
          : { name: chosen, left: random.chance(0.5) ? 1 : 1 + random.below(Math.min(most, LATEST)), doomed };
    },
    hasStruck: () => now.hasStruck,
    rest() {
      now.isWatching = false;
      const missed = plan && known.get(plan.name);
      if (missed) missed.missed += 1;
      plan = null;
      return now.hasStruck;
    },
    strikes(shortName, whom) {
      if (!now.isWatching || now.spared > 0) return false;
      const name = now.prefix + shortName;
      note(name);
      return isStruck(name, whom);
    },
    async spare(work) {
      now.spared += 1;
      try {
        return await work();
      } finally {
        now.spared -= 1;
      }
    },
  };
}

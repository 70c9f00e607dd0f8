/** What an agent does in the panel, at random; each act is in the ledger once the panel says that it is done. */
import type { Random } from "../../../browser/support/random";
import type { TestServer } from "../../../server/support";
import type { Panel } from "./contexts";
import type { Ledger } from "./ledger";

export type DayPlan = {
  server: TestServer;
  random: Random;
  ledger: Ledger;
  /** Articles that stay readable all day. */
  articleIds: readonly [string, ...string[]];
  /** Notices by their version now. */
  notices: ReadonlyMap<string, number>;
};

const REASONS = ["incorrect", "outdated", "confusing", "incomplete", null] as const;
const USES = ["shown", "opened", "copied", "helpful"] as const;

/** Letters only, as terms have to be. */
function word(random: Random): string {
  return Array.from({ length: 8 }, () => String.fromCharCode(97 + random.below(26))).join("");
}

function someKey<Key>(map: ReadonlyMap<Key, unknown>, random: Random): Key | undefined {
  return [...map.keys()][random.below(map.size)];
}

async function flag({ random, ledger, articleIds }: DayPlan, { library }: Panel): Promise<void> {
  const wanted = { articleId: random.oneOf(articleIds), passage: random.chance(0.5) ? word(random) : null };
  const { id, articleId, reason, comment, passage } = await library.flag(wanted);
  ledger.flags.set(id, { articleId, reason, comment, passage });
}

async function undoFlag({ random, ledger }: DayPlan, { library }: Panel): Promise<void> {
  const flagId = someKey(ledger.flags, random);
  if (flagId && (await library.unflag({ flagId }))) ledger.flags.delete(flagId);
}

async function explainFlag({ random, ledger }: DayPlan, { library }: Panel): Promise<void> {
  const flagId = someKey(ledger.flags, random);
  if (!flagId) return;
  const said = { reason: random.oneOf(REASONS), comment: random.chance(0.8) ? word(random) : null };
  const { articleId, passage } = await library.explainFlag({ flagId, ...said });
  ledger.flags.set(flagId, { articleId, ...said, passage });
}

async function reportGap({ random, ledger }: DayPlan, { library }: Panel): Promise<void> {
  const { id, terms } = await library.reportGap({ terms: [word(random), word(random)], language: "en" });
  ledger.gaps.set(id, terms);
}

async function undoGap({ random, ledger }: DayPlan, { library }: Panel): Promise<void> {
  const gapId = someKey(ledger.gaps, random);
  if (gapId && (await library.undoGap({ gapId }))) ledger.gaps.delete(gapId);
}

async function saveDraft({ random, ledger }: DayPlan, { library }: Panel): Promise<void> {
  const id = random.chance(0.6) ? (someKey(ledger.drafts, random) ?? null) : null;
  const [title, note, handOver] = [word(random), word(random), random.chance(0.6)];
  const rest = { summary: "", replyText: null, category: [], tags: [] };
  const content = { ...rest, language: "en", title, bodyHtml: `<p>${title}</p>`, kind: "how-to" } as const;
  const draft = await library.saveDraft({ id, content: { ...content, category: [], tags: [] }, note, handOver });
  ledger.drafts.set(draft.id, { title, note, isHandedOver: handOver });
}

async function acknowledge({ random, ledger, notices }: DayPlan, { library }: Panel): Promise<void> {
  const known = (await library.listNotices({ ticket: null })).filter(({ id }) => notices.has(id));
  const notice = known[random.below(known.length)];
  if (!notice) return;
  await library.acknowledgeNotice({ noticeId: notice.id, version: notice.version });
  ledger.acknowledgements.add(`${notice.id}/${notice.version}`);
}

async function use({ random, ledger, articleIds }: DayPlan, { library }: Panel): Promise<void> {
  const [type, articleId] = [random.oneOf(USES), random.oneOf(articleIds)];
  await library.countUsage({ type, articleId });
  const key = `${type}/${articleId}`;
  ledger.usage.set(key, (ledger.usage.get(key) ?? 0) + 1);
}

/** Acts a panel may die in; what a use is worth is not known then, so the others only. */
export const RISKY_ACTS = [flag, undoFlag, explainFlag, reportGap, undoGap, saveDraft, acknowledge] as const;
export const ACTS = [...RISKY_ACTS, use, use, use, flag, explainFlag, reportGap] as const;

/** Some acts, some seconds apart, so that undo times end in between now and then. */
export async function work(plan: DayPlan, panel: Panel): Promise<void> {
  for (let acts = 1 + plan.random.below(3); acts > 0; acts -= 1) {
    await plan.random.oneOf(ACTS)(plan, panel);
    plan.server.clock.nowMs += 500 + plan.random.below(4_000);
  }
}

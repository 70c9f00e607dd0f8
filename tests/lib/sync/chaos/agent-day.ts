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
const USES = ["opened", "copied"] as const;

/** Letters only, as terms have to be. */
function word(random: Random): string {
  return Array.from({ length: 8 }, () => String.fromCharCode(97 + random.below(26))).join("");
}

/** One of the last two, so that what is on its way is often meant. */
function someNewKey<Key>(map: ReadonlyMap<Key, unknown>, random: Random): Key | undefined {
  const newest = [...map.keys()].slice(-2);
  return newest[random.below(newest.length)];
}

export function draftContent(title: string) {
  const rest = { summary: "", replyText: null, category: [], tags: [] };
  return { ...rest, language: "en", title, bodyHtml: `<p>${title}</p>`, kind: "how-to" as const };
}

async function flag({ random, ledger, articleIds }: DayPlan, { library }: Panel): Promise<void> {
  const wanted = { articleId: random.oneOf(articleIds), passage: random.chance(0.5) ? word(random) : null };
  const { id, articleId, reason, comment, passage } = await library.flag(wanted);
  ledger.flags.set(id, { articleId, reason, comment, passage });
}

async function undoFlag({ random, ledger }: DayPlan, { library }: Panel): Promise<void> {
  const flagId = someNewKey(ledger.flags, random);
  if (flagId && (await library.unflag({ flagId }))) ledger.flags.delete(flagId);
}

async function explainFlag({ random, ledger }: DayPlan, { library }: Panel): Promise<void> {
  const flagId = someNewKey(ledger.flags, random);
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
  const gapId = someNewKey(ledger.gaps, random);
  if (gapId && (await library.undoGap({ gapId }))) ledger.gaps.delete(gapId);
}

async function saveDraft(plan: DayPlan, panel: Panel): Promise<void> {
  await writeDraft(plan, panel, plan.random.chance(0.6));
}

async function handOverDraft(plan: DayPlan, panel: Panel): Promise<void> {
  await writeDraft(plan, panel, true);
}

async function writeDraft({ random, ledger }: DayPlan, { library }: Panel, handOver: boolean): Promise<void> {
  const id = random.chance(0.7) ? (someNewKey(ledger.drafts, random) ?? null) : null;
  const [title, note] = [word(random), word(random)];
  const draft = await library.saveDraft({ id, content: draftContent(title), note, handOver });
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
  // Of few kinds, so that most are counted where others were before.
  const [type, articleId] = [random.oneOf(USES), articleIds[random.below(2)] ?? articleIds[0]];
  await library.countUsage({ type, articleId });
  const key = `${type}/${articleId}`;
  ledger.usage.set(key, (ledger.usage.get(key) ?? 0) + 1);
}

/** Acts a panel may die in; what a use is worth is not known then, so the others only. */
export const RISKY_ACTS = { flag, undoFlag, explainFlag, reportGap, undoGap, saveDraft, acknowledge } as const;

const ACTS = [flag, undoFlag, explainFlag, explainFlag, reportGap, undoGap, saveDraft, acknowledge, use, use] as const;

/** An act or two, some seconds apart, so that undo times end in between now and then. */
export async function work(plan: DayPlan, panel: Panel): Promise<void> {
  for (let acts = 1 + plan.random.below(2); acts > 0; acts -= 1) {
    await plan.random.oneOf(ACTS)(plan, panel);
    plan.server.clock.nowMs += 500 + plan.random.below(4_000);
  }
}

/** Has something wait to be sent that goes with a moment's name; some of it was said before, and is said otherwise now. */
export async function haveWaiting(plan: DayPlan, panel: Panel, moment: string): Promise<void> {
  const { random } = plan;
  if (/flags|outbox/.test(moment)) await random.oneOf([flag, explainFlag])(plan, panel);
  if (/gaps/.test(moment)) await reportGap(plan, panel);
  if (/POST .*articles|drafts/.test(moment)) await handOverDraft(plan, panel);
  if (/acknowledgements/.test(moment)) await acknowledge(plan, panel);
  if (/usage/.test(moment)) await use(plan, panel);
  plan.server.clock.nowMs += 6_000;
}

/** What the agent does about the very rows that are on their way. */
export async function actOnSent(plan: DayPlan, panel: Panel, path: string): Promise<void> {
  if (path === "/v1/flags") await plan.random.oneOf([explainFlag, explainFlag, undoFlag, flag])(plan, panel);
  else if (path === "/v1/gaps") await plan.random.oneOf([reportGap, undoGap])(plan, panel);
  else if (path === "/v1/articles") await saveDraft(plan, panel);
  else if (path === "/v1/acknowledgements") await acknowledge(plan, panel);
  else if (path === "/v1/usage") await use(plan, panel);
  else await plan.random.oneOf(ACTS)(plan, panel);
}

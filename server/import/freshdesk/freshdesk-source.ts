import { z } from "../../../lib/contract/zod";
import { describeIssues } from "../../http/describe-issues";
import { instantOrNull, textOfHtml, tidyNames } from "../draft-of-html";
import type { BadArticle, ImportBatch, ImportSource, PlacedDraft } from "../source";
import { createJsonClient, type JsonClient, type Web } from "../web/json-client";
import { type PlacedFolder, readFolders } from "./folders";
import { readPages } from "./pages";
import { type FreshdeskArticle, freshdeskArticleSchema } from "./schemas";

const ROOT = "/api/v2/solutions";
const PUBLISHED = 2;
const WORKAROUND = 2;

export type FreshdeskOptions = {
  /** For example `acme.freshdesk.com`. */
  host: string;
  origin: string;
  apiKey: string;
  /** Language of the articles themselves, which Freshdesk does not tell. */
  language: string;
  /** Languages whose translations to take as well. */
  locales: readonly string[];
  web: Web;
};

const checkpointSchema = z.object({ folder: z.int(), page: z.int().positive() });

/** Articles of Freshdesk's solutions. Who may read an article is said by its folder and those that stand around it. */
export function createFreshdeskSource(options: FreshdeskOptions): ImportSource {
  const { host, origin, apiKey, language, locales, web } = options;
  return {
    key: `freshdesk:${host}`,
    settings: JSON.stringify({ language, locales }),
    takesOver: false,
    covers: ({ articleId }) =>
      /^freshdesk-\d+$/.test(articleId) || locales.some((each) => articleId.endsWith(`-${each}`)),
    async *read(checkpoint) {
      const client = createJsonClient({
        ...{ origin, web, expected: "Freshdesk" },
        authorization: `Basic ${Buffer.from(`${apiKey}:X`).toString("base64")}`,
        signInAdvice: "Check FRESHDESK_API_KEY, and that its agent may read solutions.",
      });
      const folders = await readFolders(client);
      const at = checkpointSchema.safeParse(checkpoint).data;
      const start = Math.max(
        0,
        folders.findIndex(({ id }) => id === at?.folder),
      );
      for (const folder of folders.slice(start)) {
        yield* readFolder({ client, options }, folder, folder.id === at?.folder ? at.page : 1);
      }
    },
  };
}

type Reading = { client: JsonClient; options: FreshdeskOptions };

async function* readFolder(reading: Reading, folder: PlacedFolder, from: number): AsyncIterable<ImportBatch> {
  let page = from;
  for await (const rows of readPages(reading.client, `${ROOT}/folders/${folder.id}/articles`, z.unknown(), from)) {
    page += 1;
    yield { ...(await draftRows(reading, folder, rows)), checkpoint: { folder: folder.id, page } };
  }
}

type Drafted = { drafts: PlacedDraft[]; bad: BadArticle[]; skipped: Record<string, number> };

async function draftRows(reading: Reading, folder: PlacedFolder, rows: readonly unknown[]): Promise<Drafted> {
  const drafted: Drafted = { drafts: [], bad: [], skipped: {} };
  for (const row of rows) {
    const parsed = freshdeskArticleSchema.safeParse(row);
    if (parsed.success) {
      await draftLanguages(reading, folder, parsed.data, drafted);
    } else {
      const id = z.object({ id: z.unknown() }).safeParse(row).data?.id;
      drafted.bad.push({ place: `article ${id}`, reason: describeIssues(parsed.error) });
    }
  }
  return drafted;
}

async function draftLanguages(
  { client, options }: Reading,
  folder: PlacedFolder,
  listed: FreshdeskArticle,
  drafted: Drafted,
): Promise<void> {
  const path = `${ROOT}/articles/${listed.id}`;
  const isWhole = listed.description !== undefined || listed.status !== PUBLISHED;
  const article = isWhole ? listed : (await client.getIfAllowed(path, freshdeskArticleSchema))?.body;
  // Deleted since it was listed.
  if (!article) {
    skip(drafted, "gone");
    return;
  }
  addDraft({ article, folder, options, locale: null }, drafted);
  for (const locale of options.locales) {
    const answer = await client.getIfAllowed(`${path}/${encodeURIComponent(locale)}`, freshdeskArticleSchema);
    if (answer) addDraft({ article: { ...answer.body, id: listed.id }, folder, options, locale }, drafted);
  }
}

/** `locale` null: in the article's own language. */
type Version = { article: FreshdeskArticle; folder: PlacedFolder; options: FreshdeskOptions; locale: string | null };

function addDraft(version: Version, drafted: Drafted): void {
  const { article, locale } = version;
  const text = article.status === PUBLISHED ? textOfHtml(article.title ?? "", article.description ?? "") : null;
  const place = `article ${article.id}${locale === null ? "" : ` (${locale})`}`;
  if (text === null) skip(drafted, article.status === PUBLISHED ? "empty" : "draft");
  else if ("reason" in text) drafted.bad.push({ place, reason: text.reason });
  else drafted.drafts.push({ place, draft: { ...text, ...aboutOf(version) } });
}

function skip({ skipped }: Drafted, reason: string): void {
  skipped[reason] = (skipped[reason] ?? 0) + 1;
}

function aboutOf({
  article,
  folder,
  options,
  locale,
}: Version): Omit<PlacedDraft["draft"], "title" | "bodyHtml" | "sections"> {
  const id = `freshdesk-${article.id}`;
  const isPublic = folder.isPublic && (article.folder_visibility ?? 1) === 1;
  const address = `https://${options.host}${locale === null ? "" : `/${locale}`}/support/solutions/articles/${article.id}`;
  return {
    id: locale === null ? id : `${id}-${locale}`,
    language: locale ?? options.language,
    translationOf: locale === null ? null : id,
    audience: isPublic ? "public" : "internal",
    groups: [],
    category: folder.path,
    tags: tidyNames([...(article.tags ?? []), ...(article.seo_data?.meta_keywords ?? [])]),
    ...(article.type === WORKAROUND && { kind: "troubleshooting" as const }),
    url: isPublic ? address : null,
    updatedAt: instantOrNull(article.updated_at),
  };
}

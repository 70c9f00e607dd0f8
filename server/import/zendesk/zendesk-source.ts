import { z } from "../../../lib/contract/zod";
import { describeIssues } from "../../http/describe-issues";
import { addCounts } from "../report";
import type { ImportBatch, ImportSource } from "../source";
import { createJsonClient, type JsonClient, type Web } from "../web/json-client";
import { type Page, type Position, positionSchema, readListing, readPages } from "./pages";
import { type FindPlace, readPlaces } from "./places";
import {
  segmentSchema,
  translationsSchema,
  type ZendeskArticle,
  type ZendeskSegment,
  type ZendeskTranslation,
  zendeskArticleSchema,
} from "./schemas";
import { accessOf } from "./segments";
import { type Drafted, isWanted, toDrafts, toLanguage, type WantedLocales } from "./to-drafts";

const ROOT = "/api/v2/help_center";

export type ZendeskOptions = {
  /** For example `acme.zendesk.com`. */
  host: string;
  origin: string;
  /** Null: reads what everybody may read; then the languages have to be named. */
  signIn: { email: string; token: string } | null;
  locales: WantedLocales;
  web: Web;
};

const checkpointSchema = z.object({ listing: z.int().nonnegative(), at: positionSchema.nullable() });

/** Articles of a Zendesk help center, each language an article of its own. */
export function createZendeskSource(options: ZendeskOptions): ImportSource {
  const { host, signIn, locales } = options;
  const seenLanguages = new Set<string>();
  const named = locales === "all" ? null : locales;
  const languages = named ? new Set(named.map(toLanguage)) : seenLanguages;
  return {
    key: `zendesk:${host}`,
    settings: JSON.stringify({ locales, isAnonymous: signIn === null }),
    takesOver: false,
    covers: ({ audience, language }) =>
      (signIn !== null || audience === "public") && (locales === "all" || languages.has(language)),
    async *read(checkpoint) {
      const client = clientOf(options);
      const center = await openCenter(client, options);
      const from = checkpointSchema.safeParse(checkpoint).data ?? { listing: 0, at: null };
      const listings = named ?? [null];
      for (let listing = from.listing; listing < listings.length; listing += 1) {
        const at = listing === from.listing ? from.at : null;
        for await (const batch of readArticles(center, listings, listing, at)) {
          for (const { draft } of batch.drafts) seenLanguages.add(draft.language);
          yield batch;
        }
      }
    },
  };
}

function clientOf({ origin, signIn, web }: ZendeskOptions): JsonClient {
  const credentials = signIn && Buffer.from(`${signIn.email}/token:${signIn.token}`).toString("base64");
  return createJsonClient({
    ...{ origin, web, expected: "a Zendesk help center" },
    authorization: credentials ? `Basic ${credentials}` : null,
    signInAdvice: signIn
      ? "Check ZENDESK_EMAIL and ZENDESK_API_TOKEN, and that API tokens are allowed in Zendesk's Admin Center."
      : "Set ZENDESK_EMAIL and ZENDESK_API_TOKEN in the environment.",
  });
}

/** What the articles of a help center are read with. */
type Center = {
  client: JsonClient;
  wanted: WantedLocales;
  segments: ReadonlyMap<number, ZendeskSegment>;
  /** Names of sections in a language; read once each. */
  placesIn(locale: string | null): Promise<FindPlace>;
};

async function openCenter(client: JsonClient, { signIn, locales }: ZendeskOptions): Promise<Center> {
  const listing = { client, path: `${ROOT}/user_segments`, key: "user_segments" };
  const segments = signIn ? ((await readListing(listing, segmentSchema)) ?? []) : [];
  const places = new Map<string | null, Promise<FindPlace>>();
  return {
    ...{ client, wanted: locales },
    segments: new Map(segments.map((segment) => [segment.id, segment])),
    placesIn(locale) {
      const found = places.get(locale) ?? readPlaces(client, rootOf(locale));
      places.set(locale, found);
      return found;
    },
  };
}

function rootOf(locale: string | null): string {
  return locale === null ? ROOT : `${ROOT}/${encodeURIComponent(locale)}`;
}

async function* readArticles(
  center: Center,
  listings: readonly (string | null)[],
  listing: number,
  from: Position | null,
): AsyncIterable<ImportBatch> {
  const locale = listings[listing] ?? null;
  const query = center.wanted === null ? "" : "?include=translations";
  const path = `${rootOf(locale)}/articles${query}`;
  let count: number | null = null;
  for await (const page of readPages({ client: center.client, path, key: "articles" }, from)) {
    const isShifted = count !== null && page.count !== null && page.count < count;
    count ??= page.count;
    const checkpoint = page.next ? { listing, at: page.next } : { listing: listing + 1, at: null };
    const drafted = await draftPage(center, page, listings.slice(0, listing), locale);
    // Numbered pages move up when an article goes, and the first of the next page is never seen.
    const mayLack = "articles were taken away at the source while their pages were read";
    yield { ...drafted, checkpoint, ...(isShifted && { mayLack }) };
  }
}

/** `earlier`: the languages whose listings were read before; an article that has one of them is there already. */
async function draftPage(
  center: Center,
  { rows }: Page,
  earlier: readonly (string | null)[],
  locale: string | null,
): Promise<Drafted> {
  let drafted: Drafted = { drafts: [], bad: [], skipped: {} };
  for (const row of rows) {
    const parsed = zendeskArticleSchema.safeParse(row);
    if (!parsed.success) {
      const id = z.object({ id: z.unknown() }).safeParse(row).data?.id;
      drafted = { ...drafted, bad: [...drafted.bad, { place: `article ${id}`, reason: describeIssues(parsed.error) }] };
      continue;
    }
    const article = parsed.data;
    const translations = await translationsOf(center, article);
    if (translations.some((translation) => earlier.includes(translation.locale.toLowerCase()))) continue;
    const more = await draftArticle(center, article, translations, locale);
    drafted = {
      drafts: [...drafted.drafts, ...more.drafts],
      bad: [...drafted.bad, ...more.bad],
      skipped: addCounts(drafted.skipped, more.skipped),
    };
  }
  return drafted;
}

async function translationsOf({ client, wanted }: Center, article: ZendeskArticle): Promise<ZendeskTranslation[]> {
  const isAloneWanted = wanted === null || (wanted !== "all" && wanted.length === 1);
  if (isAloneWanted) return [];
  if (article.translations) return article.translations;
  const answer = await client.getIfAllowed(
    `${ROOT}/articles/${article.id}/translations?per_page=100`,
    translationsSchema,
  );
  return answer?.body.translations ?? [];
}

async function draftArticle(
  center: Center,
  article: ZendeskArticle,
  translations: readonly ZendeskTranslation[],
  listed: string | null,
): Promise<Drafted> {
  const places = new Map<string, string[]>();
  const locales = new Set([article.locale, ...translations.map(({ locale }) => locale)]);
  for (const locale of locales) {
    if (locale !== article.locale && !isWanted(center.wanted, locale)) continue;
    const named = locale === article.locale ? listed : locale;
    if (article.section_id) places.set(locale, await placeOf(center, article.section_id, named, listed));
  }
  const access = accessOf(article, center.segments);
  return toDrafts({ article, translations, access, placeIn: (locale) => places.get(locale) ?? [] }, center.wanted);
}

/** A section that is not translated is called as in the language of the listing. */
async function placeOf(center: Center, sectionId: number, locale: string | null, listed: string | null) {
  const place = (await center.placesIn(locale))(sectionId);
  return place ?? (await center.placesIn(listed))(sectionId) ?? [];
}

import { languageTagSchema, webUrlSchema } from "../../../lib/contract/article";
import { instantOrNull, textOfHtml, tidyNames } from "../draft-of-html";
import type { ImportedDraft } from "../imported-draft";
import type { ImportBatch } from "../source";
import type { ZendeskArticle, ZendeskTranslation } from "./schemas";
import type { Access } from "./segments";

/** The languages to take: those named, all, or for null only the one an article is listed in. */
export type WantedLocales = readonly string[] | "all" | null;

/** An article with what stands beside it at the source. */
export type Found = {
  article: ZendeskArticle;
  translations: readonly ZendeskTranslation[];
  access: Access;
  /** The path of its section's names in a language. */
  placeIn(locale: string): string[];
};

/** What an article with its translations comes to: drafts, those left out, and bad ones. */
export type Drafted = Pick<ImportBatch, "drafts" | "bad" | "skipped">;

/** One draft for each wanted language. The one all others translate has the plain id. */
export function toDrafts(found: Found, wanted: WantedLocales): Drafted {
  const { article } = found;
  const drafted: {
    drafts: Drafted["drafts"][number][];
    bad: Drafted["bad"][number][];
    skipped: Record<string, number>;
  } = {
    ...{ drafts: [], bad: [], skipped: {} },
  };
  const skip = (reason: string) => {
    drafted.skipped[reason] = (drafted.skipped[reason] ?? 0) + 1;
  };
  for (const version of versionsOf(found, wanted)) {
    const place = `article ${article.id} (${version.locale})`;
    if (version.draft) skip("draft");
    else if (version.hidden) skip("hidden");
    else {
      const text = textOfHtml(version.title ?? "", version.body ?? "");
      if (text === null) skip("empty");
      else if ("reason" in text) drafted.bad.push({ place, reason: text.reason });
      else drafted.drafts.push({ place, draft: { ...text, ...aboutOf(found, version) } });
    }
  }
  return { ...drafted, drafts: withVersionToFollow(drafted.drafts) };
}

function aboutOf(
  { article, access, placeIn }: Found,
  version: ZendeskTranslation,
): Omit<ImportedDraft, "title" | "bodyHtml" | "sections"> {
  const id = `zendesk-${article.id}`;
  const isSource = version.locale === sourceLocaleOf(article);
  const url = webUrlSchema.safeParse(version.html_url);
  return {
    id: isSource ? id : `${id}-${version.locale}`,
    language: toLanguage(version.locale),
    translationOf: isSource ? null : id,
    ...(!isSource && { isOutdated: version.outdated ?? false }),
    ...access,
    category: placeIn(version.locale),
    tags: tidyNames(article.label_names ?? []),
    url: url.data ?? null,
    updatedAt: instantOrNull(version.updated_at),
  };
}

/** The listed version and, of the others, those wanted. */
function versionsOf({ article, translations }: Found, wanted: WantedLocales): ZendeskTranslation[] {
  const listed: ZendeskTranslation = {
    ...{ locale: article.locale, title: article.title, body: article.body, draft: article.draft },
    outdated: (article.outdated_locales ?? []).includes(article.locale),
    html_url: article.html_url,
    updated_at: article.edited_at ?? article.updated_at,
  };
  const others = translations.filter(({ locale }) => locale !== article.locale && isWanted(wanted, locale));
  const outdatedHere = (locale: string) => (article.outdated_locales ?? []).includes(locale);
  const marked = others.map((each) => ({ ...each, outdated: Boolean(each.outdated) || outdatedHere(each.locale) }));
  return [listed, ...marked];
}

/** Whether a language is wanted beside the one an article is listed in. */
export function isWanted(wanted: WantedLocales, locale: string): boolean {
  return wanted === "all" || (wanted?.includes(locale.toLowerCase()) ?? false);
}

function sourceLocaleOf(article: ZendeskArticle): string {
  return article.source_locale ?? article.locale;
}

/** A translation lags behind a later version, so a text that has an outdated translation is not at its first. */
function withVersionToFollow(drafts: Drafted["drafts"]): Drafted["drafts"] {
  if (!drafts.some(({ draft }) => draft.isOutdated)) return drafts;
  return drafts.map((one) =>
    one.draft.isOutdated === undefined ? { ...one, draft: { ...one.draft, version: 2 } } : one,
  );
}

/** `en-us`, as Zendesk writes it, as a language tag. */
export function toLanguage(locale: string): string {
  const tag = locale.replaceAll("_", "-");
  try {
    return languageTagSchema.parse(Intl.getCanonicalLocales(tag)[0]);
  } catch {
    // Locales of test accounts need not be languages.
    return /^[A-Za-z]{2,3}/.exec(tag)?.[0].toLowerCase() ?? "und";
  }
}

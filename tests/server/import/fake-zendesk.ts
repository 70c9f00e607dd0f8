/** A help center as its API answers, without a port. Made by what is known of the true one, not by what the importer asks. */

export type FakeArticle = {
  id: number;
  title: string;
  body: string | null;
  locale?: string;
  section_id?: number;
  draft?: boolean;
  user_segment_id?: number | null;
  user_segment_ids?: number[];
  label_names?: string[];
  outdated_locales?: string[];
  edited_at?: string;
  translations?: FakeTranslation[];
};
export type FakeTranslation = {
  locale: string;
  title: string;
  body: string | null;
  draft?: boolean;
  outdated?: boolean;
};

export type FakeCenter = {
  articles: FakeArticle[];
  categories?: { id: number; name: string; names?: Record<string, string> }[];
  sections?: {
    id: number;
    name: string;
    names?: Record<string, string>;
    category_id: number;
    parent_section_id?: number | null;
  }[];
  segments?: { id: number; name: string; user_type: string; built_in: boolean }[] | "unreadable";
  pages?: "cursor" | "offset";
  /** Whether articles come with their translations when that is asked for. */
  sideloads?: boolean;
  /** Every so many requests one is answered with 429. */
  limitEvery?: number;
  retryAfter?: string;
};

export const FAKE_HOST = "acme.zendesk.com";
export const FAKE_SIGN_IN = { email: "ada@acme.example", token: "token-of-ada" };
const DEFAULT_LOCALE = "en-us";

/** The center's `fetch`. `requests` are those it has answered, with their queries; `center` may be changed meanwhile. */
export function createFakeZendesk(center: FakeCenter) {
  const requests: string[] = [];
  const answer = (request: Request): Response => {
    const url = new URL(request.url);
    if (url.host !== FAKE_HOST) return new Response("<h1>No such help center</h1>", { status: 404, headers: HTML });
    requests.push(url.pathname + url.search);
    if (center.limitEvery && requests.length % center.limitEvery === 0) {
      return Response.json(
        { error: "TooManyRequests" },
        { status: 429, headers: { "Retry-After": center.retryAfter ?? "7" } },
      );
    }
    const authorization = request.headers.get("authorization");
    if (authorization !== null && authorization !== expectedAuthorization()) return refuse(401);
    return (
      route(center, url, authorization !== null) ?? new Response("<h1>Not found</h1>", { status: 404, headers: HTML })
    );
  };
  const fake: typeof fetch = async (input, init) => answer(new Request(input, init));
  return { fetch: fake, requests, center };
}

const HTML = { "Content-Type": "text/html" };

function expectedAuthorization(): string {
  return `Basic ${Buffer.from(`${FAKE_SIGN_IN.email}/token:${FAKE_SIGN_IN.token}`).toString("base64")}`;
}

function refuse(status: number): Response {
  return Response.json({ error: "Couldn't authenticate you" }, { status });
}

function route(center: FakeCenter, url: URL, isSignedIn: boolean): Response | null {
  const match = /^\/api\/v2\/help_center(?:\/([a-z]{2}(?:-[a-z]{2})?))?\/(.+?)(?:\.json)?$/.exec(url.pathname);
  const [, locale = null, rest = ""] = match ?? [];
  if (!match) return null;
  if (rest === "user_segments") {
    if (!isSignedIn || center.segments === "unreadable") return refuse(403);
    return pageOf(center, url, "user_segments", center.segments ?? []);
  }
  if (!isSignedIn && locale === null) return refuse(401);
  const inLocale = locale ?? DEFAULT_LOCALE;
  if (rest === "categories" || rest === "sections") {
    return pageOf(
      center,
      url,
      rest,
      (center[rest] ?? []).flatMap((each) => named(each, inLocale)),
    );
  }
  const translationsOf = /^articles\/(\d+)\/translations$/.exec(rest)?.[1];
  if (translationsOf) {
    const article = center.articles.find(({ id }) => id === Number(translationsOf));
    return article ? Response.json({ translations: allTranslations(article), count: 1, next_page: null }) : refuse(404);
  }
  if (rest !== "articles") return null;
  const isReadable = (article: FakeArticle) =>
    isSignedIn || (article.user_segment_id === null && article.draft === false);
  const listed = center.articles.filter(isReadable).flatMap((article) => inLanguage(article, inLocale));
  const withTranslations = url.searchParams.get("include") === "translations" && center.sideloads !== false;
  const rows = listed.map((row) => ({
    ...row,
    ...(withTranslations && { translations: translationsFor(center, row.id) }),
  }));
  return pageOf(center, url, "articles", rows);
}

function named<T extends { name: string; names?: Record<string, string> }>({ names, ...each }: T, locale: string) {
  const name = locale === DEFAULT_LOCALE ? each.name : names?.[locale];
  return name === undefined ? [] : [{ ...each, name, locale, source_locale: DEFAULT_LOCALE, outdated: false }];
}

function allTranslations({ translations = [], ...article }: FakeArticle) {
  const own = {
    locale: article.locale ?? DEFAULT_LOCALE,
    title: article.title,
    body: article.body,
    draft: article.draft,
  };
  return [own, ...translations].map((each) => ({
    ...{ outdated: false, hidden: false, updated_at: "2026-01-03T00:00:00Z", source_type: "Article", ...each },
    html_url: `https://${FAKE_HOST}/hc/${each.locale}/articles/${article.id}`,
  }));
}

function translationsFor(center: FakeCenter, id: number) {
  return center.articles.filter((article) => article.id === id).flatMap(allTranslations);
}

/** The article as it is listed in a language: with that language's title and body, or not at all. */
function inLanguage(article: FakeArticle, locale: string) {
  const { translations = [], locale: sourceLocale = DEFAULT_LOCALE, ...rest } = article;
  const text = sourceLocale === locale ? article : translations.find((each) => each.locale === locale);
  if (!text) return [];
  return [
    {
      ...{
        user_segment_ids: [],
        label_names: [],
        outdated_locales: [],
        edited_at: "2026-01-02T00:00:00Z",
        promoted: false,
      },
      ...{ ...rest, title: text.title, body: text.body, locale, source_locale: sourceLocale },
      html_url: `https://${FAKE_HOST}/hc/${locale}/articles/${article.id}`,
    },
  ];
}

function pageOf(center: FakeCenter, url: URL, key: string, rows: readonly unknown[]): Response {
  const size = Number(url.searchParams.get("page[size]"));
  if (size > 0 && center.pages !== "offset") {
    const start = Number(url.searchParams.get("page[after]") ?? 0);
    const end = start + Math.min(size, 100);
    const hasMore = end < rows.length;
    const meta = { has_more: hasMore, after_cursor: hasMore ? `${end}` : null, before_cursor: `${start}` };
    return Response.json({ [key]: rows.slice(start, end), meta, links: { next: null, prev: null } });
  }
  const perPage = Math.min(Number(url.searchParams.get("per_page") ?? 30), 100);
  const page = Number(url.searchParams.get("page") ?? 1);
  const pages = Math.ceil(rows.length / perPage);
  const next = page < pages ? `https://${FAKE_HOST}${url.pathname}?page=${page + 1}&per_page=${perPage}` : null;
  const paging = {
    count: rows.length,
    next_page: next,
    page,
    page_count: pages,
    per_page: perPage,
    previous_page: null,
  };
  return Response.json({ [key]: rows.slice((page - 1) * perPage, page * perPage), ...paging });
}

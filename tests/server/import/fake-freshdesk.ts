/** Freshdesk's solutions as its API answers, without a port. */

export type FakeSolution = {
  id: number;
  title?: string;
  description?: string;
  status?: number;
  type?: number;
  tags?: string[];
  seo_data?: unknown;
  folder_visibility?: number;
  translations?: Record<string, { title: string; description: string; status: number }>;
};
export type FakeFolder = {
  id: number;
  name: string;
  visibility?: number;
  articles?: FakeSolution[];
  folders?: FakeFolder[];
};
export type FakeDesk = {
  categories: { id: number; name: string; folders: FakeFolder[] }[];
  /** Whether listings of articles carry their bodies. */
  listsBodies?: boolean;
  limitEvery?: number;
  pageSize?: number;
};

export const FAKE_DESK_HOST = "acme.freshdesk.com";
export const FAKE_API_KEY = "key-of-ada";

/** Its `fetch`, and the requests it has answered. `desk` may be changed meanwhile. */
export function createFakeFreshdesk(desk: FakeDesk) {
  const requests: string[] = [];
  const answer = (request: Request): Response => {
    const url = new URL(request.url);
    if (url.host !== FAKE_DESK_HOST) return notFound();
    requests.push(url.pathname + url.search);
    if (desk.limitEvery && requests.length % desk.limitEvery === 0) {
      const date = new Date(Date.UTC(2026, 10, 2, 9, 0, 20)).toUTCString();
      return Response.json(
        { message: "You have exceeded the limit" },
        { status: 429, headers: { "Retry-After": date } },
      );
    }
    const expected = `Basic ${Buffer.from(`${FAKE_API_KEY}:X`).toString("base64")}`;
    if (request.headers.get("authorization") !== expected) {
      return Response.json({ code: "invalid_credentials" }, { status: 401 });
    }
    return route(desk, url) ?? Response.json({}, { status: 404 });
  };
  const fake: typeof fetch = async (input, init) => answer(new Request(input, init));
  return { fetch: fake, requests, desk };
}

function notFound(): Response {
  return new Response("<h1>No such account</h1>", { status: 404, headers: { "Content-Type": "text/html" } });
}

function route(desk: FakeDesk, url: URL): Response | null {
  const path = url.pathname.replace("/api/v2/solutions/", "").split("/");
  const [kind, id = "", what = ""] = path;
  if (kind === "categories" && id === "")
    return pageOf(
      desk,
      url,
      desk.categories.map(({ folders, ...rest }) => rest),
    );
  if (kind === "categories") {
    const category = desk.categories.find((each) => each.id === Number(id));
    return category
      ? pageOf(
          desk,
          url,
          category.folders.map((folder) => describeFolder(folder, null)),
        )
      : null;
  }
  const folders = desk.categories.flatMap((category) => category.folders.flatMap(withInner));
  if (kind === "folders") {
    const folder = folders.find((each) => each.id === Number(id));
    if (!folder) return null;
    if (what === "subfolders")
      return pageOf(
        desk,
        url,
        (folder.folders ?? []).map((each) => describeFolder(each, folder.id)),
      );
    return pageOf(
      desk,
      url,
      (folder.articles ?? []).map((article) => withoutBody(desk, complete(article))),
    );
  }
  const article = folders.flatMap((folder) => folder.articles ?? []).find((each) => each.id === Number(id));
  if (kind !== "articles" || !article) return null;
  if (what === "") return Response.json(complete(article));
  const translation = article.translations?.[what];
  return translation ? Response.json({ ...complete(article), ...translation }) : null;
}

function withInner(folder: FakeFolder): FakeFolder[] {
  return [folder, ...(folder.folders ?? []).flatMap(withInner)];
}

function describeFolder({ articles = [], folders = [], ...folder }: FakeFolder, parentId: number | null) {
  return { ...folder, parent_folder_id: parentId, articles_count: articles.length, sub_folders_count: folders.length };
}

function complete({ translations, ...article }: FakeSolution) {
  const usual = {
    title: `Title ${article.id}`,
    description: `<p>Body ${article.id}</p>`,
    status: 2,
    type: 1,
    tags: [],
  };
  return { ...usual, seo_data: {}, updated_at: "2026-01-02T00:00:00Z", ...article };
}

function withoutBody({ listsBodies = true }: FakeDesk, { description, ...article }: ReturnType<typeof complete>) {
  return listsBodies ? { ...article, description } : article;
}

function pageOf({ pageSize = 100 }: FakeDesk, url: URL, rows: readonly unknown[]): Response {
  const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), pageSize);
  const page = Number(url.searchParams.get("page") ?? 1);
  const next =
    page * size < rows.length ? { Link: `<https://${url.host}${url.pathname}?page=${page + 1}>; rel="next"` } : {};
  return Response.json(rows.slice((page - 1) * size, page * size), { headers: next });
}

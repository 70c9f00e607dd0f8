import { describe, expect, it } from "vitest";
import { type ApiMode, createFakeHelpdeskApi } from "../../replicas/api/fake-helpdesk-api";
import { ask, createToolPage, said, ticketOf } from "./support";

const apiOf = (mode: ApiMode, options = {}) =>
  createFakeHelpdeskApi({ helpdesk: "zendesk", tickets: [ticketOf([said()])], mode, ...options });

const refused = (status: number | null, retryAfterMs: number | null = null) => ({
  ...{ outcome: "refused", status, retryAfterMs },
});

it.each([
  ["signedOut", 401],
  ["forbidden", 403],
  ["notFound", 404],
  ["broken", 500],
  ["loginPage", 200],
  ["redirect", null],
] as const)("says that it was refused when the helpdesk is in the state %s, and asks no more", async (mode, status) => {
  const api = apiOf(mode);

  const answer = await ask(createToolPage(api).page, api);

  expect(answer).toEqual(refused(status));
  expect(api.requests).toHaveLength(1);
});

it.each([
  ["seconds", "120", 120_000],
  ["a date", "Fri, 20 Nov 2026 12:01:30 GMT", 90_000],
  ["a date that is past", "Fri, 20 Nov 2026 11:00:00 GMT", 0],
  ["words", "soon", null],
])("reads the wish to be left alone given as %s", async (_name, retryAfter, retryAfterMs) => {
  const api = apiOf("busy", { retryAfter });

  const answer = await ask(createToolPage(api).page, api);

  expect(answer).toEqual(refused(429, retryAfterMs));
});

it("is refused without a network", async () => {
  const api = apiOf("answers");
  const { page } = createToolPage(api);
  page.fetch = () => Promise.reject(new TypeError("Failed to fetch"));

  expect(await ask(page, api)).toEqual(refused(null));
});

it("gives up after eight seconds", async () => {
  const api = apiOf("silent");
  const { page, passTo } = createToolPage(api);

  const asked = ask(page, api);
  passTo(7_999);
  const early = await Promise.race([asked, Promise.resolve("still waiting")]);
  passTo(8_000);

  expect(early).toBe("still waiting");
  expect(await asked).toEqual(refused(null));
});

it("leaves no timer behind", async () => {
  const api = apiOf("answers");
  const { page, timers } = createToolPage(api);

  await ask(page, api);

  expect(timers.size).toBe(0);
});

it("refuses an answer about another ticket", async () => {
  const api = apiOf("answers");
  const { page } = createToolPage(api);
  page.fetch = () => Promise.resolve(Response.json({ ticket: { id: 202, subject: "Not mine" } }));

  expect(await ask(page, api)).toEqual(refused(200));
});

it("refuses comments that are none", async () => {
  const api = apiOf("answers");
  const { page } = createToolPage(api);
  const { fetch } = page;
  page.fetch = (url, init) =>
    url.includes("comments") ? Promise.resolve(Response.json({ error: "odd" })) : fetch(url, init);

  expect(await ask(page, api)).toEqual(refused(200));
});

describe("when the agent moves on", () => {
  it("blames no helpdesk for requests that end because the page is being left", async () => {
    const api = apiOf("answers");
    const { page } = createToolPage(api);
    const window = page.document.defaultView;
    page.fetch = () => {
      window?.dispatchEvent(new window.Event("beforeunload"));
      return Promise.reject(new TypeError("Failed to fetch"));
    };

    expect(await ask(page, api)).toEqual({ outcome: "otherTicket" });
  });

  it("asks nothing when another ticket is open already", async () => {
    const api = apiOf("answers");

    const answer = await ask(createToolPage(api, "202").page, api);

    expect(answer).toEqual({ outcome: "otherTicket" });
    expect(api.requests).toEqual([]);
  });

  it.each([
    [1, "first"],
    [2, "second"],
  ])("drops what it has after %i request(s), when the page moves during the %s", async (count) => {
    const api = apiOf("answers");
    const { page, moveTo } = createToolPage(api);
    page.fetch = async (url, init) => {
      const response = await api.fetch(url, init);
      if (api.requests.length === count) moveTo("202");
      return response;
    };

    const answer = await ask(page, api);

    expect(answer).toEqual({ outcome: "otherTicket" });
    expect(api.requests).toHaveLength(count);
  });
});

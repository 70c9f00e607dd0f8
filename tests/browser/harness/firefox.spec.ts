import { isBrowserUpkeep } from "../../../scripts/browser/recording-proxy";
import { expect, test } from "./fixtures";
import { TICKET_URL } from "./probe";

test("stops and notes what a Firefox desk page asks of the world", async ({ firefox }) => {
  const html = '<!doctype html><img src="https://pictures.example.com/a.png">';

  await firefox.openDeskPage(TICKET_URL, html);

  expect(firefox.unexpectedRequests.map(({ url }) => url)).toEqual(["https://pictures.example.com/a.png"]);
});

test("evaluates with the extension's own powers in Firefox", async ({ firefox }) => {
  const answer = await firefox.evaluate("browser.storage.local.set({ word: 'kept' }).then(() => browser.runtime.id)");

  expect(answer).toBe("souffleur@souffleur.example");
});

test.describe("in French and in the dark", () => {
  test.use({ locale: "fr", colorScheme: "dark" });

  test("gives language, colour scheme and width to the Firefox sidebar page", async ({ firefox }) => {
    const sidebar = await firefox.openSidebarPage();

    const answer = await sidebar.evaluate(
      "[navigator.language, matchMedia('(prefers-color-scheme: dark)').matches, innerWidth]",
    );

    expect(answer).toEqual(["fr", true, 360]);
  });
});

test.describe("with traffic recorded", () => {
  test.use({ recordTraffic: true });

  test("sends a request of the Firefox sidebar page through the proxy", async ({ firefox, sentRequests }) => {
    const sidebar = await firefox.openSidebarPage();

    await sidebar.evaluate(
      "fetch('http://kb.example.com/notes', { method: 'POST', body: 'a leak' }).catch(() => null)",
    );

    const sent = sentRequests.filter((request) => !isBrowserUpkeep(request));
    expect(sent.map(({ url, bodyText }) => [url, bodyText])).toEqual([["http://kb.example.com/notes", "a leak"]]);
  });
});

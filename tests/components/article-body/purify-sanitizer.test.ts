// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { finishBody } from "../../../components/article-body/finish-body";
import { createPurifySanitizer } from "../../../components/article-body/purify-sanitizer";
import { chooseSanitizer } from "../../../components/article-body/sanitize";
import { en } from "../../../components/text/en";
import { HOSTILE_BODIES, remainsOf } from "./hostile-bodies";

function shownBody(bodyHtml: string, baseUrl: string | null = null) {
  const shown = document.createElement("div");
  shown.append(finishBody(createPurifySanitizer(window)(bodyHtml), baseUrl, en.article));
  return shown;
}

describe("hostile bodies", () => {
  test.each(HOSTILE_BODIES)("$name leaves nothing but its text", ({ bodyHtml, text }) => {
    const shown = shownBody(bodyHtml);

    expect(remainsOf(shown)).toEqual([]);
    expect(shown.textContent?.trim()).toBe(text);
  });
});

test("what an article is made of stays", () => {
  const bodyHtml =
    '<h2>Title</h2><p>A <strong>b</strong> <code>c</code></p><ol start="3"><li>d</li></ol><blockquote>e</blockquote>';

  expect(shownBody(bodyHtml).innerHTML).toBe(bodyHtml);
});

test("a link opens elsewhere and tells nobody where it came from", () => {
  const link = shownBody('<a href="https://help.acme.example/a" target="_self" rel="opener">a</a>').querySelector("a");

  expect(link?.getAttribute("target")).toBe("_blank");
  expect(link?.getAttribute("rel")).toBe("noopener noreferrer nofollow");
});

test("a mail link stays", () => {
  expect(shownBody('<a href="mailto:desk@acme.example">a</a>').querySelector("a")?.href).toBe(
    "mailto:desk@acme.example",
  );
});

test.each(["ftp://files.acme.example/a", "tel:+33100000000", "sms:+33100000000"])("%s is plain text", (href) => {
  expect(shownBody(`<a href="${href}">a</a>`).querySelector("a")?.hasAttribute("href")).toBe(false);
});

test("a relative link is read from the article's address", () => {
  const link = shownBody('<a href="../b">b</a>', "https://help.acme.example/x/a").querySelector("a");

  expect(link?.getAttribute("href")).toBe("https://help.acme.example/b");
});

test("a relative link of an article without an address is plain text", () => {
  expect(shownBody('<a href="/options.html">b</a>').querySelector("a")?.hasAttribute("href")).toBe(false);
});

test("a table scrolls in a box of its own", () => {
  const box = shownBody("<table><tbody><tr><td>a</td></tr></tbody></table>").querySelector(".table-scroll");

  expect(box?.firstElementChild?.localName).toBe("table");
});

describe("images", () => {
  const inside = "data:image/png;base64,iVBORw0KGgo=";
  function images(source: string, showsImages: boolean): string[] {
    const body = createPurifySanitizer(window)(`<p><img src="${source}" alt="Map" onerror="steal()"></p>`);
    return [...finishBody(body, null, en.article, showsImages).querySelectorAll("img")].map((image) => image.outerHTML);
  }

  test("inside the article show when the team allows it", () => {
    expect(images(inside, true)).toEqual([`<img src="${inside}" alt="Map">`]);
  });

  test("give way to their description when it does not", () => {
    expect(images(inside, false)).toEqual([]);
    expect(shownBody(`<img src="${inside}" alt="Map">`).textContent).toBe("[Image: Map]");
  });

  test.each([
    "https://help.acme.example/map.png",
    "//help.acme.example/map.png",
    "map.png",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:text/html;base64,PHA+",
    "blob:https://help.acme.example/1",
  ])("from elsewhere never load: %s", (source) => {
    expect(images(source, true)).toEqual([]);
  });
});

test("an attribute allowed on one element is not allowed on another", () => {
  expect(shownBody('<p title="a" start="3"><abbr title="b">c</abbr></p>').innerHTML).toBe(
    '<p><abbr title="b">c</abbr></p>',
  );
});

test("a browser without a sanitiser of its own gets DOMPurify", async () => {
  const sanitize = await chooseSanitizer(window);

  const container = document.createElement("div");
  container.append(sanitize("<p onclick=steal()>Safe</p>"));
  expect(container.innerHTML).toBe("<p>Safe</p>");
});

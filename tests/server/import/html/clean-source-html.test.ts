import { describe, expect, test } from "vitest";
import { toBodyHtml } from "../../../../server/import/body-html";
import { cleanSourceHtml } from "../../../../server/import/html/clean-source-html";
import { toSections } from "../../../../server/import/sections";

/** As a helpdesk's article is taken in: brought into structure, then sanitised. */
function takeIn(html: string): string {
  return toBodyHtml(cleanSourceHtml(html, { guessHeadings: true }), "html").replaceAll("\n", "");
}

function headingsOf(html: string): string[] {
  return toSections(takeIn(html))
    .map(({ heading }) => heading)
    .filter((heading) => heading !== "");
}

const TEXT = "<p>Fees are charged at the end of each month, and a receipt comes by mail.</p>";

describe("a heading in disguise is recognised when it is", () => {
  test.each([
    ["bold in a large class", '<p class="wysiwyg-font-size-large"><strong>Fees</strong></p>'],
    ["bold in an extra large class", '<p><span class="wysiwyg-font-size-x-large"><strong>Fees</strong></span></p>'],
    ["bold and large in pixels", '<div><b><span style="font-size: 18px;">Fees</span></b></div>'],
    ["bold and large in points", '<p style="font-size:14pt"><b>Fees</b></p>'],
    ["bold and large in em", '<p><strong style="font-size: 1.3em">Fees</strong></p>'],
    ["bold by weight and large", '<p style="font-weight: 700; font-size: 20px">Fees</p>'],
    ["bold in a large font element", '<p><font size="5"><b>Fees</b></font></p>'],
    ["a paragraph Word calls a heading", '<p class="MsoHeading2">Fees</p>'],
    ["a paragraph with Word's outline level", '<p style="mso-outline-level:1">Fees</p>'],
    ["a numbered Mso heading class", '<p class="MsoHeading8 Heading2">Fees</p>'],
    ["the title of a folding box", "<details><summary>Fees</summary><div>Text</div></details>"],
  ])("%s", (_what, html) => {
    expect(headingsOf(`${TEXT}${html}${TEXT}`)).toEqual(["Fees"]);
  });

  test("a large question", () => {
    expect(headingsOf(`<p style="font-size:20px"><b>How do I pay?</b></p>${TEXT}`)).toEqual(["How do I pay?"]);
  });

  test("one of several short bold paragraphs before texts", () => {
    const html = `<p><strong>What it costs</strong></p>${TEXT}<p><b>When it is charged</b></p><ul><li>Monthly</li></ul>`;

    expect(headingsOf(html)).toEqual(["What it costs", "When it is charged"]);
  });

  test("beside true headings, which keep their order", () => {
    const html = `<h1>One</h1>${TEXT}<p style="font-size:20px"><b>Two</b></p>${TEXT}<h4>Three</h4>${TEXT}`;

    expect(headingsOf(html)).toEqual(["One", "Two", "Three"]);
  });
});

describe("a paragraph stays one when it is", () => {
  test.each([
    ["a bold sentence", `<p><strong>Never tell anybody the code.</strong></p>${TEXT}`.repeat(2)],
    ["a bold line that ends in a colon", `<p><strong>Please note:</strong></p>${TEXT}`.repeat(2)],
    ["a word that calls for attention", `<p><b>Important</b></p>${TEXT}<p><b>Note</b></p>${TEXT}`],
    ["a single short bold paragraph", `${TEXT}<p><strong>Fees and more</strong></p>${TEXT}`],
    ["bold only in part", `<p><strong>Fees</strong> are low</p>${TEXT}`.repeat(3)],
    ["bold and last", `${TEXT}<p><strong>Best regards</strong></p>`.repeat(1)],
    ["a bold link", `<p><strong><a href="https://example.com">Open the form</a></strong></p>${TEXT}`.repeat(2)],
    ["long", `<p><strong>${"All customers who pay by card ".repeat(4)}</strong></p>${TEXT}`.repeat(2)],
    ["large without being bold", `<p style="font-size: 20px">Fees</p>${TEXT}`],
    [
      "as large as all the text",
      `<p style="font-size:18px"><b>Fees stay as they are</b></p><p style="font-size:18px">Text that is longer than that by far.</p>`,
    ],
    ["in a table", `<table><tr><td><p style="font-size:20px"><b>Fees</b></p></td><td>3</td></tr></table>`],
    ["in a list", `<ul><li><p style="font-size:20px"><b>Fees</b></p></li></ul>`],
    ["a large bold sentence", `<p style="font-size:20px"><b>Do not send the card back.</b></p>${TEXT}`],
    ["in lower case", `<p><b>fees of cards</b></p>${TEXT}`.repeat(2)],
  ])("%s", (_what, html) => {
    expect(headingsOf(html)).toEqual([]);
  });

  test("short and bold, where a text has headings of its own", () => {
    const html = `<h2>Fees</h2>${TEXT}<p><b>Card fees</b></p>${TEXT}<p><b>Other fees</b></p>${TEXT}`;

    expect(headingsOf(html)).toEqual(["Fees"]);
  });
});

describe("lines", () => {
  test("parted by two breaks become paragraphs, a single break stays", () => {
    expect(takeIn("<div>One<br>two<br><br>three<br> <br><br>four</div>")).toBe(
      "<p>One<br />two</p><p>three</p><p>four</p>",
    );
  });

  test("in boxes become paragraphs, however the boxes are nested", () => {
    expect(takeIn("<div><div>One</div><div>Two <b>bold</b></div>three</div>four")).toBe(
      "<p>One</p><p>Two <b>bold</b></p><p>three</p><p>four</p>",
    );
  });

  test("in a styled wrapper are parted as well", () => {
    expect(takeIn('<p><span style="color: red">One<br><br>two</span></p>')).toBe("<p>One</p><p>two</p>");
  });

  test("of a list Word wrote become a list, nested as it was", () => {
    const line = (level: number, marker: string, text: string) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">${marker}<span>&nbsp;&nbsp;</span></span><!--[endif]-->${text}</p>`;

    const html = takeIn(`${line(1, "1.", "Open")}${line(2, "a.", "the app")}${line(1, "2.", "Pay")}<p>Done</p>`);

    expect(html).toBe("<ol><li>Open<ol><li>the app</li></ol></li><li>Pay</li></ol><p>Done</p>");
  });
});

test("a video becomes a link to its page, and a player that is not on https goes", () => {
  const html = takeIn(
    '<p>See</p><iframe src="//www.youtube.com/embed/abc_1?rel=0" title="How to pay"></iframe>' +
      '<iframe src="https://player.vimeo.com/video/12"></iframe><iframe src="http://example.com/v"></iframe>' +
      '<iframe src="javascript:alert(1)"></iframe>',
  );

  expect(html).toBe(
    '<p>See</p><p><a href="https://www.youtube.com/watch?v=abc_1" rel="noopener noreferrer">How to pay</a></p>' +
      '<p><a href="https://vimeo.com/12" rel="noopener noreferrer">Video (vimeo.com)</a></p>',
  );
});

test("a callout stands apart as a quotation, and a layout of the same name does not", () => {
  expect(takeIn('<div class="callout callout--warning"><p>Careful</p></div>')).toBe(
    "<blockquote><p>Careful</p></blockquote>",
  );
  expect(takeIn(`<div class="note">${"word ".repeat(600)}</div>`)).toMatch(/^<p>word/);
});

test("tables keep their cells, and images leave their description", () => {
  const html = takeIn(
    '<div><table style="width:1px"><tbody><tr><td colspan="2">A</td><td><img src="x" alt="a card"></td></tr></tbody></table></div>',
  );

  expect(html).toBe('<table><tbody><tr><td colspan="2">A</td><td>a card</td></tr></tbody></table>');
});

test.each([
  ["what the sanitiser wrote", "Plain start<p><strong>Fees here</strong></p>\n<p>Text</p><ul><li>a<br />b</li></ul>"],
  ["headings and tables", "<h2>A</h2><p>b</p><table><tr><td>c</td></tr></table>"],
])("%s comes out of the sanitiser as it went in", (_what, html) => {
  const once = toBodyHtml(html, "html");

  expect(toBodyHtml(once, "html")).toBe(once);
  expect(once).toContain(html.slice(0, 10));
});

test("nothing that runs comes through", () => {
  const html = takeIn(
    '<div onclick="x()"><scr<script>ipt>alert(1)</script><svg><a href="javascript:x()">t</a></svg><a href="javascript:y()">u</a></div>',
  );

  expect(html).not.toMatch(/script|onclick|svg/i);
});

test.each([
  ["nested without end", `${"<div>".repeat(100_000)}x`],
  ["breaks without end", `<div>${"<br>".repeat(120_000)}</div>`],
  ["short bold paragraphs without end", "<p><b>A b</b></p>".repeat(25_000)],
  ["wrappers without end", `<p><span style="a">${"x<br><br>".repeat(50_000)}</span></p>`],
])("a text that was made to exhaust its reader does not: %s", (_what, html) => {
  expect(takeIn(html)).not.toContain("<div");
});

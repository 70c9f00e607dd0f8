import { describe, expect, test } from "vitest";
import { toBodyHtml } from "../../../server/import/body-html";

describe("plain text", () => {
  test("becomes paragraphs with line breaks", () => {
    const html = toBodyHtml("First line\nsecond line\n\n  \nNext paragraph", "text");

    expect(html).toBe("<p>First line<br />second line</p>\n<p>Next paragraph</p>");
  });

  test("keeps signs that mean something in HTML as text", () => {
    const html = toBodyHtml("if a < b && c > d: <script>alert(1)</script>", "text");

    expect(html).toBe("<p>if a &lt; b &amp;&amp; c &gt; d: &lt;script&gt;alert(1)&lt;/script&gt;</p>");
  });

  test("may come with Windows line ends", () => {
    const html = toBodyHtml("One\r\ntwo\r\n\r\nthree", "text");

    expect(html).toBe("<p>One<br />two</p>\n<p>three</p>");
  });

  test("may be empty", () => {
    expect(toBodyHtml("", "text")).toBe("");
  });
});

describe("Markdown", () => {
  test("keeps headings, lists, tables and emphasis", () => {
    const html = toBodyHtml("# Fees\n\n- **one**\n- two\n\n3. three\n\n| a | b |\n|---|---|\n| 1 | 2 |", "markdown");

    expect(html).toContain("<h2>Fees</h2>");
    expect(html).toContain("<li><strong>one</strong></li>");
    expect(html).toContain('<ol start="3">');
    expect(html).toContain("<td>1</td>");
  });

  test("has its embedded HTML sanitised", () => {
    const html = toBodyHtml('Hello <img src=x onerror="alert(1)"> <b onclick="x()">you</b>', "markdown");

    expect(html).toBe("<p>Hello  <b>you</b></p>");
  });
});

describe("HTML", () => {
  test.each([
    ["scripts", "<script>alert(1)</script>a", "a"],
    ["styles", '<style>p{}</style><p style="color:red">a</p>', "<p>a</p>"],
    ["event handlers", '<p onclick="x()">a</p>', "<p>a</p>"],
    ["classes and ids", '<p class="x" id="y">a</p>', "<p>a</p>"],
    ["frames that are not on https", '<iframe src="http://a.example/">b</iframe>a', "<p>a</p>"],
    ["drawings", "<svg><script>alert(1)</script><text>t</text></svg>a", "a"],
    ["formulas", "<math><mi>x</mi></math>a", "a"],
    ["comments", "<!-- secret -->a", "a"],
    ["form fields", '<form action="/x"><input value="x">a</form>', "a"],
    ["embedded objects", '<object data="x">in</object><embed src="x">a', "a"],
    ["base and meta", '<base href="https://evil.example/"><meta http-equiv="refresh" content="0">a', "a"],
  ])("loses %s", (_what, given, expected) => {
    expect(toBodyHtml(given, "html")).toBe(expected);
  });

  test.each(["https://help.acme.example/a?b=1&amp;c=2", "http://intranet.acme.example/", "mailto:help@acme.example"])(
    "keeps a link to %s and cuts its ties to the opener",
    (href) => {
      const html = toBodyHtml(`<a href="${href}" target="_blank" rel="opener">go</a>`, "html");

      expect(html).toBe(`<a href="${href}" rel="noopener noreferrer">go</a>`);
    },
  );

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#10;script:alert(1)",
    "&#1;javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "/relative",
    "#anchor",
    "",
  ])("keeps the text of a link to %j, not the link", (href) => {
    const html = toBodyHtml(`<p>a <a href="${href}">go</a> <a>here</a> b</p>`, "html");

    expect(html).toBe("<p>a go here b</p>");
  });

  test("shows an image's description in its place, as text", () => {
    const html = toBodyHtml('<p>Press <img src="https://a.example/i.png" alt="the <b>power</b> button">.</p>', "html");

    expect(html).toBe("<p>Press the &lt;b&gt;power&lt;/b&gt; button.</p>");
  });

  test("makes second-level headings of first-level ones", () => {
    expect(toBodyHtml("<h1>Fees</h1><h2>Late fees</h2>", "html")).toBe("<h2>Fees</h2><h2>Late fees</h2>");
  });

  test("is closed where its author left it open", () => {
    expect(toBodyHtml("<ul><li>one<li>two", "html")).toBe("<ul><li>one</li><li>two</li></ul>");
  });

  test("does not change when it is sanitised again", () => {
    const once = toBodyHtml(
      '<h2>A</h2><p>b &amp; c <a href="https://a.example/">d</a></p><table><tr><td>1</td></tr></table>',
      "html",
    );

    expect(toBodyHtml(once, "html")).toBe(once);
  });
});

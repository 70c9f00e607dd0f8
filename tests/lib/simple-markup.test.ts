import fc from "fast-check";
import { expect, test } from "vitest";
import { htmlToMarkup, markupToHtml, withoutEmptyHeadings } from "../../lib/simple-markup";

test("headings, paragraphs and lists become HTML", () => {
  const text = "## When\n\nThe page is empty.\nAlways.\n\n### Steps\n1. Open\n\n2. Close\n- one\n• two";

  expect(markupToHtml(text)).toBe(
    "<h2>When</h2><p>The page is empty.<br>Always.</p><h3>Steps</h3><ol><li>Open</li><li>Close</li></ol><ul><li>one</li><li>two</li></ul>",
  );
});

test("what looks like HTML is only text", () => {
  expect(markupToHtml('<script>alert("x")</script> & more')).toBe(
    "<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more</p>",
  );
});

test("a number or a dash without a space begins no list", () => {
  expect(markupToHtml("-5 degrees\n3.5 GB")).toBe("<p>-5 degrees<br>3.5 GB</p>");
});

test("the words of HTML made elsewhere are kept", () => {
  expect(htmlToMarkup('<div class="x"><b>Bold</b> and <a href="https://x.example">a link</a></div>')).toBe(
    "Bold and a link",
  );
});

test("headings that nothing stands under are left out", () => {
  expect(withoutEmptyHeadings("## Cause\n\n## Solution\n\nRestart.\n\n## Exceptions\n")).toBe(
    "## Solution\n\nRestart.",
  );
});

test("a text comes back as it reads, whatever its words", () => {
  const line = fc.tuple(
    fc.constantFrom("", "## ", "### ", "- ", "1. "),
    fc.stringMatching(/^[a-z<>&"' é;.]{1,20}$/).map((words) => words.trim().replace(/\s+/g, " ") || "x"),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const html = markupToHtml(lines.map(([sign, words]) => sign + words).join("\n\n"));

      expect(markupToHtml(htmlToMarkup(html))).toBe(html);
    }),
  );
});

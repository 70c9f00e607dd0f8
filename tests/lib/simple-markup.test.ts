import fc from "fast-check";
import { expect, test } from "vitest";
import { htmlToMarkup, markupToHtml, withoutEmptyHeadings } from "../../lib/simple-markup";

test("headings, paragraphs and lists become HTML", () => {
  const text = "## When\n\nThe page is empty.\nAlways.\n\n### Steps\n1. Open\n\n2. Close\n- one\n• two";

  expect(markupToHtml(text)).toBe(
    "<h2>When</h2><p>The page is empty.<br>Always.</p><h3>Steps</h3><ol><li>Open</li><li>Close</li></ol><ul><li>one</li><li>two</li></ul>",
  );
});

test("a date at the beginning of a line is no list, and keeps its number", () => {
  expect(markupToHtml("Bitte bis zum\n10. Januar kündigen.")).toBe("<p>Bitte bis zum<br>10. Januar kündigen.</p>");
  expect(markupToHtml("3. foo")).toBe("<p>3. foo</p>");
});

test("a line under an entry belongs to it, and the numbers go on", () => {
  expect(markupToHtml("1. Open it.\nYou will see a list.\n2. Choose one.\n10. Januar\n\nAfter it.\n3. No entry")).toBe(
    "<ol><li>Open it.<br>You will see a list.</li><li>Choose one.<br>10. Januar</li></ol><p>After it.<br>3. No entry</p>",
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

test("no number and no word is changed on the way to HTML and back", () => {
  const line = fc.tuple(
    fc.constantFrom("", "1. ", "2. ", "3. ", "10. ", "- "),
    fc.constantFrom("Januar", "Open it", "2026 sold", "3.5 GB"),
    fc.constantFrom("\n", "\n\n"),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
      const text = lines.map((parts) => parts.join("")).join("");

      const back = htmlToMarkup(markupToHtml(text));

      expect(back.split(/\s+/)).toEqual(text.trim().split(/\s+/));
      expect(markupToHtml(back)).toBe(markupToHtml(text));
    }),
  );
});

import { expect, test } from "vitest";
import { toSections } from "../../../server/import/sections";

test("cuts at headings of any level and puts the lead first", () => {
  const sections = toSections("<p>Lead.</p><h2>One</h2><p>First.</p><h3>One b</h3><p>Second.</p>");

  expect(sections).toEqual([
    { heading: "", text: "Lead." },
    { heading: "One", text: "First." },
    { heading: "One b", text: "Second." },
  ]);
});

test("has no lead when the article starts with a heading, and keeps a heading without text", () => {
  expect(toSections("<h2>One</h2><h3>Two</h3><p>Text.</p>")).toEqual([
    { heading: "One", text: "" },
    { heading: "Two", text: "Text." },
  ]);
});

test("gives paragraphs, breaks and list items a line each", () => {
  expect(toSections("<p>One<br>two</p>\n<ol>\n<li>three</li>\n<li><p>four</p></li>\n</ol>")).toEqual([
    { heading: "", text: "One\ntwo\nthree\nfour" },
  ]);
});

test("gives table rows a line each, with bars between the cells", () => {
  const rows = "<tr><th>Plan</th><th>Fee</th></tr><tr><td><p>Home</p></td><td>12 <b>euros</b></td></tr>";

  expect(toSections(`<table><tbody>${rows}</tbody></table>`)).toEqual([
    { heading: "", text: "Plan | Fee\nHome | 12 euros" },
  ]);
});

test("starts a row after other text on a line of its own, whatever spaces stand before its first cell", () => {
  const table = "<table> <tr> <td>Fee</td> <td> </td> <td>12</td></tr></table>";

  expect(toSections(`<p>Lead</p>${table}`)).toEqual([{ heading: "", text: "Lead\nFee | | 12" }]);
});

test("reads a row of a hundred thousand cells", () => {
  const [section] = toSections(`<table><tr>${"<td>a</td>".repeat(100_000)}</tr></table>`);

  expect(section?.text).toHaveLength(399_997);
});

test("decodes entities and keeps words of inline elements together", () => {
  expect(toSections("<h2>Tom &amp; <em>Lea</em></h2><p>l&rsquo;<b>été</b>&nbsp;: 1 &lt; 2</p>")).toEqual([
    { heading: "Tom & Lea", text: "l’été\u00a0: 1 < 2" },
  ]);
});

test("reads a line end in the source as a space, but not in preformatted text", () => {
  expect(toSections("<p>one\n   two</p><pre><code>a\nb</code></pre>")).toEqual([
    { heading: "", text: "one two\na\nb" },
  ]);
});

test("has none for an empty article", () => {
  expect(toSections("")).toEqual([]);
});

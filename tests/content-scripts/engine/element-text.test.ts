import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { elementText } from "../../../content-scripts/engine/element-text";

function textOf(html: string, preformatted = false): string {
  const { document } = new JSDOM(`<main>${html}</main>`).window;
  const main = document.querySelector("main");
  if (main === null) throw new Error("no main");
  return elementText(main, { drop: "blockquote", dropCustomElements: true, preformatted, maxLength: 50_000 }).trim();
}

describe("elementText", () => {
  it.each([
    ["paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["lines", "One<br>Two<div>Three</div><div>Four</div>Five", "One\nTwo\nThree\nFour\nFive"],
    ["blank lines of mail programs", "<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"],
    ["lists", "<p>Seen:</p><ul><li>one</li><li><p>two</p></li></ul>After", "Seen:\n\n- one\n- two\n\nAfter"],
    [
      "tables, row by row",
      "<table><tr><th>Day</th><th>No</th></tr><tr><td>Mon</td><td><p>1</p></td></tr></table>",
      "Day | No\nMon | 1",
    ],
    ["layout tables", "<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\n\nTwo"],
    ["words across inline elements", "a<b>b</b> <i>c</i>\n   d", "ab c d"],
    ["preformatted blocks", "<pre>a  b\n c</pre>", "a  b\n c"],
    ["right-to-left text", '<p dir="rtl">שלום עולם</p>', "שלום עולם"],
  ])("keeps the line breaks of %s", (_what, html, expected) => {
    const text = textOf(html);

    expect(text).toBe(expected);
  });

  it("leaves out what is dropped, scripts, styles and other extensions' elements", () => {
    const text = textOf(
      "One<blockquote>no</blockquote><script>no</script><style>p { color: red }</style><x-tool>no</x-tool>Two",
    );

    expect(text).toBe("One\n\nTwo");
  });

  it("keeps line breaks as written when the text is preformatted", () => {
    const text = textOf("<span>One\nTwo</span>", true);

    expect(text).toBe("One\nTwo");
  });

  it("stops soon after the longest length", () => {
    const text = textOf("<p>0123456789</p>".repeat(20_000));

    expect(text.length).toBeLessThan(50_100);
  });

  it("survives thousands of nested elements", () => {
    const { document } = new JSDOM("").window;
    const deepest = Array.from({ length: 2_000 }).reduce<HTMLElement>((parent) => {
      const child = document.createElement("div");
      parent.append(child);
      return child;
    }, document.body);
    deepest.textContent = "too deep";

    const text = elementText(document.body, { drop: "blockquote", dropCustomElements: true, maxLength: 100 });

    expect(text).toBe("");
  });
});

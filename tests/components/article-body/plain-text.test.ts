// @vitest-environment jsdom
import { expect, test } from "vitest";
import { listText, plainText } from "../../../components/article-body/plain-text";

function element(bodyHtml: string): HTMLElement {
  const container = document.createElement("div");
  container.innerHTML = bodyHtml;
  return container;
}

function steps(listHtml: string): string {
  const list = element(listHtml).firstElementChild;
  return list ? listText(list) : "";
}

test("paragraphs and headings are parted by a blank line, white space of the source is one space", () => {
  expect(plainText(element("<h2>Title</h2>\n<p>One\n  <b>two</b>.</p>\n<p>Three<br>four</p>"))).toBe(
    "Title\n\nOne two.\n\nThree\nfour",
  );
});

test("steps are numbered as on screen, nested lists set in", () => {
  const list =
    '<ol start="3"><li>Open<ul><li>left</li><li>right</li></ul></li><li>Close</li><li value="9">End</li></ol>';

  expect(steps(list)).toBe("3. Open\n   - left\n   - right\n4. Close\n9. End");
});

test("a step made of paragraphs keeps its words apart", () => {
  expect(steps("<ol><li><p>Open it.</p><p>Wait.</p></li></ol>")).toBe("1. Open it. Wait.");
});

test("a table is rows of cells, code keeps its lines", () => {
  const bodyHtml =
    "<div class='table-frame'><div class='table-scroll'><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></div></div>" +
    "<div class='code-box'><pre>one\n  two</pre></div>";

  expect(plainText(element(bodyHtml))).toBe("a\tb\n1\t2\n\none\n  two");
});

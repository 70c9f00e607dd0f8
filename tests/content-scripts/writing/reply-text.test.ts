import { describe, expect, it } from "vitest";
import { spaced, toReplyText } from "../../../content-scripts/writing/reply-text";

const PARAGRAPHS = { lines: "paragraphs", quote: "blockquote" } as const;
const BREAKS = { lines: "breaks", quote: "marks" } as const;
const text = (value: string) => ({ kind: "text", text: value }) as const;
const link = (title: string, url: string) => ({ kind: "link", title, url }) as const;

describe("a link", () => {
  it("shows its title in rich editors, title and address in plain ones", () => {
    const { html, plain } = toReplyText(link("Moving house", "https://help.acme.example/a?b=1&c=2"), PARAGRAPHS);

    expect(html).toBe('<a href="https://help.acme.example/a?b=1&amp;c=2">Moving house</a>');
    expect(plain).toBe("Moving house https://help.acme.example/a?b=1&c=2");
  });

  it("shows its address when it has no title", () => {
    const { html, plain } = toReplyText(link(" \n", "https://help.acme.example/a"), PARAGRAPHS);

    expect(html).toBe('<a href="https://help.acme.example/a">https://help.acme.example/a</a>');
    expect(plain).toBe("https://help.acme.example/a");
  });

  it("escapes whatever stands in title and address", () => {
    const { html } = toReplyText(link('<img src=x onerror="run()">', 'https://a.example/"onclick="run()'), PARAGRAPHS);

    expect(html).toBe(
      '<a href="https://a.example/&quot;onclick=&quot;run()">&lt;img src=x onerror=&quot;run()&quot;&gt;</a>',
    );
  });

  it.each(["javascript:run()", "data:text/html,x", "file:///etc/hosts", "ftp://a.example/x", "no address"])(
    "is refused for %s",
    (url) => {
      expect(() => toReplyText(link("Title", url), PARAGRAPHS)).toThrow();
    },
  );
});

describe("a text", () => {
  it("becomes one paragraph per line, empty lines kept", () => {
    const { html, plain } = toReplyText(text("\nFirst\r\n\r\nSecond & <third>\n\n"), PARAGRAPHS);

    expect(html).toBe("<p>First</p><p><br></p><p>Second &amp; &lt;third&gt;</p>");
    expect(plain).toBe("First\n\nSecond & <third>");
  });

  it("becomes lines parted by breaks where paragraphs would be torn apart", () => {
    const { html } = toReplyText(text("First\n\nSecond"), BREAKS);

    expect(html).toBe("First<br><br>Second");
  });

  it("stays in its line when it has one only", () => {
    expect(toReplyText(text("Just this."), PARAGRAPHS).html).toBe("Just this.");
  });

  it("keeps indents and runs of spaces", () => {
    expect(toReplyText(text("Steps\n\t- a  b"), BREAKS).html).toBe("Steps<br>&nbsp; - a&nbsp; b");
  });
});

describe("a quote", () => {
  const quote = (url: string | null) =>
    ({ kind: "quote", text: "Ask the porter.\nThen wait.", source: { title: "Moving house", url } }) as const;
  const source = '<a href="https://help.acme.example/m">Moving house</a>';

  it("is a block with its source below", () => {
    const { html } = toReplyText(quote("https://help.acme.example/m"), PARAGRAPHS);

    expect(html).toBe(`<blockquote><p>Ask the porter.</p><p>Then wait.</p></blockquote><p>— ${source}</p>`);
  });

  it("has a mark at each line where blocks would pass for quoted mail, and in plain text", () => {
    const { html, plain } = toReplyText(quote("https://help.acme.example/m"), BREAKS);

    expect(html).toBe(`&gt; Ask the porter.<br>&gt; Then wait.<br>— ${source}`);
    expect(plain).toBe("> Ask the porter.\n> Then wait.\n— Moving house https://help.acme.example/m");
  });

  it("names a source without an address", () => {
    expect(toReplyText(quote(null), BREAKS).plain).toMatch(/\n— Moving house$/);
  });
});

describe("the end", () => {
  it.each([
    text("see either/or/"),
    text("a\nhttps://help.acme.example/"),
    link("https://a.example/", "https://a.example/"),
  ])("is never a slash, which opens the helpdesk's menu: %o", (content) => {
    const { html, plain } = toReplyText(content, PARAGRAPHS);

    expect(plain).toMatch(/\/ $/);
    expect(html.replace(/<[^>]*>/g, "")).toMatch(/\/&nbsp;$/);
  });
});

describe("spacing", () => {
  const gaps = { before: true, after: true };

  it("parts a text from the words around it, inside its first and last line", () => {
    const { html, plain } = spaced(toReplyText(text("one\ntwo"), PARAGRAPHS), gaps);

    expect(html).toBe("<p>&nbsp;one</p><p>two&nbsp;</p>");
    expect(plain).toBe(" one\ntwo ");
  });

  it("leaves a text as it is between spaces", () => {
    const link = toReplyText(text("one"), PARAGRAPHS);

    expect(spaced(link, { before: false, after: false })).toEqual(link);
  });
});

import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { freshdesk } from "../../../content-scripts/freshdesk";
import { updateAdapter } from "../../../content-scripts/update/update-adapter";
import { zendesk } from "../../../content-scripts/zendesk";
import { type PageReader, type PageReadingUpdate, pageReaderSchema } from "../../../lib/contract/page-reader";

const lastSeen = "2026-11";

function makeUpdate(reading: PageReadingUpdate, overrides: Partial<PageReader> = {}): PageReader {
  return pageReaderSchema.parse({
    helpdesk: "zendesk",
    version: 3,
    updatedAt: "2026-11-02T08:00:00Z",
    reading,
    ...overrides,
  });
}

function work(update: PageReader | null, bundled = zendesk) {
  return updateAdapter(bundled, update, new JSDOM("").window.document);
}

const problemOf = (reading: PageReadingUpdate) => work(makeUpdate(reading)).update?.problem;

describe("updateAdapter", () => {
  it("answers the bundled adapter when there is no update", () => {
    const updated = work(null);

    expect(updated).toEqual({ adapter: zendesk, editorsFirst: [], update: null });
  });

  it("puts the update's strategies before the bundled ones", () => {
    const subject = [{ name: "new-subject", lastSeen, selector: ".new-subject", read: "text" as const }];
    const body = [{ name: "new-body", lastSeen, selector: ".new-body" }];

    const { adapter } = work(makeUpdate({ subject, messages: { body } }));

    expect(adapter.reading.subject).toEqual([...subject, ...zendesk.reading.subject]);
    expect(adapter.reading.messages.body).toEqual([...body, ...zendesk.reading.messages.body]);
  });

  it("adds to what is left out, what is not trusted and what tells of older messages", () => {
    const { adapter } = work(
      makeUpdate({
        untrusted: [".new-body"],
        messages: { exclude: [".event"], older: [".earlier"] },
        cleaning: { drop: [".badge"], erase: ["secret"], dropLines: ["^sent from"], cutAt: ["^cheers$"] },
      }),
    );

    const { untrusted, messages, cleaning } = adapter.reading;
    expect(untrusted).toEqual(expect.arrayContaining([".new-body", ...zendesk.reading.untrusted]));
    expect(messages.exclude).toEqual(expect.arrayContaining([".event", ...zendesk.reading.messages.exclude]));
    expect(messages.older).toEqual(expect.arrayContaining([".earlier", ...zendesk.reading.messages.older]));
    expect(cleaning).toMatchObject({ dropCustomElements: true });
    expect(cleaning.drop).toContain(".badge");
    expect(cleaning.erase).toContain("secret");
    expect(cleaning.dropLines).toContain("^sent from");
    expect(cleaning.cutAt).toContain("^cheers$");
  });

  it("leaves the bundled adapter as it was", () => {
    const before = JSON.stringify(zendesk.reading);

    work(makeUpdate({ messages: { exclude: [".event"] }, cleaning: { drop: [".badge"] } }));

    expect(JSON.stringify(zendesk.reading)).toBe(before);
  });

  it("hands the reply editors on as they came", () => {
    const editors = [{ name: "new-editor", lastSeen, selector: ".editor", flavour: "rich" as const }];

    const updated = work(makeUpdate({ editors }));

    expect(updated).toMatchObject({ editorsFirst: editors, update: { version: 3, state: "used", problem: null } });
    expect(updated.adapter.reading).toEqual(zendesk.reading);
  });
});

describe("updateAdapter refuses", () => {
  it("an update for another helpdesk", () => {
    const updated = work(makeUpdate({ untrusted: [".a"] }, { helpdesk: "freshdesk" }));

    expect(updated.adapter).toBe(zendesk);
    expect(updated.update).toMatchObject({ state: "refused", problem: "It is for freshdesk, not for zendesk." });
  });

  it.each<[string, PageReadingUpdate, string]>([
    ["in a strategy", { subject: [{ name: "a", lastSeen, selector: "[[", read: "text" }] }, "subject"],
    [
      "in a root",
      {
        root: [
          { name: "a", lastSeen, selector: "[data-id={id}" },
          { name: "b", lastSeen, selector: "{id}[" },
        ],
      },
      "root",
    ],
    ["to walk up to", { root: [{ name: "a", lastSeen, selector: '[id="{id}"]', closest: "::(" }] }, "root"],
    ["in a list", { untrusted: [".fine", "]"] }, "untrusted"],
    ["of older messages", { messages: { older: ["]"] } }, "messages.older"],
    ["of what is left out", { cleaning: { drop: ["]"] } }, "cleaning.drop"],
    [
      "in a role",
      { messages: { roles: [{ name: "a", lastSeen, when: [".fine", "]"], role: "bot" }] } },
      "messages.roles",
    ],
    [
      "of a field's name",
      {
        fields: [
          { name: "a", lastSeen, selector: ".b", read: "text", field: { on: "]", attribute: "id", pattern: "." } },
        ],
      },
      "fields",
    ],
    ["of an editor", { editors: [{ name: "a", lastSeen, selector: "]", flavour: "plain" }] }, "editors"],
  ])("a selector %s that is none", (_where, reading, place) => {
    const problem = problemOf(reading);

    expect(problem).toMatch(new RegExp(`^${place}: ".*" is no selector`));
  });

  it.each(['[data-x="a"', '[data-x="a', ".a /* note", ".a:not(.b", ".a:is(.b", ":is(.a"])(
    "the selector %s, which is closed by its end alone",
    (selector) => {
      const problem = problemOf({ untrusted: [selector] });

      expect(problem).toBe(`untrusted: "${selector}" leaves a bracket, a quote or a comment open.`);
    },
  );

  it("an update by which a reading did not end", () => {
    const update = makeUpdate({ untrusted: [".a"] });

    const updated = updateAdapter(zendesk, update, new JSDOM("").window.document, true);

    expect(updated.adapter).toBe(zendesk);
    expect(updated.update).toMatchObject({ state: "refused", problem: expect.stringMatching(/did not finish/) });
  });

  it.each<[string, PageReadingUpdate, string]>([
    ["of a value", { subject: [{ name: "a", lastSeen, selector: ".b", read: "text", pattern: "(" }] }, "subject"],
    ["of lines", { cleaning: { cutAt: ["^fine$", "["] } }, "cleaning.cutAt"],
    ["to erase", { cleaning: { erase: ["\\"] } }, "cleaning.erase"],
    [
      "of a role",
      { messages: { roles: [{ name: "a", lastSeen, when: ["a"], role: "note", pattern: "*" }] } },
      "messages.roles",
    ],
  ])("a pattern %s that does not compile", (_where, reading, place) => {
    const problem = problemOf(reading);

    expect(problem).toMatch(new RegExp(`^${place}: ".*" is no pattern`));
  });

  it("a root that would fit any pane", () => {
    const problem = problemOf({ root: [{ name: "pane", lastSeen, selector: ".pane" }] });

    expect(problem).toBe('root: the selector of "pane" does not hold {id}.');
  });

  it("a name that stands twice in a list", () => {
    const strategy = { name: "a", lastSeen, selector: ".b", read: "text" as const };

    const problem = problemOf({ tags: [strategy, { ...strategy, selector: ".c" }] });

    expect(problem).toBe('tags: the name "a" stands there twice.');
  });

  it("all of an update that is wrong in one place", () => {
    const subject = [{ name: "a", lastSeen, selector: ".fine", read: "text" as const }];
    const editors = [{ name: "a", lastSeen, selector: ".fine", flavour: "rich" as const }];

    const updated = work(makeUpdate({ subject, editors, untrusted: ["]"] }));

    expect(updated).toMatchObject({ adapter: zendesk, editorsFirst: [], update: { version: 3, state: "refused" } });
  });

  it("what another version of the extension may have stored", () => {
    const update = { ...makeUpdate({}), reading: { root: "all" } } as unknown as PageReader;

    const updated = work(update);

    expect(updated.update).toMatchObject({
      state: "refused",
      problem: "It is not of the form that this version reads.",
    });
  });
});

describe("updateAdapter orders the rules of roles", () => {
  const rule = (name: string, role: "customer" | "note") => ({ name, lastSeen, when: [`.${name}`], role });
  const roles = [rule("anyone", "customer"), rule("new-note", "note")];
  const names = ({ adapter }: ReturnType<typeof work>) => adapter.reading.messages.roles.map(({ name }) => name);

  it("so that only notes stand before the bundled notes", () => {
    const updated = work(makeUpdate({ messages: { roles } }));

    expect(names(updated)).toEqual([
      ...["new-note", "note-tag", "type", "label", "side-conversation"],
      ...["anyone", "type", "type", "type"],
    ]);
  });

  it("so that what the bundled ones tell apart before a note stays apart", () => {
    const updated = work(makeUpdate({ messages: { roles } }, { helpdesk: "freshdesk" }), freshdesk);

    expect(names(updated)).toEqual([
      ...["new-note", "outsider", "mailed-note", "private-note"],
      ...["anyone", "requester", "is-agent", "description", "mailed"],
    ]);
  });
});

describe("updateAdapter takes", () => {
  it.each([".a, .b", '[data-x="("]', "[data-x='/*']", ".a:not(:is(.b, .c)) > p", ".a /* whole */", "*", ".a\\)"])(
    "the selector %s",
    (selector) => {
      const problem = problemOf({ untrusted: [selector] });

      expect(problem).toBeNull();
    },
  );

  it("the same name in two lists", () => {
    const strategy = { name: "a", lastSeen, selector: ".b", read: "text" as const };

    const problem = problemOf({ tags: [strategy], channel: [strategy] });

    expect(problem).toBeNull();
  });

  it("a root without the id where the page itself says which ticket it shows", () => {
    const reading = { root: [{ name: "stage", lastSeen, selector: "#stage" }] };

    const updated = work(makeUpdate(reading, { helpdesk: "freshdesk" }), freshdesk);

    expect(updated.update).toMatchObject({ state: "used" });
  });
});

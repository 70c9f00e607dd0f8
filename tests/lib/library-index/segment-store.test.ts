import { expect, it } from "vitest";
import { createLibraryIndex, type LibraryIndex } from "../../../lib/library-index/library-index";
import { article } from "../builders";

/** Enough neighbours that no segment is rewritten for its share of dead articles. */
function indexWithNeighbours(): LibraryIndex {
  const index = createLibraryIndex();
  for (let number = 0; number < 20; number += 1) index.put(article({ id: `n${number}`, text: "router" }));
  return index;
}

const first = article({ id: "gone", title: "Firstsecret", tags: ["firsttag"], text: "firstword" });
const second = article({ id: "gone", title: "Secondsecret", tags: ["secondtag"], text: "secondword" });

/** Everything that would be kept, as text. */
function kept(index: LibraryIndex): string {
  return JSON.stringify(index.segments().map(({ articles, terms }) => ({ articles, terms })));
}

it("keeps nothing of an article's earlier version once the article is removed", () => {
  const index = indexWithNeighbours();
  index.put(first);
  index.segments();
  index.put(second);
  for (let number = 20; number < 40; number += 1) index.put(article({ id: `n${number}`, text: "router" }));
  index.segments();

  index.remove("gone");

  expect(kept(index)).not.toMatch(/gone|first|second/i);
});

it("keeps nothing of it either when the newest version stands in no segment yet", () => {
  const index = indexWithNeighbours();
  index.put(first);
  index.segments();
  index.put(second);

  index.remove("gone");

  expect(kept(index)).not.toMatch(/gone|first|second/i);
});

it("keeps nothing of it either when the index was loaded in between", () => {
  const before = indexWithNeighbours();
  before.put(first);
  before.segments();
  before.put(second);
  const index = createLibraryIndex();
  index.restore(before.segments());

  index.remove("gone");

  expect(kept(index)).not.toMatch(/gone|first|second/i);
});

it("keeps the version that came after the removal", () => {
  const index = indexWithNeighbours();
  index.put(first);
  index.segments();
  index.remove("gone");

  index.put(second);

  expect(kept(index)).not.toMatch(/first/i);
  expect(index.get("gone")?.title).toBe("Secondsecret");
});

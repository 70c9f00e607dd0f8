/**
 * A base of any size out of a smaller corpus: every article gets the title of one article and the shape of another
 * (how many sections, how many paragraphs in each), filled with paragraphs of articles at random. Its words are as
 * frequent as the corpus has them; its vocabulary does not grow, which a real base's would.
 */
import type { Article, ArticleSection } from "../../lib/contract/article";
import { createPicker, createRandom } from "./random";

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
}

/** `count` articles with ids `made-0`, `made-1` and so on; the same for the same corpus and seed. Throws on a corpus without text. */
export function makeBase(corpus: Article[], count: number, seed: number): Article[] {
  const pick = createPicker(createRandom(seed));
  const paragraphs = new Map<string, string[]>();
  for (const { language, sections } of corpus) {
    const own = paragraphs.get(language) ?? [];
    for (const { text } of sections) own.push(...paragraphsOf(text));
    paragraphs.set(language, own);
  }
  const told = corpus.filter(({ sections }) => sections.some(({ text }) => text.trim() !== ""));
  return Array.from({ length: count }, (_, number) => {
    const shape = pick(told);
    const pool = paragraphs.get(shape.language) ?? [];
    const fill = ({ heading, text }: ArticleSection) => ({
      heading,
      text: paragraphsOf(text)
        .map(() => pick(pool))
        .join("\n"),
    });
    const sections = shape.sections.map(fill);
    return { ...shape, id: `made-${number}`, title: pick(corpus).title, sections, bodyHtml: "", translationOf: null };
  });
}

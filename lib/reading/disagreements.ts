/**
 * Where two articles of the same matter name different amounts or dates. A false alarm costs more trust than a missed one,
 * so two sentences are compared only when nothing in them, their headings or their titles tells them apart.
 */
import { type Claim, claimsOf, type Sectioned, tellingTerms } from "./claims";

export type Contradiction = { own: Claim; other: Claim; sureness: number };

/** Fewer words in common than these are chance ("delivery takes 5 days"). */
const MIN_SHARED_TERMS = 2;

type Reader = {
  claims: readonly Claim[];
  title: ReadonlySet<string>;
  /** Every term of the article. */
  all(): ReadonlySet<string>;
  /** What it says of one dimension, in any sentence: "12 eur". */
  values: ReadonlySet<string>;
};

function read(article: Sectioned): Reader {
  const claims = claimsOf(article);
  let all: ReadonlySet<string> | null = null;
  return {
    claims,
    title: tellingTerms(article.title, article.language),
    all() {
      const texts = [article.title, ...article.sections.flatMap(({ heading, text }) => [heading, text])];
      all ??= tellingTerms(texts.join("\n"), article.language);
      return all;
    },
    values: new Set(claims.map(figureOf)),
  };
}

function figureOf({ aspect, least, most }: Claim): string {
  return `${aspect.split(" ")[0]} ${least} ${most}`;
}

function isDifferent(own: Claim, other: Claim): boolean {
  return own.aspect === other.aspect && (own.most < other.least || other.most < own.least);
}

function minus(terms: ReadonlySet<string>, ...others: ReadonlySet<string>[]): string[] {
  return [...terms].filter((term) => !others.some((other) => other.has(term)));
}

/** Whether a title or a heading names something of which the other article never speaks. */
function isOfAnotherMatter(
  own: ReadonlySet<string>,
  other: ReadonlySet<string>,
  spokenOf: ReadonlySet<string>,
): boolean {
  return minus(own, other, spokenOf).length > 0;
}

/** Terms that two sentences share when nothing tells them apart; null otherwise. */
function sharedTerms(
  own: Claim,
  other: Claim,
  ownTitle: ReadonlySet<string>,
  otherTitle: ReadonlySet<string>,
): number | null {
  const shared = [...own.terms].filter((term) => other.terms.has(term)).length;
  if (shared < MIN_SHARED_TERMS) return null;
  const ownAlone = minus(own.terms, other.terms, other.heading, otherTitle);
  const otherAlone = minus(other.terms, own.terms, own.heading, ownTitle);
  if (ownAlone.length + otherAlone.length > 0) return null;
  const ownNames = minus(own.names, other.terms, other.heading);
  const otherNames = minus(other.names, own.terms, own.heading);
  return ownNames.length + otherNames.length > 0 ? null : shared;
}

/** Whether the headings are of two cases ("Premium", "Basic"), rather than one of them general. */
function areHeadingsApart(
  own: Claim,
  other: Claim,
  ownTitle: ReadonlySet<string>,
  otherTitle: ReadonlySet<string>,
): boolean {
  const ownAlone = minus(own.heading, other.heading, other.terms, otherTitle);
  const otherAlone = minus(other.heading, own.heading, own.terms, ownTitle);
  return ownAlone.length > 0 && otherAlone.length > 0;
}

/** Contradictions of two articles in the same language, surest first. */
export function findContradictions(ownArticle: Sectioned, otherArticle: Sectioned): Contradiction[] {
  return contradictionFinder(ownArticle)(otherArticle);
}

/** The same for one article with several: what it says is read once. */
export function contradictionFinder(ownArticle: Sectioned): (otherArticle: Sectioned) => Contradiction[] {
  const own = read(ownArticle);
  // Most articles name no figure at all: then the others are not even read.
  if (own.claims.length === 0) return () => [];
  return (otherArticle) => contradictionsBetween(own, read(otherArticle));
}

function contradictionsBetween(own: Reader, other: Reader): Contradiction[] {
  const found: Contradiction[] = [];
  for (const mine of own.claims) {
    for (const theirs of other.claims) {
      if (!isDifferent(mine, theirs)) continue;
      // Both name both: a table of cases written out.
      if (own.values.has(figureOf(theirs)) || other.values.has(figureOf(mine))) continue;
      const shared = sharedTerms(mine, theirs, own.title, other.title);
      if (shared === null || areHeadingsApart(mine, theirs, own.title, other.title)) continue;
      if (isOfAnotherMatter(own.title, other.title, other.all())) continue;
      if (isOfAnotherMatter(other.title, own.title, own.all())) continue;
      found.push({ own: mine, other: theirs, sureness: shared });
    }
  }
  return withoutAmbiguous(found).sort((a, b) => b.sureness - a.sureness);
}

/** One sentence against several of the other article says that those are told apart by something not understood here. */
function withoutAmbiguous(found: Contradiction[]): Contradiction[] {
  const isAlone = (each: Contradiction) =>
    found.every((also) => also === each || (also.own !== each.own && also.other !== each.other));
  return found.filter(isAlone);
}

/** So many amounts may differ from a translation's before it is a text of its own. */
const MAX_TRANSLATION_DIFFERENCES = 2;

/**
 * Contradictions of an article and its translation. Words cannot be compared, so the figures of a kind are laid side by side
 * in the order of the text, and only where both have as many in as many sections.
 */
export function findTranslationContradictions(ownArticle: Sectioned, otherArticle: Sectioned): Contradiction[] {
  if (ownArticle.sections.length !== otherArticle.sections.length) return [];
  const [own, other] = [claimsOf(ownArticle), claimsOf(otherArticle)];
  const kinds = new Set(own.map(kindOfFigure));
  return [...kinds].flatMap((kind) => {
    const mine = own.filter((claim) => kindOfFigure(claim) === kind);
    const theirs = other.filter((claim) => kindOfFigure(claim) === kind);
    if (mine.length !== theirs.length) return [];
    const pairs = mine.flatMap((claim, at) => {
      const twin = theirs[at];
      return twin ? [{ own: claim, other: twin, sureness: 1 }] : [];
    });
    if (pairs.some(({ own: a, other: b }) => a.section !== b.section)) return [];
    const different = pairs.filter(({ own: a, other: b }) => a.most < b.least || b.most < a.least);
    const isOwnText =
      different.length > MAX_TRANSLATION_DIFFERENCES || (pairs.length > 1 && different.length === pairs.length);
    return isOwnText ? [] : different;
  });
}

function kindOfFigure({ aspect }: Claim): string {
  return aspect.split(" ").slice(0, 2).join(" ");
}

import type { ArticleDetail } from "../../lib/worker/protocol";
import { useUi } from "../ui";

/** Who looks after the article, and its dates. */
export function ArticleAbout({ detail }: { detail: ArticleDetail }) {
  const { text, formats } = useUi();
  const { card, tags } = detail;
  const rows: [string, string][] = [
    [text.article.owner, card.owner?.name ?? text.article.noOwner],
    [
      text.article.verified,
      card.verifiedAt === null ? text.trust.neverVerified : formats.date(Date.parse(card.verifiedAt)),
    ],
    [text.article.updated, formats.date(Date.parse(card.updatedAt))],
    [text.article.version, formats.number(card.version)],
  ];
  if (card.category.length > 0) rows.push([text.article.category, card.category.join(" › ")]);
  if (tags.length > 0) rows.push([text.article.tags, tags.join(", ")]);
  return (
    <section class="article-about">
      <h2 class="aside-title">{text.article.about}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} class="about-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

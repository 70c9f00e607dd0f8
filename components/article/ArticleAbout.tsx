import { Copy } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { ArticleDetail } from "../../lib/worker/protocol";
import { useCopy } from "../sidebar/use-copy";
import { DAY_MS } from "../text/formats";
import { useUi } from "../ui";

/** Who looks after the article, how far it was looked at, and its dates. */
export function ArticleAbout({ detail }: { detail: ArticleDetail }) {
  const { text, formats } = useUi();
  const { card, tags, expiresAt } = detail;
  const date = (instant: string) => formats.date(Date.parse(instant));
  const { verifiedAt, verifiedBy } = card;
  const verified =
    verifiedAt === null
      ? text.trust.neverVerified
      : verifiedBy === null
        ? date(verifiedAt)
        : text.article.verifiedBy(date(verifiedAt), verifiedBy);
  const rows: [string, ComponentChildren][] = [
    [text.article.owner, card.owner?.name ?? text.article.noOwner],
    [text.article.verified, verified],
  ];
  if (verifiedAt !== null) {
    rows.push([text.article.verifyBy, formats.date(Date.parse(verifiedAt) + card.verifyEveryDays * DAY_MS)]);
  }
  rows.push([text.article.updated, date(card.updatedAt)], [text.article.version, formats.number(card.version)]);
  if (expiresAt !== null) rows.push([text.article.expires, date(expiresAt)]);
  if (card.category.length > 0) rows.push([text.article.category, card.category.join(" › ")]);
  if (tags.length > 0) rows.push([text.article.tags, tags.join(", ")]);
  rows.push([text.article.id, <ArticleId key="id" id={card.id} />]);
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

function ArticleId({ id }: { id: string }) {
  const { text } = useUi();
  const { outcome, copy } = useCopy();
  return (
    <span class="article-id">
      <code>{id}</code>
      <button type="button" class="text-button" data-outcome={outcome} onClick={() => copy(id)}>
        <Copy size={12} aria-hidden="true" />
        {outcome ? text.copy[outcome] : text.article.copyId}
      </button>
    </span>
  );
}

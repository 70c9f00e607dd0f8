import { ClockAlert, LifeBuoy, Lock } from "lucide-preact";
import type { Ref } from "preact";
import type { ArticleDetail } from "../../lib/worker/protocol";
import { ArticleBody } from "../article-body/ArticleBody";
import { FlagStrip } from "../sidebar/FlagStrip";
import { Marks } from "../sidebar/Marks";
import { TrustLine } from "../sidebar/TrustLine";
import type { OpenArticle } from "../state/places";
import { trustSigns } from "../trust";
import { useUi } from "../ui";
import { ArticleAbout } from "./ArticleAbout";
import { LanguageSwitch } from "./LanguageSwitch";
import { ReplyText } from "./ReplyText";

type ArticlePageProps = {
  detail: ArticleDetail;
  open: OpenArticle;
  /** Gets the element that holds the text. */
  body: Ref<HTMLDivElement>;
};

/** A read article: what it is and how far to trust it first, then its text, then what else goes with it. */
export function ArticlePage({ detail, open, body }: ArticlePageProps) {
  const { text, nowMs } = useUi();
  const { card } = detail;
  const isDue = trustSigns(card, nowMs()).some(({ sign }) => sign === "due" || sign === "neverVerified");
  return (
    <article>
      {card.category.length > 0 && <p class="article-category">{card.category.join(" › ")}</p>}
      <h1 class="article-title" lang={card.language}>
        {card.title}
      </h1>
      <p class="card-facts">
        <TrustLine card={card} />
        <Marks card={card} ticketLanguage={null} />
      </p>
      <LanguageSwitch detail={detail} open={open} />
      {card.audience === "internal" && (
        <p class="notice">
          <Lock size={15} aria-hidden="true" />
          <span class="notice-text">{text.article.internalWarning}</span>
        </p>
      )}
      {isDue && (
        <p class="notice notice-quiet">
          <ClockAlert size={15} aria-hidden="true" />
          <span class="notice-text">{text.article.dueWarning}</span>
        </p>
      )}
      <FlagStrip card={card} />
      <div ref={body}>
        <ArticleBody bodyHtml={detail.bodyHtml} baseUrl={card.url} language={card.language} terms={open.terms} />
      </div>
      {detail.replyText !== null && <ReplyText replyText={detail.replyText} card={card} />}
      {detail.escalation !== null && (
        <section class="aside-box">
          <h2 class="aside-title">
            <LifeBuoy size={14} aria-hidden="true" />
            {text.article.escalation}
          </h2>
          <p lang={card.language}>{detail.escalation}</p>
        </section>
      )}
      <ArticleAbout detail={detail} />
    </article>
  );
}

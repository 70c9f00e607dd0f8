import { ClockAlert, LifeBuoy, Lock, Timer } from "lucide-preact";
import { useMemo } from "preact/hooks";
import type { ArticleCard, ArticleDetail } from "../../lib/worker/protocol";
import { ArticleBody } from "../article-body/ArticleBody";
import { FlagStrip } from "../flags/FlagStrip";
import { UseMarks } from "../insert/UseMarks";
import { Marks } from "../sidebar/Marks";
import { TrustLine } from "../sidebar/TrustLine";
import type { OpenArticle } from "../state/places";
import { trustSigns } from "../trust";
import { useUi } from "../ui";
import { ArticleAbout } from "./ArticleAbout";
import { DisagreementList } from "./DisagreementList";
import { LanguageSwitch } from "./LanguageSwitch";
import { OutlineList } from "./OutlineList";
import { Rating } from "./Rating";
import { RelatedArticles } from "./RelatedArticles";
import { ReplyText } from "./ReplyText";
import { readingMinutes } from "./reading-minutes";
import type { Disagreements } from "./use-disagreements";
import type { Outline } from "./use-outline";

type ArticlePageProps = {
  detail: ArticleDetail;
  open: OpenArticle;
  outline: Outline;
  disagreements: Disagreements;
  /** Hears of the element that holds the text. */
  onBody(body: HTMLElement | null): void;
};

/** A read article: what it is and how far to trust it first, then its text, then what else goes with it. */
export function ArticlePage({ detail, open, outline, disagreements, onBody }: ArticlePageProps) {
  const { card, bodyHtml } = detail;
  const { found, state } = disagreements;
  return (
    <article>
      <ArticleHead detail={detail} open={open} />
      {state === "early" && <DisagreementList card={card} found={found} />}
      <FlagStrip card={card} isInArticle />
      <OutlineList key={card.id} outline={outline} />
      {state !== "asked" && (
        <ArticleBody bodyHtml={bodyHtml} baseUrl={card.url} language={card.language} onShown={onBody} />
      )}
      {state === "late" && <DisagreementList card={card} found={found} />}
      {detail.replyText !== null && <ReplyText replyText={detail.replyText} card={card} />}
      {detail.escalation !== null && <Escalation words={detail.escalation} language={card.language} />}
      <Rating key={`rating/${card.id}`} card={card} />
      <RelatedArticles card={card} />
      <ArticleAbout detail={detail} />
    </article>
  );
}

function ArticleHead({ detail, open }: Pick<ArticlePageProps, "detail" | "open">) {
  const { card, bodyHtml } = detail;
  return (
    <>
      {card.category.length > 0 && <p class="article-category">{card.category.join(" › ")}</p>}
      <h1 class="article-title" lang={card.language}>
        {card.title}
      </h1>
      <p class="card-facts">
        <UseMarks card={card} />
        <TrustLine card={card} />
        <Marks card={card} ticketLanguage={null} />
        <ReadingTime bodyHtml={bodyHtml} />
      </p>
      <LanguageSwitch detail={detail} open={open} />
      <Cautions card={card} />
    </>
  );
}

function ReadingTime({ bodyHtml }: { bodyHtml: string }) {
  const { text, formats } = useUi();
  const minutes = useMemo(() => readingMinutes(bodyHtml), [bodyHtml]);
  if (minutes === 0) return null;
  return (
    <span class="fact" title={text.article.readingTimeHint}>
      <Timer size={13} aria-hidden="true" />
      {text.article.readingTime(formats.number(minutes))}
    </span>
  );
}

/** What to mind before a word of it is passed on. */
function Cautions({ card }: { card: ArticleCard }) {
  const { text, nowMs } = useUi();
  const isDue = trustSigns(card, nowMs()).some(({ sign }) => sign === "due" || sign === "neverVerified");
  return (
    <>
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
    </>
  );
}

function Escalation({ words, language }: { words: string; language: string }) {
  const { text } = useUi();
  return (
    <section class="aside-box">
      <h2 class="aside-title">
        <LifeBuoy size={14} aria-hidden="true" />
        {text.article.escalation}
      </h2>
      <p lang={language}>{words}</p>
    </section>
  );
}

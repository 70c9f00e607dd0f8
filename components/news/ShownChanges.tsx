import { Minus, Plus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { ChangedParagraph, TextPart } from "../../lib/worker/protocol/news";
import type { ShownComparison } from "../state/news";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** What has no name of its own, and never moves, is told apart by its place. */
function inOrder<Value extends object>(values: Value[]): (Value & { order: number })[] {
  return values.map((value, order) => ({ ...value, order }));
}

const LOADING: ShownComparison = { state: "loading" };

/** What an article says now instead of what it said: signs and words tell it, colour only helps. */
export function ShownChanges({ articleId }: { articleId: string }) {
  const { text } = useUi();
  const { news } = usePanelModel();
  const shown = news.comparisons.value.get(articleId) ?? LOADING;
  if (shown.state !== "read") {
    const note = { loading: text.news.comparing, failed: text.news.compareFailed, none: text.news.nothingToCompare };
    return <p class="changes-note">{note[shown.state]}</p>;
  }
  const { title, sections, replyText } = shown.comparison;
  return (
    <>
      {title && (
        <Section heading={text.news.titleChanged}>
          <Paragraph parts={title} />
        </Section>
      )}
      {inOrder(sections).map(({ heading, headingParts, paragraphs, order }) => (
        <Section key={order} heading={headingParts ? <Parts parts={headingParts} /> : heading}>
          <Paragraphs paragraphs={paragraphs} />
        </Section>
      ))}
      {replyText.length > 0 && (
        <Section heading={text.news.replyChanged}>
          <Paragraphs paragraphs={replyText} />
        </Section>
      )}
    </>
  );
}

function Section({ heading, children }: { heading: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="changes-section">
      {heading !== "" && <h4 class="changes-heading">{heading}</h4>}
      {children}
    </div>
  );
}

function Paragraphs({ paragraphs }: { paragraphs: ChangedParagraph[] }) {
  return (
    <>
      {inOrder(paragraphs).map(({ isAfterGap, parts, order }) => (
        <Paragraph key={order} parts={parts} isAfterGap={isAfterGap} />
      ))}
    </>
  );
}

function Paragraph({ parts, isAfterGap = false }: { parts: TextPart[]; isAfterGap?: boolean }) {
  return (
    <>
      {isAfterGap && (
        <p class="changes-gap" aria-hidden="true">
          …
        </p>
      )}
      <p class="changes-paragraph">
        <Parts parts={parts} />
      </p>
    </>
  );
}

function Parts({ parts }: { parts: TextPart[] }) {
  const { text } = useUi();
  return (
    <>
      {inOrder(parts).map(({ kind, text: words, order }) => {
        if (kind === "same") return words;
        const isAdded = kind === "added";
        const Element = isAdded ? "ins" : "del";
        const Sign = isAdded ? Plus : Minus;
        return (
          <Element key={order} class="change">
            <Sign class="change-sign" size={10} strokeWidth={3} aria-hidden="true" />
            <span class="visually-hidden">{isAdded ? text.news.added : text.news.removed} </span>
            {words}
          </Element>
        );
      })}
    </>
  );
}

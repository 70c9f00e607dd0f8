import { ChevronDown, ChevronUp, Highlighter, Search, X } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useLayer } from "../sidebar/use-layer";
import { useUi } from "../ui";
import type { Matches } from "./use-matches";

type MatchBarProps = {
  matches: Matches;
  /** What is searched for in the text; null while the field is closed. */
  words: string | null;
  onWords(words: string | null): void;
};

/** Steps through what matches, with the field to search in the article; nothing while there is neither. */
export function MatchBar({ matches, words, onWords }: MatchBarProps) {
  const { text, formats, announce } = useUi();
  const isOpen = words !== null;
  if (!isOpen && matches.count === 0) return null;
  const counted = { at: formats.number(matches.at), count: formats.number(matches.count) };
  const isNothing = isOpen && words.trim() !== "" && matches.count === 0;
  const idle = isOpen && words.trim() === "" ? "" : text.article.matches(matches.count);
  const state = isNothing
    ? text.article.noMatch
    : matches.at > 0
      ? text.article.matchOf(counted.at, counted.count)
      : idle;
  const step = (by: 1 | -1) => {
    const at = matches.step(by);
    // With the field open the count itself is heard.
    if (at > 0 && !isOpen) announce(text.article.matchOf(formats.number(at), counted.count));
  };
  return (
    <search class="match-bar" aria-label={text.article.findLabel}>
      {isOpen ? (
        <FindField words={words} onWords={onWords} onStep={step} />
      ) : (
        <span class="match-name">
          <Highlighter size={13} aria-hidden="true" />
          {text.article.matched}
        </span>
      )}
      <span class="match-count" aria-live={isOpen ? "polite" : "off"}>
        {state}
      </span>
      <StepButton key="previous" action="previous-match" shortcut="M" by={-1} matches={matches} onStep={step} />
      <StepButton key="next" action="next-match" shortcut="m" by={1} matches={matches} onStep={step} />
      {isOpen && (
        <button
          type="button"
          class="icon-button"
          aria-label={text.article.closeFind}
          title={`${text.article.closeFind} (Esc)`}
          onClick={() => onWords(null)}
        >
          <X size={15} aria-hidden="true" />
        </button>
      )}
    </search>
  );
}

type StepButtonProps = {
  action: string;
  shortcut: string;
  by: 1 | -1;
  matches: Matches;
  onStep(by: 1 | -1): void;
};

function StepButton({ action, shortcut, by, matches, onStep }: StepButtonProps) {
  const { text } = useUi();
  const label = by === 1 ? text.article.nextMatch : text.article.previousMatch;
  const Icon = by === 1 ? ChevronDown : ChevronUp;
  return (
    <button
      type="button"
      class="icon-button"
      data-action={action}
      aria-label={label}
      aria-keyshortcuts={shortcut === "M" ? "Shift+M" : shortcut}
      aria-disabled={matches.count === 0}
      title={`${label} (${shortcut})`}
      onClick={() => onStep(by)}
    >
      <Icon size={15} aria-hidden="true" />
    </button>
  );
}

type FindFieldProps = { words: string; onWords(words: string | null): void; onStep(by: 1 | -1): void };

/** The field has the focus as long as it is open; `Esc` closes it before anything else. */
function FindField({ words, onWords, onStep }: FindFieldProps) {
  const { text } = useUi();
  const field = useRef<HTMLInputElement>(null);
  // At once: the next key belongs into the field.
  useLayoutEffect(() => field.current?.focus(), []);
  useLayer(true, () => onWords(null));
  return (
    <span class="find-box">
      <Search size={13} aria-hidden="true" />
      <input
        ref={field}
        class="find-field"
        type="text"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={text.article.find}
        placeholder={text.article.find}
        value={words}
        onInput={(event) => onWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }}
      />
    </span>
  );
}

/**
 * Takes out of a text what is personal and writes in brackets what stood there. Each taking out leaves one sign of Unicode's
 * private use area until the end, so that no later pattern reads what an earlier one wrote; what is to be kept is put away
 * in the same manner.
 */
import { fold } from "../text/fold";
import { type DraftLanguage, LABELS, type Label } from "./draft-wording";
import { AMBIGUOUS, PARTICLES } from "./name-words";
import { AFTER_KEPT, BEFORE_KEPT, KEPT, type PersonalPattern, type RemovedKind } from "./personal-numbers";
import { POSTAL_ADDRESSES } from "./postal-addresses";

/** Something personal, and the words that stand there instead, in brackets. */
export type Removed = { kind: RemovedKind; value: string; label: string };

export type TakeOut = {
  /** The text without what is personal. */
  from(text: string): string;
  /** All that was taken out so far, each once. */
  removed(): Removed[];
};

const FIRST_SIGN = 0xe000;
const LAST_SIGN = 0xf8ff;
const SIGNS = /[\ue000-\uf8ff]/g;

const WEB_ADDRESS =
  /(?:(?:https?|ftp|sftp):\/\/|www\.)[^\s<>"«»“”\ue000-\uf8ff]+|(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/[^\s<>"«»“”\ue000-\uf8ff]*\d[^\s<>"«»“”\ue000-\uf8ff]*/giu;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

/** Names are compared without the ending of the genitive: "Annas Konto", "Anna’s account". */
const GENITIVE = /(?:'s|s)$/;

type Range = { start: number; end: number };

/** `names`: the folded words of names that the ticket tells. */
export function createTakeOut(language: DraftLanguage, names: ReadonlySet<string>): TakeOut {
  const labels = LABELS[language];
  const taken = new Map<string, Removed>();

  function from(original: string): string {
    const put: string[] = [];
    const sign = (instead: string): string => {
      if (FIRST_SIGN + put.length >= LAST_SIGN) return instead;
      put.push(instead);
      return String.fromCharCode(FIRST_SIGN + put.length - 1);
    };
    const restore = (text: string): string => text.replace(SIGNS, (one) => put[one.charCodeAt(0) - FIRST_SIGN] ?? "");
    const take = (kind: RemovedKind, label: Label, value: string): string => {
      const whole = restore(value).trim();
      taken.set(`${kind} ${whole}`, { kind, value: whole, label: `[${labels[label]}]` });
      return sign(`[${labels[label]}]`);
    };
    const isName = (word: string) => isNameWord(word, names);

    let text = original.replace(SIGNS, "");
    text = text.replace(WEB_ADDRESS, (address) => takeAddress(address, isName, take, sign));
    for (const pattern of [...BEFORE_KEPT, ...POSTAL_ADDRESSES]) text = takePattern(text, pattern, take);
    for (const kept of KEPT) text = text.replace(kept, sign);
    for (const pattern of AFTER_KEPT) text = takePattern(text, pattern, take);
    text = takeNames(text, isName, (value) => take("name", "name", value));
    return restore(text);
  }

  return { from, removed: () => [...taken.values()] };
}

type Take = (kind: RemovedKind, label: Label, value: string) => string;

/** A link that leads to somebody's own page is taken out, any other loses what follows its path. */
function takeAddress(
  address: string,
  isName: (word: string) => boolean,
  take: Take,
  sign: (kept: string) => string,
): string {
  const end = /[.,;:!?)\]'’]+$/.exec(address)?.[0] ?? "";
  const whole = address.slice(0, address.length - end.length);
  const [path = ""] = whole.split(/[?#]/);
  const after = whole.slice(path.length);
  const hasNumber = /\d{4}/.test(path) || path.split("/").some((part) => part.length >= 16 && /\d/.test(part));
  const isOwn = whole.includes("@") || hasNumber || (path.match(WORD) ?? []).some(isName);
  if (isOwn || /\d|=[^=&]{16}/.test(after)) return take("link", "link", whole) + end;
  return sign(path) + end;
}

function takePattern(text: string, { find, kind, label, isMeant }: PersonalPattern, take: Take): string {
  let result = "";
  let at = 0;
  for (const match of text.matchAll(find)) {
    const [start, end] = match.indices?.groups?.value ?? [match.index, match.index + match[0].length];
    // A name of a place may end with a full stop of its own ("St."), a sentence more often does.
    const value = text.slice(start, end).replace(/[.,;\s]+$/, "");
    if (start < at || value.trim() === "" || isMeant?.(value, match[0]) === false) continue;
    result += text.slice(at, start) + take(kind, label, value);
    at = start + value.length;
  }
  return result + text.slice(at);
}

function isNameWord(word: string, names: ReadonlySet<string>): boolean {
  const folded = fold(word);
  const forms = [folded, folded.replace(GENITIVE, ""), ...folded.split(/[-']/).filter((part) => part.length > 2)];
  const known = forms.find((form) => names.has(form));
  if (known === undefined) return false;
  // Short names and those that are other words too need their capital.
  return /^\p{Lu}/u.test(word) || (known.length > 3 && !AMBIGUOUS.has(known));
}

/** The end of a word without its apostrophe and s, which stay after the name's label. */
function endOfName(word: string, start: number): number {
  return start + word.replace(/['’]s$/i, "").length;
}

/** Where names stand: neighbouring name words, with particles and initials between and beside them, are one. */
function nameRanges(text: string, isName: (word: string) => boolean): Range[] {
  const ranges: Range[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isName(word)) continue;
    const last = ranges.at(-1);
    const between = last ? text.slice(last.end, index) : "";
    const isOneName =
      last !== undefined &&
      (/^[ \u00a0-]+$/.test(between) ||
        /^[ \u00a0]+\p{Lu}\.?[ \u00a0]+$/u.test(between) ||
        (between.trim() !== "" &&
          between
            .trim()
            .split(/\s+/)
            .every((part) => PARTICLES.has(fold(part)))));
    if (last && isOneName) last.end = endOfName(word, index);
    else ranges.push({ start: index, end: endOfName(word, index) });
  }
  return ranges;
}

function takeNames(text: string, isName: (word: string) => boolean, take: (value: string) => string): string {
  let result = "";
  let at = 0;
  for (const range of nameRanges(text, isName)) {
    const before = /(?:(?<![\p{L}\p{N}])\p{Lu}\. ?)+$/u.exec(text.slice(at, range.start))?.[0].length ?? 0;
    const after = /^ \p{Lu}\.(?!\p{L})/u.exec(text.slice(range.end))?.[0].length ?? 0;
    const start = range.start - before;
    result += text.slice(at, start) + take(text.slice(start, range.end + after));
    at = range.end + after;
  }
  return result + text.slice(at);
}

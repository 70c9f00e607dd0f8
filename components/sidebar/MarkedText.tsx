import type { Passage, TextRange } from "../../lib/worker/protocol";

type Piece = { start: number; text: string; isMarked: boolean };

/** Text kept before the first marked word, so that the mark stands within the two lines a card shows. */
const LEAD_CHARACTERS = 48;

/** A passage with its matched words marked. Ranges that overlap or leave the text are put right. */
export function MarkedText({ passage }: { passage: Passage }) {
  const { text, marks } = startNearFirstMark(passage);
  return (
    <>
      {passage.heading !== "" && <span class="passage-heading">{passage.heading} · </span>}
      {cutIntoPieces(text, marks).map((piece) =>
        piece.isMarked ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
      )}
    </>
  );
}

function startNearFirstMark({ text, marks }: Passage): { text: string; marks: TextRange[] } {
  const first = Math.min(...marks.map((mark) => mark.start));
  if (marks.length === 0 || first <= LEAD_CHARACTERS * 1.5) return { text, marks };
  const wordEnd = text.indexOf(" ", first - LEAD_CHARACTERS);
  const cut = wordEnd === -1 || wordEnd >= first ? first : wordEnd + 1;
  const shift = cut - 1;
  return {
    text: `…${text.slice(cut)}`,
    marks: marks.map(({ start, end }) => ({ start: start - shift, end: end - shift })),
  };
}

function cutIntoPieces(text: string, marks: TextRange[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) pieces.push({ start: at, text: text.slice(at, from), isMarked: false });
    pieces.push({ start: from, text: text.slice(from, to), isMarked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), isMarked: false });
  return pieces;
}

/** What web and mail addresses in a text say: the site's name and the words of the path. Everything else in them is noise. */

/** A word in an address; offsets are into the text. */
export type AddressWord = { start: number; end: number };

/** `end` is one past the address. */
export type AddressReading = { end: number; words: AddressWord[] };

const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"«»“”]{0,2000}/iy;
const MAIL_HOST = /@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}/uy;
const PATH_WORD = /[\p{L}\p{N}]+/gu;

/** Second-level domains that are as good as top-level ones ("acme.co.uk"). */
const SHARED_DOMAIN = /^(?:co|com|org|net|gov|gouv|ac)$/;

const NO_WORDS = new Set(
  `www http https html htm php asp aspx jsp index hc article articles page pages home default view show item node
  content www2 web site kb default login.aspx`.split(/\s+/),
);

function isWord(word: string): boolean {
  return /^\p{L}{3,20}$/u.test(word) && !/[a-z][A-Z]/.test(word) && !NO_WORDS.has(word.toLowerCase());
}

/** The label that names the site: "acme" of `help.acme.co.uk`; its offset in the host. */
function siteName(host: string): { start: number; name: string } | null {
  const labels = host.split(".");
  let at = labels.length - 2;
  if (at > 0 && SHARED_DOMAIN.test(labels[at] ?? "")) at -= 1;
  const name = labels[at];
  if (at < 0 || name === undefined || !isWord(name)) return null;
  return { start: labels.slice(0, at).join(".").length + (at > 0 ? 1 : 0), name };
}

function readWebAddress(address: string, start: number): AddressWord[] {
  const words: AddressWord[] = [];
  const hostStart = /^https?:\/\//i.exec(address)?.[0].length ?? 0;
  const hostEnd = hostStart + (/^[^/?#:]*/.exec(address.slice(hostStart))?.[0].length ?? 0);
  const site = siteName(address.slice(hostStart, hostEnd));
  if (site) {
    const at = start + hostStart + site.start;
    words.push({ start: at, end: at + site.name.length });
  }
  const path = /^[^?#]*/.exec(address.slice(hostEnd))?.[0] ?? "";
  // Characters written as %XX would leave halves of words.
  if (path.includes("%")) return words;
  for (const match of path.matchAll(PATH_WORD)) {
    const at = start + hostEnd + match.index;
    if (isWord(match[0])) words.push({ start: at, end: at + match[0].length });
  }
  return words;
}

/** The address that a word of the text begins; null when it begins none. A mail address has no words. */
export function readAddress(text: string, word: { start: number; end: number }): AddressReading | null {
  const next = text.charAt(word.end);
  if (next === "@") {
    MAIL_HOST.lastIndex = word.end;
    const match = MAIL_HOST.exec(text);
    return match ? { end: word.end + match[0].length, words: [] } : null;
  }
  const first = text.charAt(word.start);
  if (first !== "h" && first !== "w" && first !== "H" && first !== "W") return null;
  WEB_ADDRESS.lastIndex = word.start;
  const match = WEB_ADDRESS.exec(text);
  if (!match) return null;
  return { end: word.start + match[0].length, words: readWebAddress(match[0], word.start) };
}

/** `textInfo` is a property in some browsers and a method in others; TypeScript knows neither yet. */
type LocaleWithText = Intl.Locale & {
  textInfo?: { direction?: string };
  getTextInfo?(): { direction?: string };
};

/** Written from the right in every region; for browsers that do not tell. */
const FROM_THE_RIGHT = ["ar", "fa", "he", "ur"];

export type Direction = "ltr" | "rtl";

/** Which way a language is written, by its BCP 47 tag; `ltr` for what is no tag. */
export function directionOf(language: string): Direction {
  try {
    const locale: LocaleWithText = new Intl.Locale(language);
    const told = (locale.getTextInfo?.() ?? locale.textInfo)?.direction;
    const isFromTheRight = told === undefined ? FROM_THE_RIGHT.includes(locale.language) : told === "rtl";
    return isFromTheRight ? "rtl" : "ltr";
  } catch {
    // Not a language tag at all: the setting was edited by hand.
    return "ltr";
  }
}

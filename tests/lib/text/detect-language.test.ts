import { expect, it } from "vitest";
import { detectLanguage } from "../../../lib/text/detect-language";

it.each([
  ["My box is broken and I cannot watch anything", "en"],
  ["Je n'ai plus internet depuis hier soir", "fr"],
  ["je narrive pas a me connecter a mon compte", "fr"],
  ["Mein Internet geht nicht mehr und ich bin sauer", "de"],
  ["Mi factura no es correcta, por favor ayuda", "es"],
  ["Non riesco a collegarmi alla rete di casa", "it"],
  ["Ik heb geen internet en de monteur is niet gekomen", "nl"],
  ["A minha fatura não está certa e já paguei", "pt"],
])("reads «%s» as %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it.each(["", "ERR-4102", "router"])("does not guess from «%s»", (text) => {
  expect(detectLanguage(text)).toBeNull();
});

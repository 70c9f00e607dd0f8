import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage, detectLanguages } from "../../../lib/text/detect-language";

describe("one language", () => {
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

  it.each([
    ["password reset not working", "en"],
    ["where is my order", "en"],
    ["refund still missing", "en"],
    ["mot de passe oublié", "fr"],
    ["colis non reçu", "fr"],
    ["résiliation abonnement mobile", "fr"],
    ["Rechnung falsch", "de"],
    ["Kündigung Vertrag bestätigen", "de"],
    ["Passwort vergessen", "de"],
    ["factura duplicada mayo", "es"],
    ["olvidé mi contraseña", "es"],
    ["ordine non arrivato", "it"],
    ["wachtwoord vergeten", "nl"],
    ["esqueci a senha", "pt"],
  ])("reads the short «%s» as %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    ["パスワードを忘れました", "ja"],
    ["我的发票不对", "zh"],
    ["환불을 받고 싶어요", "ko"],
    ["ฉันลืมรหัสผ่าน", "th"],
    ["Не работает интернет", "ru"],
    ["Не працює інтернет", "uk"],
    ["فاتورتي غير صحيحة", "ar"],
    ["Ξέχασα τον κωδικό μου", "el"],
    ["שכחתי את הסיסמה", "he"],
  ])("reads «%s» by its script as %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    "",
    "ERR-4102",
    "router",
    "12345",
    "Acme Fibre Max 500",
    "Proszę o zwrot pieniędzy za błędną fakturę",
    "Przesyłka nie dotarła",
  ])("does not guess from «%s»", (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});

describe("mixed languages", () => {
  it("tells both halves of a ticket, with their shares", () => {
    const text =
      "Bonjour, je n'arrive plus à me connecter à mon espace client depuis hier.\n" +
      "Hello, I cannot log in to my customer account any more since yesterday.";

    const languages = detectLanguages(text);

    expect(new Set(languages.map(({ language }) => language))).toEqual(new Set(["en", "fr"]));
    expect(languages.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(Math.min(...languages.map(({ share }) => share))).toBeGreaterThan(0.35);
  });

  it("tells a message in another script beside one in Latin letters", () => {
    const text =
      "The customer wrote this to us by chat this morning.\nパスワードを忘れましたので、リセットしてください。";

    expect(detectLanguages(text).map(({ language }) => language)).toEqual(expect.arrayContaining(["en", "ja"]));
  });

  it("gives one language to a text that names a foreign product", () => {
    const text = "Depuis la mise à jour, l'application Acme Family Cloud ne s'ouvre plus.\nOK. Merci de votre aide.";

    expect(detectLanguages(text)).toEqual([{ language: "fr", share: 1 }]);
  });

  it("gives none where nothing tells", () => {
    expect(detectLanguages("4711 4712")).toEqual([]);
  });

  it("takes any text, and its shares sum to 1", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const sum = detectLanguages(text).reduce((total, { share }) => total + share, 0);

        expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
      }),
    );
  });
});

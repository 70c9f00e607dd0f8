import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanMessage, MAX_MESSAGE_LENGTH } from "../../../lib/text/clean-message";

const own = (text: string) => cleanMessage(text).trim();

describe("greetings", () => {
  it.each([
    ["Hi,\nmy bill is wrong.", "my bill is wrong."],
    ["Dear Acme team,\n\nMy bill is wrong.", "My bill is wrong."],
    ["Hello Jane, my bill is wrong.", "my bill is wrong."],
    ["Bonjour Madame, Monsieur,\nMa facture est fausse.", "Ma facture est fausse."],
    ["Bonjour, ma facture est fausse.", "ma facture est fausse."],
    ["Sehr geehrte Damen und Herren,\nmeine Rechnung ist falsch.", "meine Rechnung ist falsch."],
    ["Hola, buenos días:\nmi factura está mal.", "mi factura está mal."],
  ])("are left out of %j", (text, rest) => {
    expect(own(text)).toBe(rest);
  });

  it("stay when the line says more", () => {
    expect(own("Dear prices in your shop again")).toBe("Dear prices in your shop again");
  });

  it("stay when nothing else was written", () => {
    expect(own("Hello")).toBe("Hello");
  });
});

describe("sign-offs", () => {
  it.each([
    "Best regards,\nJane Doe",
    "Kind regards\n\nJane Doe\nHead of Purchasing | Acme Ltd\nTel: +44 20 7946 0000\n12 High Street, London",
    "Thanks in advance!\nJane",
    "Cordialement,\nJeanne Dupont\nResponsable achats\n06 12 34 56 78",
    "Merci d'avance pour votre aide.\nBien cordialement",
    "Je vous prie d’agréer, Madame, l’expression de mes salutations distinguées.\nJeanne Dupont",
    "Mit freundlichen Grüßen\nErika Muster\nMusterstraße 1\n12345 Musterstadt",
    "Vielen Dank\nMfG\nErika",
    "Un saludo,\nJuana Pérez",
    "Atentamente\nJuana Pérez\nDirectora",
    "Met vriendelijke groet,\nJan",
    "Cordiali saluti\nGiulia",
    "Atenciosamente,\nJoana",
  ])("go with who signed: %j", (end) => {
    expect(own(`The meter shows 4711.\n\n${end}`)).toBe("The meter shows 4711.");
  });

  it("leave a postscript", () => {
    expect(own("It broke.\nRegards,\nJane\nPS: it also smells of smoke")).toBe(
      "It broke.\nPS: it also smells of smoke",
    );
  });

  it("leave what comes after a mere thanks", () => {
    expect(own("It is me again.\nThanks\nbut the light is still red")).toBe(
      "It is me again.\nbut the light is still red",
    );
  });
});

describe("earlier mails", () => {
  it.each([
    "On 29 Oct 2026, at 11:02, Acme Support wrote:\n> Dear customer",
    "On Thu, Oct 29, 2026 at 11:02 AM Acme Customer Support Department\n<support@acme.example> wrote:\nDear customer",
    "Le 29 oct. 2026 à 11:02, Acme a écrit :\n> Bonjour",
    "Am 29.10.2026 um 11:02 schrieb Acme <support@acme.example>:\nGuten Tag",
    "El jue, 29 oct 2026 a las 11:02, Acme (<support@acme.example>) escribió:\nHola",
    "Il giorno gio 29 ott 2026 alle ore 11:02 Acme ha scritto:\nBuongiorno",
    "Op do 29 okt 2026 om 11:02 schreef Acme <support@acme.example>:\nHallo",
    "Em qui., 29 de out. de 2026 às 11:02, Acme escreveu:\nOlá",
    "-----Original Message-----\nFrom: somebody",
    "-------- Message d'origine --------\nDe : Acme",
    "-----Ursprüngliche Nachricht-----\nVon: Acme",
    "##- Please type your reply above this line -##\nold text",
    "##- Veuillez répondre au-dessus de cette ligne -##\nancien texte",
    "From: Acme Support\nSent: Thursday, October 29, 2026 11:02\nTo: Jane\nSubject: Your bill\n\nDear Jane",
    "De : Acme\nEnvoyé : jeudi 29 octobre 2026 11:02\nÀ : Jeanne\nObjet : Votre facture\n\nBonjour",
    "Von: Acme\nGesendet: Donnerstag, 29. Oktober 2026 11:02\nAn: Erika\nBetreff: Ihre Rechnung\n\nHallo",
    "De: Acme\nEnviado el: jueves, 29 de octubre de 2026\nPara: Juana\nAsunto: Su factura\n\nHola",
    "Da: Acme\nInviato: giovedì 29 ottobre 2026\nA: Giulia\nOggetto: Fattura\n\nCiao",
    "Van: Acme\nVerzonden: donderdag 29 oktober 2026\nAan: Jan\nOnderwerp: Factuur\n\nHallo",
    "________________________________\nFrom: Acme\nSent: today\nTo: Jane\nSubject: Bill\n\nDear Jane",
  ])("are left out: %j", (quoted) => {
    expect(own(`No, the bill is still wrong.\n\n${quoted}`)).toBe("No, the bill is still wrong.");
  });

  it.each([
    "On Monday the router broke.\nIt is red -- very red.",
    "I travel\nFrom: Paris\nTo: Lyon\nDate: 3 May",
    "On page 12 you wrote: no fees.",
    "De: rien de spécial à dire",
  ])("are not seen in %j", (text) => {
    expect(cleanMessage(text)).toBe(text);
  });

  it("leave what is written between their lines", () => {
    expect(own("> old words\nnew words")).toBe("new words");
  });

  it("stay when the message is nothing else", () => {
    expect(cleanMessage("> everything is quoted")).toBe("> everything is quoted");
  });
});

describe("forwarded mails", () => {
  const header = "From: Jane Doe <jane@mail.example>\nDate: 29 Oct 2026\nSubject: Broken box\nTo: acme@acme.example";

  it("stay, without their header, behind a short comment", () => {
    const text = `FYI, please see below\n\n---------- Forwarded message ---------\n${header}\n\nThe box smokes.`;

    expect(own(text)).toBe("FYI, please see below\n\n\nThe box smokes.");
  });

  it("stay when there is no comment and no marker", () => {
    const outlook = "Von: Erika\nGesendet: heute\nAn: Acme\nBetreff: Router\n\nDer Router raucht.";

    expect(own(outlook)).toBe("Der Router raucht.");
  });

  it("go when the comment is the matter", () => {
    const comment =
      "My router has been broken since the storm of last Tuesday, and the mail that I forward here is only the order confirmation of the router.";

    expect(own(`${comment}\n\n---------- Forwarded message ---------\n${header}\n\nThank you for your order`)).toBe(
      comment,
    );
  });
});

describe("lines of mail programs and small print", () => {
  it.each([
    "Sent from my iPhone",
    "Get Outlook for iOS",
    "Envoyé de mon iPhone",
    "Envoyé depuis l’application Mail",
    "Obtenir Outlook pour Android",
    "Von meinem iPhone gesendet",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Enviado do meu iPhone",
    "--\nJane Doe\nDirector",
    "This e-mail and any attachments are confidential and intended solely for the addressee.\nIf not, delete it.",
    "Ce message et ses pièces jointes sont confidentiels et destinés à leur destinataire.",
    "Diese E-Mail enthält vertrauliche Informationen.",
    "Este mensaje es confidencial.",
    "Pensez à l’environnement avant d’imprimer ce message",
  ])("are left out: %j", (end) => {
    expect(own(`The meter shows 4711.\n\n${end}`)).toBe("The meter shows 4711.");
  });

  it("are not seen in a sentence", () => {
    const text = "Sent from my old bank account to yours but the money never arrived";

    expect(own(`See.\n${text}`)).toContain(text);
  });
});

it("takes what counts clicks out of links", () => {
  const text = "See https://www.acme.example/help/reset?utm_source=mail#top and <https://click.mail.example/ls/x1y2>";

  expect(own(text)).toBe("See https://www.acme.example/help/reset and");
});

it.each([
  "Forwarded message\n",
  "\n",
  "On 29 Oct 2026 at 11:02 ",
  "From: a@b\nTo: c\nSubject: d\n",
  "Regards\n",
  "https://a",
  "Hi ",
])("reads a fixed length of a hostile text made of %j", (part) => {
  const text = part.repeat(Math.ceil(1_000_000 / part.length));

  expect(cleanMessage(text)).toBe(cleanMessage(text.slice(0, MAX_MESSAGE_LENGTH)));
});

it("takes any text and never makes it longer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(cleanMessage(text).length).toBeLessThanOrEqual(text.length);
    }),
  );
});

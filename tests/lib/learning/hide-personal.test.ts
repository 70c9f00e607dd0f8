import { expect, it } from "vitest";
import { hidePersonal } from "../../../lib/learning/hide-personal";

/** The words that are left, and in angle brackets those of which unknown ones are not trusted. */
function left(message: string): string {
  const { text, suspects } = hidePersonal(message);
  const marked = [...text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)].map(({ 0: word, index }) =>
    suspects.some(({ start, end }) => index >= start && index < end) ? `<${word}>` : word,
  );
  return marked.join(" ");
}

it.each([
  ["Hi John, the card is lost", "the card is lost"],
  ["Hello dear team!\nThe card is lost", "The card is lost"],
  ["Bonjour Madame Petit,\nla carte est perdue", "la carte est perdue"],
  ["Sehr geehrte Frau Kern,\ndie Karte fehlt", "die Karte fehlt"],
  ["Buenos días,\nno llega el pedido", "no llega el pedido"],
  ["Gentile Signora Neri,\nil pacco manca", "il pacco manca"],
  ["Beste Anneke,\nhet pakje ontbreekt", "het pakje ontbreekt"],
  ["Prezado Rui,\no pacote falta", "o pacote falta"],
])("leaves the greeting out: %s", (message, expected) => {
  expect(left(message)).toBe(expected);
});

it("trusts no unknown word that stands like a name after the greeting", () => {
  expect(left("Buenos días, marta:\nno llega el pedido")).toBe("<marta> no llega el pedido");
});

it("trusts no unknown word after a greeting without a comma", () => {
  expect(left("hi john smith my card is lost today")).toBe("<john> <smith> <my> card is lost today");
});

it.each([
  "The card is lost.\nBest regards,\nJohn Smith\nAcme, 12 Mill Lane",
  "The card is lost.\nKind regards\nJohn",
  "The card is lost.\nThanks a lot!\nJohn Smith",
  "The card is lost.\nCordialement,\nJeanne Petit",
  "The card is lost.\nMerci d’avance\nJeanne",
  "The card is lost.\nMit freundlichen Grüßen\nAnna Kern",
  "The card is lost.\nUn saludo,\nMarta",
  "The card is lost.\nCordiali saluti\nLuca Neri",
  "The card is lost.\nMet vriendelijke groet,\nAnneke",
  "The card is lost.\nAtenciosamente,\nRui",
])("leaves out the sign-off and what follows: %j", (message) => {
  expect(left(message)).toBe("The card is lost");
});

it("keeps a message that only begins with thanks", () => {
  expect(left("Thanks for the answer\nbut the card is still lost, sorry")).toBe(
    "Thanks for the answer but the card is still lost sorry",
  );
});

it.each([
  "write to jo.smith@acme.example please",
  "see https://acme.example/u/jo?x=1 please",
  "see www.acme.example please",
  "see acme.example/help please",
  "ask @josmith please",
  "in \\\\files\\jo please",
])("leaves addresses out: %s", (message) => {
  expect(left(message)).toMatch(/^\w+(?: to)? please$/);
});

it.each([
  ["my name is jo smith and it fails", "my name is <jo> <smith> <and> it fails"],
  ["je m’appelle jeanne petit et ça échoue encore", "je m’appelle <jeanne> <petit> <et> ça échoue encore"],
  ["ich heiße anna kern und es geht nicht", "ich heiße <anna> <kern> <und> es geht nicht"],
  ["me llamo marta ruiz y no funciona nada", "me llamo <marta> <ruiz> <y> no funciona nada"],
  ["please call mr smith about the card", "please call mr <smith> <about> <the> card"],
])("trusts no unknown word where somebody is named: %s", (message, expected) => {
  expect(left(message)).toBe(expected);
});

it("trusts no unknown word in a short last line", () => {
  expect(left("the card is lost since monday\njo smith")).toBe("the card is lost since monday <jo> <smith>");
});

it("keeps every place where it was", () => {
  const message = "Hi Jo,\nmail jo@acme.example, the card is lost\nRegards\nJo";

  expect(hidePersonal(message).text).toHaveLength(message.length);
  expect(hidePersonal(message).text.indexOf("card")).toBe(message.indexOf("card"));
});

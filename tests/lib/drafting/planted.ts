/**
 * Tickets with something personal planted in each. `planted` may not be found in any field of the proposal, `stays` must be
 * found in its text. People, firms and numbers are invented.
 */
export type PlantedTicket = {
  name: string;
  subject?: string;
  customer: string;
  agent?: string;
  fields?: Record<string, string>;
  planted: string[];
  stays?: string[];
};

const FILLER = {
  en: "Please open the settings, choose Billing and press Refresh. The page then shows the right amount again.",
  fr: "Ouvrez les paramètres, choisissez Facturation puis cliquez sur Actualiser. La page affiche alors le bon montant.",
  de: "Bitte öffnen Sie die Einstellungen, wählen Sie Abrechnung und klicken Sie auf Aktualisieren. Danach stimmt der Betrag.",
  es: "Abra los ajustes, elija Facturación y pulse Actualizar. La página muestra entonces el importe correcto.",
};

export const ENGLISH: PlantedTicket[] = [
  {
    name: "mail address in the text",
    customer: "I cannot sign in with anna.kowalska@bikes.example since the update, the page stays blank.",
    planted: ["anna.kowalska@bikes.example", "kowalska", "bikes.example"],
    stays: ["cannot sign in", "since the update"],
  },
  {
    name: "mail address written to fool machines",
    customer: "Please write to tom (at) riverside (dot) example because the form does not work.",
    planted: ["riverside"],
    stays: ["the form does not work"],
  },
  {
    name: "international telephone number",
    customer: "The router is dead. Call me on +44 7700 900123 after six.",
    planted: ["7700 900123", "7700900123", "900123"],
    stays: ["The router is dead"],
  },
  { name: "American telephone number", customer: "No dial tone at (555) 010-4477 for days.", planted: ["010-4477"] },
  {
    name: "short telephone number",
    customer: "The line is dead, my phone is 555 0199, please ring.",
    planted: ["0199"],
  },
  {
    name: "IBAN with spaces",
    customer: "The refund should go to GB29 NWBK 6016 1331 9268 19 and not to the card.",
    planted: ["NWBK", "6016 1331", "9268"],
    stays: ["The refund should go to", "not to the card"],
  },
  {
    name: "IBAN without spaces",
    customer: "Use DE89370400440532013000 for the refund please.",
    planted: ["0532013000"],
  },
  {
    name: "card number",
    customer: "My card 4111 1111 1111 1111 was charged twice, 39.90 € each time.",
    planted: ["4111", "1111 1111"],
    stays: ["was charged twice", "39.90 €"],
  },
  { name: "end of a card number", customer: "The card ending in 4242 was declined at checkout.", planted: ["4242"] },
  { name: "masked card number", customer: "Charged to **** **** **** 7731 without a reason.", planted: ["7731"] },
  {
    name: "order number after its word",
    customer: "My order 558201 has not arrived, tracking says delivered.",
    planted: ["558201"],
    stays: ["My order", "has not arrived"],
  },
  {
    name: "order number after more words",
    customer: "The order number is: ORD-2026-00123, still nothing.",
    planted: ["00123"],
  },
  { name: "order number with a sign", customer: "Where is #90817? It was due on Monday.", planted: ["90817"] },
  { name: "order number by its letters", customer: "Still waiting for CMD-558201 to be shipped.", planted: ["558201"] },
  {
    name: "invoice number",
    customer: "Invoice no. INV-20391 shows the wrong tax rate.",
    planted: ["20391"],
    stays: ["wrong tax rate"],
  },
  {
    name: "customer number in groups",
    customer: "Customer number 123 456 789, no internet since May.",
    planted: ["123 456", "456 789"],
  },
  {
    name: "account number",
    customer: "Account 00418872 is locked after three tries.",
    planted: ["00418872", "418872"],
  },
  {
    name: "tracking number",
    customer: "Parcel 1Z999AA10123456784 is lost since last week.",
    planted: ["1Z999AA1", "0123456784"],
  },
  {
    name: "earlier ticket",
    customer: "As told in ticket 48821 the screen flickers.",
    planted: ["48821"],
    stays: ["the screen flickers"],
  },
  {
    name: "serial number",
    customer: "The scanner (serial no. SN: C02XK4ABJG5H) does not start.",
    planted: ["C02XK4ABJG5H"],
  },
  {
    name: "licence key",
    customer: "The key XK7P2-99QMT-4BVWZ-11ACR is said to be used up.",
    planted: ["XK7P2", "4BVWZ", "11ACR"],
  },
  {
    name: "token in a link",
    customer: "The reset page https://acme.example/reset?token=Zk81jQpL0 is empty.",
    planted: ["Zk81jQpL0"],
  },
  {
    name: "order in a link",
    customer: "See https://shop.example/orders/88231/track for what I mean.",
    planted: ["88231"],
  },
  {
    name: "own page without a scheme",
    customer: "It fails on shop.example/u/41877/settings every time.",
    planted: ["41877"],
  },
  {
    name: "secret key",
    customer: "Our key sk_live_9aBcD3fGh7JkLmNoPq2 is refused with error 401.",
    planted: ["9aBcD3fGh7"],
    stays: ["error 401"],
  },
  {
    name: "password",
    customer: "My password is Sommer2024! and it is not accepted.",
    planted: ["Sommer2024"],
    stays: ["it is not accepted"],
  },
  { name: "one-time code", customer: "The verification code 482913 is always refused.", planted: ["482913"] },
  {
    name: "date of birth",
    customer: "I was born on 12/03/1980 and the form says I am too young.",
    planted: ["12/03/1980", "1980"],
  },
  { name: "IP address", customer: "Blocked since yesterday, my address is 203.0.113.77.", planted: ["203.0.113.77"] },
  {
    name: "passport number",
    customer: "The upload of my passport 533401372 fails with ERR-77.",
    planted: ["533401372"],
    stays: ["ERR-77"],
  },
  {
    name: "postal address",
    customer: "Please deliver to 12 Baker Street, Flat 4, London NW1 6XE instead.",
    planted: ["12 Baker", "Baker Street", "NW1 6XE", "Flat 4"],
  },
  {
    name: "American postal address",
    customer: "I moved to 4500 Maple Avenue, Springfield, IL 62704 last week.",
    planted: ["Maple", "Springfield", "62704"],
  },
  {
    name: "name in a signature",
    customer: "The export stops at 80 %.\n\nKind regards,\nOluwaseun Adebayo\nHead of Billing",
    planted: ["Oluwaseun", "Adebayo", "Head of Billing"],
    stays: ["The export stops at 80 %"],
  },
  {
    name: "signature in small letters, name again in the text",
    customer: "my profile shows kowalczyk twice, please correct it\n\nthanks\nmarek kowalczyk",
    planted: ["kowalczyk", "marek"],
  },
  {
    name: "thanks with a name on one line",
    customer: "The export stops half way.\nThanks, Bettany",
    planted: ["Bettany"],
  },
  {
    name: "agent who is greeted",
    customer: "Hi Saoirse,\n\nas Saoirse told me, I restarted the box, but the light stays red.",
    planted: ["Saoirse"],
    stays: ["the light stays red"],
  },
  {
    name: "customer greeted by the agent",
    customer: "The tax on the statement is wrong.",
    agent: `Dear Mr Tanaka,\n\n${FILLER.en}\n\nMr Tanaka, tell us whether it worked.\n\nKind regards\nPriyanka Rao\nAcme Support`,
    planted: ["Tanaka", "Priyanka", "Rao\n"],
    stays: ["open the settings", "press Refresh"],
  },
  {
    name: "introduction",
    customer: "My name is Ngozi Okafor and the app crashes at start.",
    planted: ["Ngozi", "Okafor"],
    stays: ["the app crashes at start"],
  },
  {
    name: "title in the text",
    customer: "I spoke with Mrs Achterberg, who promised a refund of 20 €.",
    planted: ["Achterberg"],
    stays: ["refund of 20 €"],
  },
  {
    name: "given name in passing",
    customer: "Yesterday Jennifer Whitlock said the fee would be returned.",
    planted: ["Jennifer", "Whitlock"],
  },
  {
    name: "somebody of the family",
    customer: "My wife Thandiwe Nkosi cannot open the shared folder.",
    planted: ["Thandiwe", "Nkosi"],
  },
  {
    name: "genitive",
    customer: "Hello Thandiwe,\nThandiwe’s login fails with 0x80070005.",
    planted: ["Thandiwe"],
    stays: ["0x80070005"],
  },
  {
    name: "name with a hyphen and an initial",
    customer: "Delivered to J. Ferreira-Lopes by mistake.\n\nRegards,\nAna Ferreira-Lopes",
    planted: ["Ferreira", "Lopes"],
  },
  {
    name: "field of the ticket",
    customer: "Vandersloot cannot see the report.",
    fields: { requester: "Ilse Vandersloot" },
    planted: ["Vandersloot"],
  },
  {
    name: "name from the mail address",
    customer: "Write to ngozi.okafor@x.example. Okafor is also the name on the parcel.",
    planted: ["Okafor", "ngozi"],
  },
  {
    name: "name in the subject",
    subject: "Refund for Ngozi Okafor, order 558201",
    customer: "My name is Ngozi Okafor. I sent the chair back two weeks ago.",
    planted: ["Ngozi", "Okafor", "558201"],
  },
  {
    name: "folder of a user",
    customer: "The file C:\\Users\\tandrews\\sync.log grows without end.",
    planted: ["tandrews"],
  },
  { name: "handle", customer: "I wrote to you as @marlow_91 on the network too.", planted: ["marlow_91"] },
  {
    name: "name of a quoted mail",
    customer: "It broke again.\n\nOn 3 May 2026, Siobhan Gallagher wrote:\n> try again",
    planted: ["Siobhan", "Gallagher"],
  },
];

export const FRENCH: PlantedTicket[] = [
  {
    name: "signature et adresse",
    customer:
      "Bonjour,\n\nMon colis n’est pas arrivé au 14 bis, rue des Lilas, 69003 Lyon.\n\nCordialement,\nMaëlys Quintard",
    planted: ["Lilas", "69003", "Lyon", "Maëlys", "Quintard"],
    stays: ["Mon colis n’est pas arrivé"],
  },
  {
    name: "téléphone",
    customer: "La box ne démarre plus, vous pouvez m’appeler au 06 12 34 56 78 le soir.",
    planted: ["06 12", "34 56 78"],
    stays: ["La box ne démarre plus"],
  },
  {
    name: "téléphone avec des points",
    customer: "Je suis joignable au 01.44.55.66.77 pour la panne de ligne.",
    planted: ["44.55.66"],
  },
  {
    name: "numéro de commande",
    customer: "Ma commande n° 7745120 est bloquée depuis le 12/11/2026.",
    planted: ["7745120"],
    stays: ["12/11/2026"],
  },
  {
    name: "numéro de commande sans accord",
    customer: "Mon numéro de commande est le CX-778812, merci de vérifier la livraison.",
    planted: ["778812"],
  },
  {
    name: "numéro de client",
    customer: "Numéro client : 00215544. Le prélèvement de 29,99 € est passé deux fois.",
    planted: ["00215544"],
    stays: ["29,99 €", "deux fois"],
  },
  {
    name: "IBAN",
    customer: "Mon nouvel IBAN est FR76 3000 6000 0112 3456 7890 189, merci de modifier le prélèvement.",
    planted: ["3000 6000", "7890"],
  },
  {
    name: "Madame suivie d’un nom",
    customer: "Bonjour Madame Lefèvre,\nla facture reste introuvable. Madame LEFEVRE m’avait dit de patienter.",
    planted: ["Lefèvre", "LEFEVRE"],
    stays: ["introuvable"],
  },
  {
    name: "présentation",
    customer: "Je m’appelle Yoann Cadiou et je ne reçois plus le code par SMS.",
    planted: ["Yoann", "Cadiou"],
    stays: ["ne reçois plus le code"],
  },
  {
    name: "réponse de l’agent",
    customer: "Le total de la facture est faux depuis le mois dernier.",
    agent: `Bonjour Monsieur Quéméner,\n\n${FILLER.fr}\n\nBien cordialement,\nSolène`,
    planted: ["Quéméner", "Solène"],
    stays: ["choisissez Facturation"],
  },
  {
    name: "collègue nommée",
    customer: "Votre collègue Fatoumata Diallo m’a promis un geste de 15 €.",
    planted: ["Fatoumata", "Diallo"],
    stays: ["15 €"],
  },
  {
    name: "date de naissance",
    customer: "Né le 4 mars 1985, je ne peux pas valider le formulaire d’inscription.",
    planted: ["4 mars 1985"],
    stays: ["formulaire"],
  },
  {
    name: "mot de passe",
    customer: "Mon mot de passe : Azerty!2026 est refusé sur la page de connexion.",
    planted: ["Azerty!2026"],
  },
  {
    name: "fin de carte",
    customer: "La carte se terminant par 8821 est refusée à chaque paiement.",
    planted: ["8821"],
  },
  {
    name: "nom après le prénom en majuscules",
    customer: "Bonjour,\nla ligne est coupée.\nMerci\nMaëlys QUINTARD",
    planted: ["QUINTARD", "Maëlys"],
  },
];

export const GERMAN: PlantedTicket[] = [
  {
    name: "Unterschrift",
    customer: "Guten Tag,\n\nder Drucker druckt keine Etiketten mehr.\n\nMit freundlichen Grüßen\nWiebke Harmsen",
    planted: ["Wiebke", "Harmsen"],
    stays: ["keine Etiketten mehr"],
  },
  {
    name: "Anrede und Genitiv",
    customer: "Die Rechnung ist falsch, der Betrag stimmt nicht.",
    agent: `Sehr geehrter Herr Oetjen,\n\n${FILLER.de}\n\nOetjens Konto ist nun frei.\n\nViele Grüße\nWiebke Harmsen`,
    planted: ["Oetjen", "Wiebke", "Harmsen"],
    stays: ["wählen Sie Abrechnung"],
  },
  {
    name: "Anschrift",
    customer: "Das Paket ging an die Lindenstraße 12a, 50674 Köln statt an die Filiale.",
    planted: ["Lindenstraße", "50674", "Köln"],
  },
  {
    name: "Kundennummer",
    customer: "Meine Kundennummer lautet 4471-8820, die Anmeldung schlägt fehl (Fehler 503).",
    planted: ["4471", "8820"],
    stays: ["Fehler 503"],
  },
  {
    name: "Rechnungsnummer",
    customer: "Rechnungsnr. RE-2026-0012 wurde doppelt abgebucht, je 49,90 €.",
    planted: ["0012"],
    stays: ["49,90 €"],
  },
  {
    name: "Telefon",
    customer: "Bitte rufen Sie mich unter 0171 2345678 an, das Gerät startet nicht.",
    planted: ["0171", "2345678"],
    stays: ["das Gerät startet nicht"],
  },
  {
    name: "Vorstellung",
    customer: "Mein Name ist Jörn Petersen-Wulff und mein Konto ist gesperrt.",
    planted: ["Jörn", "Petersen", "Wulff"],
    stays: ["Konto ist gesperrt"],
  },
  {
    name: "IBAN",
    customer: "Bitte auf DE44 5001 0517 5407 3249 31 erstatten, nicht auf die Karte.",
    planted: ["5001 0517", "5407"],
  },
  {
    name: "Frau im Text",
    customer: "Frau Schmidtke hat mir eine Gutschrift von 10 € zugesagt.",
    planted: ["Schmidtke"],
    stays: ["10 €", "Gutschrift"],
  },
];

export const SPANISH: PlantedTicket[] = [
  {
    name: "firma",
    customer: "Hola,\n\nla impresora no imprime las etiquetas.\n\nUn saludo,\nItziar Goikoetxea",
    planted: ["Itziar", "Goikoetxea"],
    stays: ["no imprime las etiquetas"],
  },
  {
    name: "dirección",
    customer: "El paquete se entregó en la calle Mayor 12, 3º B, 28013 Madrid por error.",
    planted: ["Mayor 12", "28013", "Madrid"],
  },
  {
    name: "pedido",
    customer: "Mi pedido nº 3321908 no ha llegado todavía y ya se ha cobrado.",
    planted: ["3321908"],
    stays: ["no ha llegado"],
  },
  {
    name: "teléfono",
    customer: "Pueden llamarme al 612 345 678, la línea no funciona desde ayer.",
    planted: ["612 345", "345 678"],
    stays: ["la línea no funciona"],
  },
  {
    name: "presentación",
    customer: "Me llamo Nerea Arrizabalaga y no puedo entrar en mi cuenta.",
    planted: ["Nerea", "Arrizabalaga"],
    stays: ["no puedo entrar"],
  },
  {
    name: "señora",
    customer: "La factura está mal desde el mes pasado.",
    agent: `Estimada señora Etxeberria:\n\n${FILLER.es}\n\nAtentamente,\nIker`,
    planted: ["Etxeberria", "Iker"],
    stays: ["pulse Actualizar"],
  },
  {
    name: "documento",
    customer: "Mi DNI es 12345678Z y el formulario lo rechaza con el error 422.",
    planted: ["12345678"],
    stays: ["error 422"],
  },
];

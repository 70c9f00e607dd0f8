import { PLAIN_ANSWER, type PlantedTicket } from "./planted-ticket";

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
    agent: `Sehr geehrter Herr Oetjen,\n\n${PLAIN_ANSWER.de}\n\nOetjens Konto ist nun frei.\n\nViele Grüße\nWiebke Harmsen`,
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
    agent: `Estimada señora Etxeberria:\n\n${PLAIN_ANSWER.es}\n\nAtentamente,\nIker`,
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

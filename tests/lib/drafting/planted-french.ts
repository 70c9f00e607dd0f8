import { PLAIN_ANSWER, type PlantedTicket } from "./planted-ticket";

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
    agent: `Bonjour Monsieur Quéméner,\n\n${PLAIN_ANSWER.fr}\n\nBien cordialement,\nSolène`,
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

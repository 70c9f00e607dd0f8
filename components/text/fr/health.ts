/** How well the ticket was read, and the state in which the browser withholds it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const health: Text["health"] = {
  well: "Ticket lu",
  partlyRead: "Lu en partie",
  partly: (parts) => `Lu en partie : ${parts}`,
  notRead: "Non lu",
  details: "Comment ce ticket a été lu",
  lacking: {
    subject: "objet manquant",
    messages: "messages manquants",
    body: "texte des messages manquant",
    older: "messages plus anciens manquants",
    roles: "certains messages écartés",
  },
  rows: {
    subject: "Objet",
    noSubject: "Objet introuvable",
    messages: counted({ one: "# message", other: "# messages" }),
    noMessages: "Messages introuvables",
    noBody: "Texte des messages introuvable",
    older: "Les messages plus anciens ne sont pas dans la page : affichez-les dans le ticket.",
    roles: "Certains messages écartés : auteur incertain",
    tags: counted({ one: "# tag", other: "# tags" }),
    noTags: "Aucun tag",
    fields: counted({ one: "# champ", other: "# champs" }),
    noFields: "Aucun champ",
    channel: "Canal",
    noChannel: "Aucun canal",
  },
  byApi: "lu par l’API de l’outil de support",
  by: (strategy) => `Trouvé par : ${strategy}`,
  copy: "Copier le diagnostic",
  copyHint: "Pour votre administrateur. Il ne contient ni texte, ni nom, ni numéro de ticket.",
  outcomes: {
    copied: "Diagnostic copié.",
    copiedWithoutPage: "La page est injoignable : seul ce que le panneau sait a été copié.",
    failed: "Le diagnostic n’a pas pu être copié. Réessayez.",
  },
};

export const access: Text["access"] = {
  lost: (name) => `Le navigateur ne laisse pas Souffleur lire ${name}`,
  hint: "Les tickets qui s’y trouvent ne peuvent pas être lus sans votre autorisation. La recherche reste possible.",
  hosts: "Adresses",
  allow: "Autoriser",
  refused:
    "Le navigateur ne l’a pas autorisé. Ouvrez la page des extensions du navigateur, choisissez Souffleur et autorisez la lecture de ces adresses.",
  allowed: "Autorisé. Le ticket s’affiche dans un instant.",
};

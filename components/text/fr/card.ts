/** An article in a list, and what can be done with it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const card: Text["card"] = {
  list: "Articles suggérés",
  searchList: "Résultats de la recherche",
  kinds: {
    "how-to": "Guide",
    troubleshooting: "Dépannage",
    policy: "Règle",
    faq: "FAQ",
    reference: "Référence",
  },
  audiences: { public: "Public", internal: "Interne" },
  audienceHints: {
    public: "Les clients peuvent voir cet article",
    internal: "Réservé aux agents, pas pour les clients",
  },
  language: (name) => `Langue : ${name}`,
  otherLanguage: (name) => `Langue : ${name}, différente de celle du ticket`,
};

export const trust: Text["trust"] = {
  verified: (ago) => `Vérifié ${ago}`,
  verifiedBy: (ago, who) => `Vérifié ${ago} par ${who}`,
  due: (timeSpan) => `Non vérifié depuis ${timeSpan}`,
  neverVerified: "Jamais vérifié",
  openFlags: counted({ one: "# signalement en cours", other: "# signalements en cours" }),
  behind: (versions, language) => `${language} : traduction en retard de ${versions}`,
  versions: counted({ one: "# version", other: "# versions" }),
};

export const copy: Text["copy"] = {
  link: "Copier le lien",
  copied: "Copié",
  failed: "Non copié. Sélectionnez le texte et copiez-le vous-même.",
  noAddress: {
    public: "Pas de lien à copier : cet article n’a pas d’adresse publique.",
    internal: "Pas de lien à copier : cet article est interne.",
  },
};

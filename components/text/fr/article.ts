/** An open article. */
import type { Text } from "../text";

export const article: Text["article"] = {
  back: "Retour",
  loading: "Ouverture de l’article…",
  missing: "Cet article n’existe plus",
  missingHint: "Il a été supprimé, ou ne vous est plus destiné.",
  failed: "L’article n’a pas pu être ouvert",
  openInHelpCentre: "Ouvrir dans le centre d’aide",
  about: "À propos de cet article",
  owner: "Responsable",
  noOwner: "Personne pour l’instant",
  verified: "Vérifié",
  updated: "Dernière modification",
  version: "Version",
  category: "Rubrique",
  tags: "Étiquettes",
  otherLanguages: "Autres langues",
  escalation: "Si cela ne suffit pas",
  reply: "Réponse prête à l’emploi",
  copyReply: "Copier la réponse",
  internalReply: "Article interne : relisez le texte avant de l’envoyer à un client.",
  internalWarning: "Interne : ne transmettez pas cet article aux clients.",
  dueWarning: "Vérifiez les faits avant de vous appuyer sur cet article.",
  image: (description) => `[Image : ${description}]`,
  imageUndescribed: "[Image]",
  bodyFailed:
    "Le texte de cet article ne peut pas être affiché ici. Ouvrez-le dans le centre d’aide s’il a une adresse.",
};

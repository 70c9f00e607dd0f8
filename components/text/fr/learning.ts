/** The options page: learning from use. */
import type { WholeText } from "../text";

export const learning: WholeText["learning"] = {
  title: "Apprentissage par l’usage",
  hint: "Quand vous utilisez un article à côté d’un ticket, Souffleur retient les mots du ticket pour trouver cet article plus vite la prochaine fois. Seuls des mots sont gardés, jamais le texte.",
  share: "Partager ces mots avec votre équipe",
  shareHint:
    "Des mots, seuls ou par paires, vont à l’adresse de synchronisation avec l’article auquel ils ont mené : ni ticket, ni nombre, ni heure, ni nom, autant qu’on puisse en reconnaître un. Vos collègues reçoivent un mot lorsque trois d’entre vous l’ont enseigné. L’usage des articles est aussi compté et envoyé ; sans partage, rien n’est compté.",
  byPolicy: "Défini par votre administrateur",
  saved: "Réglage enregistré.",
  show: "Voir ce qui est envoyé",
  showFailed: "La liste n’a pas pu être lue. Réessayez.",
  none: "Rien n’attend d’être envoyé, et rien ne l’a été récemment.",
  listHint: "Exactement ces mots quittent cette machine, réduits à leur racine.",
  kinds: { learn: "article utilisé", unlearn: "article signalé" },
  states: { queued: "en attente", sent: "envoyé", refused: "non accepté par le serveur" },
  forget: "Oublier tout ce qui a été appris ici",
  forgetQuestion:
    "Oublier tout ce que cette machine a appris ? Ce qui attend d’être envoyé est supprimé ; ce que votre équipe a appris reste.",
  forgetYes: "Oublier",
  forgetNo: "Garder",
  forgotten: "Oublié.",
  forgetFailed: "L’oubli a échoué. Réessayez.",
};

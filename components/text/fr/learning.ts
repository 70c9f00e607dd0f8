/** The options page: learning from use. */
import type { WholeText } from "../text";

export const learning: WholeText["learning"] = {
  title: "Apprentissage par l’usage",
  hint: "Quand vous utilisez un article à côté d’un ticket, Souffleur retient les mots du ticket pour trouver cet article plus vite la prochaine fois. Seuls des mots sont conservés, jamais le texte.",
  share: "Partager ces mots avec votre équipe",
  shareHint:
    "Des mots, seuls ou par deux, sont envoyés à l’adresse de synchronisation avec l’article qu’ils ont permis de trouver. Ni ticket, ni chiffre, ni heure ; les noms reconnus sont retirés. Un mot ne sert à vos collègues qu’une fois appris de trois d’entre vous. Le nombre d’utilisations des articles est aussi envoyé ; sans partage, rien n’est compté.",
  byPolicy: "Défini par votre administrateur",
  saved: "Réglage enregistré.",
  show: "Voir ce qui est envoyé",
  showFailed: "La liste n’a pas pu être lue. Réessayez.",
  none: "Rien n’attend d’être envoyé, et rien ne l’a été récemment.",
  listHint: "Exactement ces mots quittent cet ordinateur, réduits à leur racine.",
  kinds: { learn: "article utilisé", unlearn: "article signalé" },
  states: { queued: "en attente", sent: "envoyé", refused: "non accepté par le serveur" },
  forget: "Effacer tout ce qui a été appris ici",
  forgetQuestion:
    "Effacer tout ce que cet ordinateur a appris ? Ce qui attend d’être envoyé est supprimé ; ce que votre équipe a appris reste.",
  forgetYes: "Effacer",
  forgetNo: "Conserver",
  forgotten: "Effacé.",
  forgetFailed: "L’effacement a échoué. Réessayez.",
};

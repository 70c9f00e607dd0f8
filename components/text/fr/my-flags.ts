/** The agent's own flags. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const myFlags: Text["myFlags"] = {
  title: "Mes signalements",
  newOutcomes: counted({ one: "# nouvelle réponse", other: "# nouvelles réponses" }),
  isNew: "Nouveau",
  flaggedAt: (moment) => `Signalé · ${moment}`,
  answeredAt: (day) => `réponse le ${day}`,
  loading: "Lecture de vos signalements…",
  none: "Vous n’avez encore rien signalé",
  noneHint:
    "Quand un article contient une erreur, cliquez sur le drapeau de l’article ou appuyez sur la touche f. La suite donnée apparaît ici.",
  failed: "Vos signalements n’ont pas pu être lus",
};

/** The panel itself: its status line, its keys, its failures. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const sync: Text["sync"] = {
  freshAt: (moment) => `À jour (${moment})`,
  showingFrom: (moment) => `màj ${moment}`,
  notYet: "Pas encore synchronisé",
  syncing: "Synchronisation…",
  firstSync: (received, total) => `Articles reçus : ${received} sur ${total}`,
  firstSyncLabel: "Réception des articles",
  offline: "Hors ligne",
  nextTry: (moment) => `essai à ${moment}`,
  queuedFlags: counted({ one: "# signalement en attente d’envoi", other: "# signalements en attente d’envoi" }),
  syncNow: "Synchroniser maintenant",
  options: "Options",
  openOptions: "Ouvrir les options",
  stopped: "Synchro arrêtée",
  problems: {
    offline: { title: "Vous êtes hors ligne", hint: "Les articles arriveront dès que la connexion reviendra." },
    unauthorized: {
      title: "Votre jeton d’accès a été refusé",
      hint: "Saisissez-en un nouveau dans les options.",
    },
    forbidden: {
      title: "Vous n’avez pas accès à cette base de connaissances",
      hint: "Demandez l’accès à votre administrateur.",
    },
    clientTooOld: {
      title: "Cette version de Souffleur est trop ancienne",
      hint: "Mettez l’extension à jour, puis rouvrez ce panneau.",
    },
    notOurApi: {
      title: "L’adresse de synchronisation n’est pas celle d’un serveur Souffleur",
      hint: "Vérifiez l’adresse dans les options.",
    },
    serverError: {
      title: "Le serveur rencontre un problème",
      hint: "Souffleur réessaiera automatiquement. Rien n’est perdu.",
    },
    badAnswer: {
      title: "La réponse du serveur est incompréhensible",
      hint: "Prévenez votre administrateur. Les articles déjà présents restent utilisables.",
    },
    rateLimited: {
      title: "Le serveur demande de patienter",
      hint: "Souffleur réessaiera automatiquement. Rien n’est perdu.",
    },
    storageFull: {
      title: "Le disque est plein",
      hint: "Libérez de l’espace, puis synchronisez de nouveau. Les articles déjà présents restent utilisables.",
    },
    libraryNewer: {
      title: "Souffleur a été mis à jour entre-temps",
      hint: "Fermez le panneau latéral et rouvrez-le. Si cela persiste, redémarrez le navigateur.",
    },
  },
  unsent: {
    title: (unsent) => `En attente d’envoi : ${unsent}`,
    names: {
      flags: "signalements",
      acknowledgements: "confirmations de lecture",
      gaps: "articles manquants",
      drafts: "brouillons",
    },
    hint: "Le serveur ne les accepte pas pour l’instant. Souffleur réessaiera automatiquement. Rien n’est perdu.",
  },
};

export const notConnected: Text["notConnected"] = {
  title: "Pas encore connecté",
  hint: "Saisissez l’adresse de synchronisation de votre équipe et votre jeton : vos articles s’afficheront ici.",
};

export const keys: Text["keys"] = {
  title: "Raccourcis clavier",
  show: "Afficher les raccourcis clavier",
  close: "Fermer",
  search: "Rechercher",
  move: "Passer d’un article à l’autre",
  open: "Ouvrir l’article",
  flag: "Signaler une erreur",
  insert: "Insérer le lien",
  insertAnswer: "Insérer la réponse",
  quote: "Citer la sélection (dans un article)",
  copy: "Copier le lien",
  pin: "Épingler l’article",
  news: "Nouveautés",
  why: "Pourquoi cet article ?",
  newer: "Afficher les nouvelles suggestions",
  gap: "Signaler un article manquant",
  back: "Revenir, ou effacer la recherche",
  help: "Cette liste",
  groups: {
    everywhere: "Partout",
    list: "Avec un ticket ouvert",
    article: "Sur l’article actif",
    reading: "Dans un article ouvert",
  },
  /** What stands on the keys themselves. */
  names: { Enter: "Entrée", Escape: "Échap" },
};

export const broken: Text["broken"] = {
  title: "Une erreur est survenue dans ce panneau",
  hint: "Vos articles et vos signalements sont intacts. Rechargez le panneau pour continuer.",
  reload: "Recharger",
};

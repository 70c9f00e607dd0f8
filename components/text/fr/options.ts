/** The options page: connection, language, earlier connections. */
import { createCounted } from "../counted";
import type { WholeText } from "../text";

const counted = createCounted("fr");

export const options: WholeText["options"] = {
  title: "Options de Souffleur",
  loading: "Chargement…",
  loadFailed: "Vos réglages sont illisibles",
  repairHint:
    "Ils peuvent être réparés : ce qui est encore lisible est conservé, le reste est réinitialisé. Vos articles et vos signalements en attente restent sur cet ordinateur ; les connexions dont le jeton est perdu figureront plus bas parmi les précédentes.",
  repair: "Réparer les réglages",
  repairing: "Réparation…",
  repairFailed: "La réparation a échoué. Rechargez cette page et réessayez.",
  reload: "Recharger cette page",
  policyTitle: "Défini par votre administrateur",
  policyNotUnderstood: (names) => `Entrées non reconnues, donc ignorées : ${names}`,
  policyHint: "Prévenez votre administrateur. Tous les autres réglages imposés sont appliqués.",
  connection: "Connexion",
  connectionHint: "Ces deux informations vous sont données par la personne qui gère la base de connaissances.",
  connectedAs: (name) => `Connecté en tant que ${name}`,
  connectedUnchecked: "Enregistré sans avoir pu joindre le serveur",
  endpoint: "Adresse de synchronisation",
  endpointPlaceholder: "https://kb.example.com",
  endpointMissing: "Saisissez l’adresse de synchronisation.",
  endpointByPolicy: "Définie par votre administrateur",
  token: "Jeton d’accès",
  tokenMissing: "Saisissez le jeton d’accès.",
  showToken: "Afficher le jeton",
  hideToken: "Masquer le jeton",
  test: "Tester la connexion",
  testing: "Test en cours…",
  save: "Enregistrer",
  saveAnyway: "Enregistrer quand même",
  saving: "Enregistrement…",
  saved: "Enregistré.",
  saveFailed: "L’enregistrement a échoué. Réessayez.",
  testFailed: "Le test lui-même s’est interrompu. Réessayez.",
  fine: (name) => `Connecté en tant que ${name}.`,
  articles: counted({ one: "# article vous est destiné.", other: "# articles vous sont destinés." }),
  serverError: (status) => `Le serveur a répondu par une erreur (${status}).`,
  outcomes: {
    invalidAddress: {
      title: "Ce n’est pas une adresse web.",
      hint: "Elle commence par https:// et ressemble à https://kb.example.com.",
    },
    insecure: {
      title: "Cette adresse n’est pas chiffrée.",
      hint: "Utilisez l’adresse en https://. Seul un serveur sur cet ordinateur peut s’en passer.",
    },
    unreachable: {
      title: "Rien ne répond à cette adresse.",
      hint: "Vérifiez l’orthographe et votre réseau ou VPN. Si le serveur est seulement arrêté, enregistrez quand même.",
    },
    tls: {
      title: "La connexion chiffrée n’est pas fiable.",
      hint: "Le certificat du serveur est absent, expiré ou inconnu ici. Prévenez votre administrateur.",
    },
    notOurApi: {
      title: "Quelque chose répond, mais ce n’est pas un serveur Souffleur.",
      hint: "Vérifiez l’adresse entière, avec le chemin s’il y en a un.",
    },
    wrongToken: {
      title: "Le jeton a été refusé.",
      hint: "Copiez-le de nouveau, en entier. S’il reste refusé, demandez-en un nouveau à votre administrateur.",
    },
    serverTooOld: {
      title: "Le serveur est trop ancien pour cette version de Souffleur.",
      hint: "Demandez à votre administrateur de mettre le serveur à jour.",
    },
    clientTooOld: {
      title: "Cette version de Souffleur est trop ancienne pour le serveur.",
      hint: "Mettez l’extension à jour depuis la page des extensions de votre navigateur.",
    },
  },
  serverErrorHint: "Réessayez dans quelques minutes. Si cela persiste, prévenez votre administrateur.",
  language: "Langue",
  languageLabel: "Langue du panneau et de cette page",
  languageOfBrowser: "Celle du navigateur",
  languageSaved: "Langue enregistrée.",
  firstSteps: "Premiers pas",
  firstStepsHint: "Se connecter, garder le bouton sous la main et essayer sur un ticket d’exemple.",
  firstStepsAgain: "Les afficher à nouveau",
  firstStepsShown: "Ils s’affichent dans le panneau tant qu’aucun ticket n’est ouvert.",
  pastLibraries: "Connexions précédentes",
  pastLibrariesHint:
    "Les signalements non envoyés restent sur cet ordinateur. Ils partiront quand vous vous reconnecterez à cette adresse.",
  pastAgent: (agentId) => `en tant que ${agentId}`,
  queuedFlags: counted({ one: "# signalement en attente", other: "# signalements en attente" }),
  noQueuedFlags: "Aucun signalement en attente",
  discard: "Supprimer",
  discardOf: (endpoint) => `Supprimer ${endpoint}`,
  discardQuestion: "Supprimer de cet ordinateur les articles de cette connexion ?",
  discardQuestionFlags: counted({
    one: "Supprimer de cet ordinateur les articles de cette connexion et # signalement jamais envoyé ?",
    other: "Supprimer de cet ordinateur les articles de cette connexion et # signalements jamais envoyés ?",
  }),
  discardYes: "Supprimer définitivement",
  discardNo: "Conserver",
  discardFailed: "La suppression a échoué. Réessayez.",
  privacy: "Confidentialité",
  privacyText:
    "Le texte de vos tickets ne quitte jamais ce navigateur : les articles sont trouvés sur votre ordinateur. À l’adresse de synchronisation ne sont envoyés que ce que vous signalez ou transmettez (erreurs, articles manquants, brouillons), vos confirmations de lecture et, si vous partagez l’apprentissage, quelques mots et le nombre d’utilisations des articles.",
};

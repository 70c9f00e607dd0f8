/** The first steps, what an update brought, and the keys that open the panel. */
import type { Text } from "../text";

export const firstRun: Text["firstRun"] = {
  title: "Trois étapes pour commencer",
  hint: "Dans l’ordre que vous voulez. Chacune est facultative.",
  connect: "Se connecter à votre base de connaissances",
  connectHint: "Saisissez l’adresse de synchronisation et le jeton remis par votre équipe.",
  connectTokenHint: "Votre administrateur a défini l’adresse. Il ne manque que votre jeton.",
  pin: "Garder le bouton sous la main",
  pinHint: "Dans la barre d’outils du navigateur, ouvrez Extensions (la pièce de puzzle) et épinglez Souffleur.",
  try: "Voir comment cela fonctionne",
  tryHint: "Essayez sur un ticket fictif. Rien n’est envoyé, et rien n’en est retenu.",
  tryOpen: "Afficher le ticket d’exemple",
  tryClose: "Masquer le ticket d’exemple",
  stepDone: "(fait)",
  done: "Terminer",
  skip: "Passer le reste",
  sample: {
    ticket: "Ticket d’exemple",
    subject: "Je ne peux plus me connecter",
    message: "Depuis ce matin, mon mot de passe est refusé. J’en ai demandé un nouveau, mais aucun e-mail n’arrive.",
    fromYours: "Dans votre base de connaissances :",
    fromUs: "Exemples de ce qui s’affiche ici à côté d’un ticket :",
    mark: "Exemple",
    articles: [
      {
        title: "Un client ne reçoit pas l’e-mail de réinitialisation",
        summary: "Vérifiez l’adresse, les indésirables et si le compte est bloqué, puis renvoyez le lien.",
      },
      {
        title: "Débloquer un compte après trop de tentatives",
        summary: "Quand un compte se bloque, pour combien de temps, et qui peut le débloquer plus tôt.",
      },
      {
        title: "Que demander avant de changer une adresse de connexion",
        summary: "Deux questions auxquelles seul le titulaire du compte sait répondre.",
      },
    ],
  },
  settingsBroken: "Vos réglages sont illisibles",
  settingsBrokenHint:
    "La page des options peut les réparer. Vos articles et vos signalements en attente restent sur cet ordinateur.",
  updatedTo: (version) => `Mise à jour vers la version ${version}`,
  whatChanged: "Ce qui change",
  dismiss: "Ne plus afficher",
  changes: {
    "0-2": [
      "Les annonces de votre équipe s’affichent à côté des tickets concernés, jusqu’à ce que vous en ayez pris connaissance.",
      "Les situations client regroupent les articles utiles : réponse, points clés, conseils et offre.",
      "Le panneau indique les nouveautés de la base depuis votre dernière visite, et la suite donnée à vos signalements.",
      "Quand aucun article ne convient, vous pouvez signaler l’article manquant ou le rédiger à partir du ticket.",
      "L’interface existe aussi en allemand et en espagnol.",
    ],
  },
  shortcut: {
    openAndClose: "Ouvrir et fermer ce panneau",
    notSet: "Aucun raccourci",
    notSetHint: "Une autre extension utilise peut-être déjà ces touches.",
    set: "Le définir dans le navigateur",
    change: "Le modifier dans le navigateur",
    changeByHand:
      "À modifier dans la page des modules complémentaires du navigateur : roue dentée, Gérer les raccourcis d’extensions.",
  },
};

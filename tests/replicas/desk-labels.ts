import type { DeskLanguage } from "./desk";

/** Words of the replicas' interface. Nothing may depend on them: that is what the languages are for. */
const ENGLISH = {
  addedNote: "added a private note",
  agentReplied: "replied",
  allTickets: "All tickets",
  botReplied: "answered automatically",
  close: "Close",
  conversations: "conversations",
  customerReplied: "wrote",
  internalNote: "Internal note",
  messageFrom: "Message from",
  noteFrom: "Internal note from",
  priority: "Priority",
  publicReply: "Public reply",
  reply: "Reply",
  requester: "Requester",
  showMore: "Show more",
  status: "Status",
  subject: "Subject",
  submit: "Submit",
  summary: "Summarise",
  tags: "Tags",
  type: "Type",
  viaMail: "by mail",
};

type Labels = typeof ENGLISH;

const FRENCH: Labels = {
  addedNote: "a ajouté une note privée",
  agentReplied: "a répondu",
  allTickets: "Tous les tickets",
  botReplied: "a répondu automatiquement",
  close: "Fermer",
  conversations: "conversations",
  customerReplied: "a écrit",
  internalNote: "Note interne",
  messageFrom: "Message de",
  noteFrom: "Note interne de",
  priority: "Priorité",
  publicReply: "Réponse publique",
  reply: "Répondre",
  requester: "Demandeur",
  showMore: "Afficher plus",
  status: "Statut",
  subject: "Objet",
  submit: "Envoyer",
  summary: "Résumer",
  tags: "Marqueurs",
  type: "Type",
  viaMail: "par e-mail",
};

const GERMAN: Labels = {
  addedNote: "hat eine private Notiz hinzugefügt",
  agentReplied: "hat geantwortet",
  allTickets: "Alle Tickets",
  botReplied: "hat automatisch geantwortet",
  close: "Schließen",
  conversations: "Unterhaltungen",
  customerReplied: "hat geschrieben",
  internalNote: "Interne Notiz",
  messageFrom: "Nachricht von",
  noteFrom: "Interne Notiz von",
  priority: "Priorität",
  publicReply: "Öffentliche Antwort",
  reply: "Antworten",
  requester: "Anfragender",
  showMore: "Mehr anzeigen",
  status: "Status",
  subject: "Betreff",
  submit: "Absenden",
  summary: "Zusammenfassen",
  tags: "Stichwörter",
  type: "Typ",
  viaMail: "per E-Mail",
};

/** The replicas' words per language. */
export const DESK_LABELS: Record<DeskLanguage, Labels> = { en: ENGLISH, fr: FRENCH, de: GERMAN };

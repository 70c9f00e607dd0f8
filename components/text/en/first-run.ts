/** The first steps, what an update brought, and the keys that open the panel. */

export const firstRun = {
  title: "Three steps to begin",
  hint: "In any order. You can skip any of them.",
  connect: "Connect to your knowledge base",
  connectHint: "Enter the sync address and the token that your team gave you.",
  connectTokenHint: "Your administrator has set the address. Only your token is missing.",
  pin: "Keep the button at hand",
  pinHint: "In the browser’s toolbar, open Extensions (the puzzle piece) and pin Souffleur.",
  try: "See how it works",
  tryHint: "Try it on a made-up ticket. Nothing is sent, and nothing is learnt from it.",
  tryOpen: "Show the sample ticket",
  tryClose: "Hide the sample ticket",
  stepDone: "(done)",
  done: "Done",
  skip: "Skip the rest",
  sample: {
    ticket: "Sample ticket",
    subject: "I cannot sign in any more",
    message: "Since this morning my password is refused. I asked for a new one, but no e-mail arrives.",
    fromYours: "From your knowledge base:",
    fromUs: "Samples of what stands here beside a ticket:",
    mark: "Sample",
    articles: [
      {
        title: "A customer gets no e-mail to reset the password",
        summary: "Check the address, the spam folder and whether the account is locked. Then send the link again.",
      },
      {
        title: "Unlock an account after too many attempts",
        summary: "When an account locks itself, how long that lasts, and who may lift it sooner.",
      },
      {
        title: "What to ask before changing a sign-in address",
        summary: "Two questions that only the owner of the account can answer.",
      },
    ],
  },
  settingsBroken: "Your settings cannot be read",
  settingsBrokenHint: "The options can repair them. Your articles and unsent flags stay on this machine.",
  updatedTo: (version: string) => `Updated to ${version}`,
  whatChanged: "What changed",
  dismiss: "Do not show this again",
  changes: {
    "0-2": [
      "Notices from your team stand beside the tickets they concern, until you have understood them.",
      "A customer’s situation brings its articles together: answer, key facts, advice and offer.",
      "The panel says what is new in the knowledge base since you last looked, and what became of your flags.",
      "Where no article fits, you can report the gap or draft the missing article from the ticket.",
      "The sidebar also speaks German and Spanish.",
    ],
  },
  shortcut: {
    openAndClose: "Open and close this panel",
    notSet: "Not set",
    notSetHint: "Another extension may have taken the keys.",
    set: "Set it in the browser",
    change: "Change it in the browser",
    changeByHand: "Change it on the browser’s page for add-ons: cogwheel, Manage Extension Shortcuts.",
  },
};

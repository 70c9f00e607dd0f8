/** Counts in session storage how often the service worker was started. */
chrome.storage.session.get({ starts: 0 }).then(({ starts }) => chrome.storage.session.set({ starts: starts + 1 }));

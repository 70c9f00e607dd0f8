/** Nothing by itself: tests evaluate in this service worker. */

document.documentElement.dataset.probe = "seen";

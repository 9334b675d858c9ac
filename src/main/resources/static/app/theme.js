// Loaded in the head, before anything is painted: chooses light or dark without a flash and says that scripts run.
(function () {
  'use strict';
  var root = document.documentElement;
  var system = window.matchMedia('(prefers-color-scheme: dark)');

  function chosen() {
    var found = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(document.cookie);
    return found ? found[1] : null;
  }

  function apply() {
    root.setAttribute('data-bs-theme', chosen() || (system.matches ? 'dark' : 'light'));
    document.dispatchEvent(new CustomEvent('theme-changed'));
  }

  root.classList.add('js');
  apply();
  system.addEventListener('change', apply);
})();

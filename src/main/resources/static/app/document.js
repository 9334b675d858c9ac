// The viewer works without this file; with it, a search lands on its hit and a link to a clause far down finds its page.
(function () {
  'use strict';
  var wanted = /^#clause-(\d+)$/.exec(location.hash);
  if (wanted && !document.getElementById(location.hash.slice(1))) {
    var query = new URLSearchParams(location.search);
    if (query.get('clause') !== wanted[1] && document.querySelector('.document-window')) {
      query.set('clause', wanted[1]);
      location.replace(location.pathname + '?' + query + location.hash);
      return;
    }
  }
  // The list of clauses marks the one that is being read, and opens the branch it stands in.
  var list = document.getElementById('document-clauses');
  function mark(id) {
    var links = list.querySelectorAll('a[href="#' + id + '"]');
    var link = links[links.length - 1]; // a clause that begins with its heading stands under it as well
    if (!link || link.hasAttribute('aria-current')) {
      return;
    }
    list.querySelectorAll('[aria-current]').forEach(function (old) { old.removeAttribute('aria-current'); });
    link.setAttribute('aria-current', 'location');
    for (var at = link.closest('details.document-below'); at; at = at.parentElement.closest('details.document-below')) {
      at.open = true;
    }
    list.scrollTop += link.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  }
  if (list && 'IntersectionObserver' in window) {
    var seen = new IntersectionObserver(function (entries) {
      entries.filter(function (entry) { return entry.isIntersecting; }).slice(0, 1)
        .forEach(function (entry) { mark(entry.target.id); });
    }, { rootMargin: '-10% 0px -75% 0px' });
    document.querySelectorAll('.document-clause[id]').forEach(function (clause) { seen.observe(clause); });
    document.addEventListener('reading-at', function (event) { mark(event.detail); });
  }
  var fold = document.querySelector('[data-fold]');
  if (fold && list) {
    var branches = list.querySelectorAll('details.document-below');
    fold.hidden = branches.length === 0;
    fold.addEventListener('click', function () {
      var open = fold.textContent === 'Open all';
      branches.forEach(function (branch) { branch.open = open; });
      fold.textContent = open ? 'Close all' : 'Open all';
    });
  }
  var current = document.querySelector('mark.hit-current');
  if (current && !location.hash) {
    current.scrollIntoView({ block: 'center' });
  }
})();

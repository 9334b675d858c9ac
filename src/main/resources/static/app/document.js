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
  var current = document.querySelector('mark.hit-current');
  if (current && !location.hash) {
    current.scrollIntoView({ block: 'center' });
  }
})();

// Single keys, only for whoever chose them on the page of their account. Everything they reach is a link or a field as well.
(function () {
  'use strict';
  var places = document.currentScript.dataset;
  var PATIENCE = 1500;
  var NO_TEXT = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;
  var leftAt = 0;

  function typesInto(target) {
    if (!(target instanceof Element)) {
      return false;
    }
    return target.closest('textarea, select, [contenteditable]:not([contenteditable="false"])') !== null
      || (target instanceof HTMLInputElement && !NO_TEXT.test(target.type));
  }

  // The links that open the rows. Focus goes to them, so that Enter, the ring and screen readers need nothing of their own.
  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll('[data-key-rows] > tbody > tr')).map(function (row) {
      return row.querySelector('a[href]');
    }).filter(Boolean);
  }

  function step(by) {
    var links = rows();
    var here = document.activeElement.closest('[data-key-rows] > tbody > tr');
    var at = links.findIndex(function (link) { return here && here.contains(link); });
    var next = at < 0 ? (by > 0 ? 0 : -1) : at + by;
    if (!links[next]) {
      return false;
    }
    links[next].focus();
    links[next].scrollIntoView({ block: 'nearest' });
    return true;
  }

  function open(address) {
    if (!address) {
      return false;
    }
    window.location.assign(address);
    return true;
  }

  function search() {
    var field = document.querySelector('main [role="search"] input[type="search"], main input[type="search"]');
    if (!field || field.offsetParent === null) {
      return open(places.search);
    }
    field.focus();
    field.select();
    return true;
  }

  var jumps = { h: 'home', r: 'register', w: 'work' };

  function act(key, jumping) {
    if (jumping && jumps[key]) {
      return open(places[jumps[key]]);
    }
    switch (key) {
      case '/': return search();
      case '?': return open(places.help);
      case 'j': return step(1);
      case 'k': return step(-1);
      default: return false;
    }
  }

  document.addEventListener('keydown', function (event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || typesInto(event.target)) {
      leftAt = 0;
      return;
    }
    if (event.key === 'Shift') {
      return;
    }
    var jumping = Date.now() - leftAt < PATIENCE;
    leftAt = event.key === 'g' && !event.repeat ? Date.now() : 0;
    if (act(event.key, jumping)) {
      event.preventDefault();
    }
  });
})();

// Stepping with buttons and keys through hits, clauses and changes. Everything it reaches is a link on the page as well.
(function () {
  'use strict';
  var OFF = /(?:^|; )reading-keys=off/;

  function all(kind) {
    return Array.prototype.slice.call(document.querySelectorAll('[data-at="' + kind + '"]'));
  }

  // Where the reader stands: the place stepped to last, or else the first one below the upper edge.
  function place(list) {
    var current = list.findIndex(function (item) { return item.classList.contains('is-current'); });
    if (current >= 0) {
      return current;
    }
    var below = list.findIndex(function (item) { return item.getBoundingClientRect().top > 96; });
    return below < 0 ? list.length : below - 0.5;
  }

  function step(kind, by) {
    var list = all(kind);
    if (!list.length) {
      return false;
    }
    var from = place(list);
    var to = by > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1;
    to = (to + list.length) % list.length;
    list.forEach(function (item) { item.classList.remove('is-current'); });
    show(list[to], kind, to, list.length);
    return true;
  }

  function show(item, kind, at, of) {
    item.classList.add('is-current');
    item.setAttribute('tabindex', '-1');
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: kind === 'clause' ? 'start' : 'center' });
    var words = document.querySelector('[data-steps="' + kind + '"] [data-step-at]');
    if (words) {
      words.textContent = '(at ' + (at + 1) + ' of ' + of + ')';
    }
    if (item.id) {
      history.replaceState(history.state, '', location.pathname + location.search + '#' + item.id);
      document.dispatchEvent(new CustomEvent('reading-at', { detail: item.id }));
    }
  }

  document.addEventListener('click', function (event) {
    var target = event.target instanceof Element ? event.target : null;
    var button = target && target.closest('[data-step]');
    var steps = button && button.closest('[data-steps]');
    if (steps) {
      step(steps.getAttribute('data-steps'), Number(button.getAttribute('data-step')));
    }
    var keys = target && target.closest('[data-keys]');
    if (keys) {
      var off = !OFF.test(document.cookie);
      document.cookie = 'reading-keys=' + (off ? 'off' : 'on') + '; Path=/; Max-Age=31536000; SameSite=Lax'
        + (location.protocol === 'https:' ? '; Secure' : '');
      label();
    }
  });

  function label() {
    document.querySelectorAll('[data-keys]').forEach(function (button) {
      button.textContent = OFF.test(document.cookie) ? 'Turn these keys on' : 'Turn these keys off';
    });
  }

  // n and N follow the link to the next hit where there are hits, j and k go from clause to clause.
  function hit(by) {
    var link = document.querySelector('.document-hits a[rel="' + (by > 0 ? 'next' : 'prev') + '"]');
    if (link) {
      link.click();
    }
    return Boolean(link);
  }

  document.addEventListener('keydown', function (event) {
    var field = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if (field || event.ctrlKey || event.altKey || event.metaKey || OFF.test(document.cookie)) {
      return;
    }
    var done = false;
    if (event.key === 'n' || event.key === 'N') {
      var by = event.key === 'n' ? 1 : -1;
      done = hit(by) || step('change', by);
    } else if (event.key === 'j' || event.key === 'k') {
      done = step('clause', event.key === 'j' ? 1 : -1);
    }
    if (done) {
      event.preventDefault();
    }
  });

  label();
})();

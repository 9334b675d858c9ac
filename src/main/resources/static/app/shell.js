// The frame of every page: menu on narrow screens, theme switch, and small helps around forms. Every page works without it.
(function () {
  'use strict';

  function menu() {
    var button = document.getElementById('frame-menu');
    var top = document.getElementById('frame-top');
    if (!button || !top) {
      return;
    }
    function show(open) {
      top.classList.toggle('is-open', open);
      button.setAttribute('aria-expanded', String(open));
    }
    button.addEventListener('click', function () {
      show(!top.classList.contains('is-open'));
    });
    top.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && top.classList.contains('is-open')) {
        show(false);
        button.focus();
      }
    });
  }

  function themeSwitch() {
    var button = document.getElementById('frame-theme');
    if (!button) {
      return;
    }
    var root = document.documentElement;
    function dark() {
      return root.getAttribute('data-bs-theme') === 'dark';
    }
    function label() {
      button.setAttribute('aria-pressed', String(dark()));
    }
    button.addEventListener('click', function () {
      var next = dark() ? 'light' : 'dark';
      var secure = location.protocol === 'https:' ? '; Secure' : '';
      document.cookie = 'theme=' + next + '; Path=/; Max-Age=31536000; SameSite=Lax' + secure;
      root.setAttribute('data-bs-theme', next);
      document.dispatchEvent(new CustomEvent('theme-changed'));
    });
    document.addEventListener('theme-changed', label);
    label();
  }

  // After a refused form the reader starts at the summary; its links land in the field, not above it.
  function errorSummary(within) {
    var summary = within.querySelector('.error-summary');
    if (summary) {
      summary.focus();
    }
  }

  document.addEventListener('click', function (event) {
    var target = event.target instanceof Element ? event.target : null;
    var link = target && target.closest('.error-summary a[href^="#"]');
    if (link) {
      var field = document.getElementById(link.getAttribute('href').slice(1));
      if (field) {
        event.preventDefault();
        field.scrollIntoView({ block: 'center' });
        field.focus();
      }
      return;
    }
    var print = target && target.closest('[data-print]');
    if (print) {
      window.print();
      return;
    }
    var copy = target && target.closest('[data-copy]');
    if (copy && navigator.clipboard) {
      var source = document.getElementById(copy.getAttribute('data-copy'));
      if (source) {
        navigator.clipboard.writeText(source.value !== undefined ? source.value : source.textContent.trim()).then(function () {
          copy.setAttribute('data-copied', 'true');
          var said = document.getElementById('frame-said');
          if (said) {
            said.textContent = 'Copied.';
          }
        });
      }
    }
  });

  // A second click must not send a form twice; the server refuses it as well.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') {
      return;
    }
    if (form.dataset.sent === 'true') {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    form.setAttribute('aria-busy', 'true');
    window.setTimeout(again, 5000);
  });
  window.addEventListener('pageshow', again);
  document.addEventListener('htmx:afterRequest', again);
  function again() {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  }

  // A part of the page could not be updated: say so where it is seen, and leave the page as it is.
  ['htmx:responseError', 'htmx:sendError'].forEach(function (name) {
    document.addEventListener(name, function () {
      var place = document.getElementById('frame-problem');
      var note = document.getElementById('frame-problem-note');
      if (place && note) {
        place.replaceChildren(note.content.cloneNode(true));
        place.scrollIntoView({ block: 'nearest' });
      }
    });
  });

  document.addEventListener('DOMContentLoaded', function () {
    menu();
    themeSwitch();
    errorSummary(document);
  });
  document.addEventListener('htmx:afterSwap', function (event) {
    errorSummary(event.target);
  });
})();

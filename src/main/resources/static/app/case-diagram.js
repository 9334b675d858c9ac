/* Draws the review procedure with the position of one case. Everything shown here is also in the list of steps below it. */
(function () {
  'use strict';

  // Below this the text of the model would be smaller than 10 px; narrower screens see a part and can move.
  var SMALLEST_READABLE = 0.72;
  var LARGEST = 2.5;
  var MARGIN = 24;
  var LOGO = 36;

  function start() {
    var box = document.getElementById('case-diagram');
    if (!box || !window.BpmnJS) {
      return;
    }
    var marks = JSON.parse(box.dataset.marks);
    var viewer = new window.BpmnJS({
      container: box,
      bpmnRenderer: {
        defaultFillColor: 'var(--diagram-fill)',
        defaultStrokeColor: 'var(--diagram-line)',
        defaultLabelColor: 'var(--diagram-text)'
      },
      textRenderer: {
        // Named, not inherited: the viewer measures the text outside of this box.
        defaultStyle: { fontFamily: window.getComputedStyle(box).fontFamily, fontSize: '15px', lineHeight: 1.15 },
        externalStyle: { fontSize: '14px', lineHeight: 1.15 }
      },
      // The wheel keeps scrolling the page; the buttons zoom.
      zoomScroll: { enabled: false }
    });
    fetch(box.dataset.model, { headers: { Accept: 'application/xml' }, credentials: 'same-origin' })
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error('HTTP ' + answer.status);
        }
        return answer.text();
      })
      .then(function (xml) {
        return viewer.importXML(xml);
      })
      .then(function () {
        describe(box);
        mark(viewer, marks);
        var view = views(viewer, box, marks);
        view.fit();
        document.querySelectorAll('[data-diagram]').forEach(function (button) {
          button.addEventListener('click', function () {
            view[button.dataset.diagram]();
          });
        });
      })
      .catch(function () {
        box.hidden = true;
        document.getElementById('case-diagram-said').textContent =
          'The diagram could not be loaded. The steps below say the same in words.';
      });
  }

  // One picture for screen readers; the steps in words are the way in for everybody else.
  function describe(box) {
    var picture = box.querySelector('svg');
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', 'Diagram of the review procedure with the position of this contract');
  }

  function mark(viewer, marks) {
    var canvas = viewer.get('canvas');
    var overlays = viewer.get('overlays');
    var elements = viewer.get('elementRegistry');
    Object.keys(marks).forEach(function (id) {
      var element = elements.get(id);
      if (!element) {
        return;
      }
      canvas.addMarker(id, 'is-' + marks[id].state);
      if (marks[id].overdue) {
        canvas.addMarker(id, 'is-overdue');
      }
      if (marks[id].badge) {
        var badge = document.createElement('div');
        badge.className = 'diagram-badge is-' + (marks[id].overdue ? 'overdue' : marks[id].state);
        badge.textContent = marks[id].badge;
        overlays.add(id, { position: { top: -20, left: 8 }, html: badge, scale: false });
      }
    });
  }

  function views(viewer, box, marks) {
    var canvas = viewer.get('canvas');
    var elements = viewer.get('elementRegistry');

    function current() {
      return Object.keys(marks).filter(function (id) {
        return marks[id].state === 'current' && elements.get(id);
      })[0];
    }

    function centre(id) {
      var shape = elements.get(id);
      var view = canvas.viewbox();
      canvas.viewbox({
        x: shape.x + shape.width / 2 - view.width / 2,
        y: shape.y + shape.height / 2 - view.height / 2,
        width: view.width,
        height: view.height
      });
    }

    function fit() {
      var inner = canvas.viewbox().inner;
      var scale = box.clientWidth / (inner.width + 2 * MARGIN);
      var readable = Math.min(1.1, Math.max(scale, SMALLEST_READABLE));
      if (scale >= SMALLEST_READABLE) {
        // The logo of bpmn.io keeps the lower right corner to itself.
        box.style.height = Math.ceil((inner.height + 2 * MARGIN) * readable + LOGO) + 'px';
        viewer.get('canvas').resized();
      }
      canvas.viewbox({
        x: inner.x - MARGIN,
        y: inner.y - MARGIN,
        width: box.clientWidth / readable,
        height: box.clientHeight / readable
      });
      if (scale < SMALLEST_READABLE && current()) {
        centre(current());
      }
    }

    function zoom(factor) {
      canvas.zoom(Math.min(LARGEST, Math.max(0.3, canvas.zoom() * factor)), 'auto');
    }

    return {
      fit: fit,
      in: function () { zoom(1.25); },
      out: function () { zoom(0.8); },
      current: function () {
        var id = current();
        if (id) {
          centre(id);
        }
      }
    };
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();

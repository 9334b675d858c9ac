// Leaving: the page is replaced in the history instead of followed by another. Also by pressing Shift three times. Nothing else here
// needs a script, and nothing is stored.
(function () {
  'use strict';
  var leave = document.getElementById('leave');
  var presses = [];

  function go() {
    document.documentElement.hidden = true;
    window.location.replace(leave.href);
  }

  leave.addEventListener('click', function (event) {
    event.preventDefault();
    go();
  });

  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Shift') {
      presses = [];
    } else if (!event.repeat) {
      presses = presses.filter(function (time) { return event.timeStamp - time < 2000; });
      presses.push(event.timeStamp);
      if (presses.length >= 3) {
        go();
      }
    }
  });
})();

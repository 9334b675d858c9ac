// Shows how far a file has come while it is sent, and keeps the chosen file when it is refused. The form works without this file.
(function () {
  'use strict';

  var GENERAL = 'The file could not be sent. Check the connection, then try again.';

  function megabytes(bytes) {
    return (bytes / 1e6).toFixed(1);
  }

  function part(form, name) {
    return form.querySelector('[data-upload="' + name + '"]');
  }

  function show(form, sent, total) {
    var all = sent >= total;
    part(form, 'state').hidden = false;
    part(form, 'bar').value = total ? sent / total : 0;
    part(form, 'words').textContent = all
      ? 'The file has arrived and is being checked…'
      : 'Sending: ' + megabytes(sent) + ' of ' + megabytes(total) + ' MB';
  }

  function rest(form) {
    part(form, 'state').hidden = true;
    form.removeAttribute('aria-busy');
    delete form.dataset.sent;
    delete form.dataset.uploading;
  }

  function refuse(form, reasons) {
    rest(form);
    var place = part(form, 'problems');
    var list = document.createElement('ul');
    reasons.forEach(function (reason) {
      var item = document.createElement('li');
      item.textContent = reason;
      list.appendChild(item);
    });
    place.querySelector('ul').replaceWith(list);
    place.className = 'error-summary';
    place.hidden = false;
    form.querySelector('input[type="file"]').setAttribute('aria-invalid', 'true');
    place.focus();
  }

  function reasonsOf(request) {
    if (request.status === 413) {
      return ['The file is larger than 50 MB. Split it, or save it with smaller pictures, and upload it again.'];
    }
    try {
      var reasons = JSON.parse(request.responseText);
      return Array.isArray(reasons) && reasons.length ? reasons : [GENERAL];
    } catch (e) {
      return [GENERAL];
    }
  }

  function send(form) {
    var request = new XMLHttpRequest();
    var arrived = false;
    request.open('POST', form.action);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.upload.addEventListener('progress', function (event) {
      show(form, event.loaded, event.total);
    });
    request.upload.addEventListener('load', function () {
      arrived = true;
    });
    request.addEventListener('load', function () {
      var place = request.getResponseHeader('Location');
      if (request.status === 201 && place) {
        location.assign(place);
        // where only the part behind # differs, the browser would not load the page again
        if (location.pathname === new URL(place, location.href).pathname) {
          location.reload();
        }
      } else {
        refuse(form, reasonsOf(request));
      }
    });
    request.addEventListener('error', function () {
      // answered by another site: the sign-in has ended, and only a page can go there
      if (arrived) {
        form.submit();
      } else {
        refuse(form, [GENERAL]);
      }
    });
    request.addEventListener('abort', function () {
      refuse(form, ['The upload was cancelled. Nothing was added.']);
    });
    part(form, 'cancel').onclick = function () {
      request.abort();
    };
    request.send(new FormData(form));
  }

  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.matches('.document-upload')) {
      return;
    }
    event.preventDefault();
    if (form.dataset.uploading) {
      return;
    }
    var input = form.querySelector('input[type="file"]');
    form.dataset.uploading = 'true';
    part(form, 'problems').hidden = true;
    input.removeAttribute('aria-invalid');
    show(form, 0, input.files[0].size || 1);
    send(form);
  });
})();

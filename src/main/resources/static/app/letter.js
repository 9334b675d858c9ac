// Signs a letter that is only counted: makes a token with BlindRsa, has it signed blind, and hands it in without cookie and name. The token
// is kept nowhere but in the field on the page.
(function () {
  'use strict';

  var place = document.getElementById('blind');
  var field = document.getElementById('blind-token');
  var said = document.getElementById('blind-said');
  if (!place) { return; }

  var key = { n: BigInt('0x' + place.dataset.n), e: BigInt('0x' + place.dataset.e) };
  var NONCE_LENGTH = 32;

  function say(words) { said.textContent = words; }

  async function reasons(response) {
    try {
      return (await response.json()).reasons.join(' ');
    } catch (e) {
      return 'That did not work. Load the page again and try once more.';
    }
  }

  // The same blinded bytes again where the answer was lost: the server signs them again, and nothing else.
  async function issue(form, blinded) {
    var body = new URLSearchParams(new FormData(form));
    body.set('version', place.dataset.version);
    body.set('blinded', BlindRsa.toHex(blinded));
    for (var left = 3; ; left--) {
      try {
        return await fetch(place.dataset.issue, { method: 'POST', body: body, redirect: 'error' });
      } catch (lost) {
        if (left === 1) { throw new Error('The answer was lost. Keep this page open and press the button again.'); }
      }
    }
  }

  // made once for this page, so that pressing again asks for the same token
  var made = null;

  async function make() {
    var words = new TextEncoder().encode(place.dataset.words);
    var message = BlindRsa.prepare(BlindRsa.concat([words, BlindRsa.random(NONCE_LENGTH)]));
    var blinding = await BlindRsa.blind(key, message);
    return { message: message, blinded: blinding.blinded, inverse: blinding.inverse };
  }

  async function get(form) {
    made = made || await make();
    var response = await issue(form, made.blinded);
    if (!response.ok) { throw new Error(await reasons(response)); }
    var blindSignature = BlindRsa.fromHex((await response.json()).blindSignature);
    var signature = await BlindRsa.finalize(key, made.message, blindSignature, made.inverse);
    field.value = BlindRsa.toHex(made.message) + '.' + BlindRsa.toHex(signature);
    document.getElementById('blind-token-field').hidden = false;
    form.hidden = true;
    field.focus();
    field.select();
    return 'Your token is in the field. Copy and keep it, then hand it in, now or another day.';
  }

  async function send(address, done) {
    // mails and paper break the long line
    var parts = field.value.replace(/\s+/g, '').toLowerCase().split('.');
    if (parts.length !== 2 || !parts.every(function (part) { return /^[0-9a-f]+$/.test(part); })) {
      throw new Error('Put your whole token into the field.');
    }
    var response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ message: parts[0], signature: parts[1] }),
      credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', cache: 'no-store'
    });
    if (!response.ok) { throw new Error(await reasons(response)); }
    return done;
  }

  // one thing at a time, and its outcome in words
  async function run(button, action) {
    button.disabled = true;
    say('One moment…');
    try {
      say(await action());
    } catch (problem) {
      say(problem.message);
    } finally {
      button.disabled = false;
    }
  }

  var form = document.getElementById('blind-get');
  if (!window.crypto || !crypto.subtle) {
    say('Your browser makes tokens over a secure connection (https) only.');
    if (form) { form.querySelector('button').disabled = true; }
    return;
  }
  if (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      run(form.querySelector('button'), function () { return get(form); });
    });
  }
  var redeem = document.getElementById('blind-redeem');
  redeem.addEventListener('click', function () {
    run(redeem, function () { return send(place.dataset.redeem, 'Your signature counts. The number on this page moves when the day is over.'); });
  });
  var withdraw = document.getElementById('blind-withdraw');
  withdraw.addEventListener('click', function () {
    run(withdraw, function () { return send(place.dataset.withdraw, 'Your signature does not count any more.'); });
  });
}());

// The signer's half of RSABSSA-SHA384-PSS-Randomized (RFC 9474), and nothing else: small enough to be read in one sitting.
// The server signs a blinded message and never sees the message; who unblinds it holds a signature that nobody can tell from
// any other. Held against the test vectors of the RFC by BlindRsaScriptTests. Numbers are BigInt, bytes are Uint8Array.
var BlindRsa = (function () {
  'use strict';

  var HASH = 'SHA-384';
  var HASH_LENGTH = 48;
  var SALT_LENGTH = 48;
  var PREFIX_LENGTH = 32;

  function concat(parts) {
    var length = parts.reduce(function (sum, part) { return sum + part.length; }, 0);
    var all = new Uint8Array(length);
    var at = 0;
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return all;
  }

  function toHex(bytes) {
    return Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
  }

  function fromHex(hex) {
    if (!/^([0-9a-f]{2})*$/.test(hex)) { throw new Error('not hexadecimal'); }
    return Uint8Array.from(hex.match(/../g) || [], function (pair) { return parseInt(pair, 16); });
  }

  // OS2IP and I2OSP of RFC 8017
  function toNumber(bytes) { return BigInt('0x' + (toHex(bytes) || '0')); }

  function toBytes(number, length) {
    var hex = number.toString(16).padStart(2 * length, '0');
    if (hex.length !== 2 * length) { throw new Error('integer too large'); }
    return fromHex(hex);
  }

  function power(base, exponent, modulus) {
    var result = 1n;
    var square = base % modulus;
    for (var rest = exponent; rest > 0n; rest >>= 1n) {
      if (rest & 1n) { result = result * square % modulus; }
      square = square * square % modulus;
    }
    return result;
  }

  // extended Euclid; null where the two share a factor
  function inverse(number, modulus) {
    var r0 = modulus, r1 = number % modulus, t0 = 0n, t1 = 1n;
    while (r1 > 0n) {
      var quotient = r0 / r1;
      var r2 = r0 - quotient * r1;
      var t2 = t0 - quotient * t1;
      r0 = r1; r1 = r2; t0 = t1; t1 = t2;
    }
    return r0 === 1n ? (t0 % modulus + modulus) % modulus : null;
  }

  function random(length) { return crypto.getRandomValues(new Uint8Array(length)); }

  // uniform in 1 to modulus - 1: draw, and draw again where the number is too large
  function randomBelow(modulus) {
    var length = Math.ceil(modulus.toString(16).length / 2);
    for (;;) {
      var number = toNumber(random(length));
      if (number > 0n && number < modulus) { return number; }
    }
  }

  async function hash(bytes) { return new Uint8Array(await crypto.subtle.digest(HASH, bytes)); }

  async function mask(seed, length) {
    var parts = [];
    for (var counter = 0; parts.length * HASH_LENGTH < length; counter++) {
      parts.push(await hash(concat([seed, toBytes(BigInt(counter), 4)])));
    }
    return concat(parts).slice(0, length);
  }

  // EMSA-PSS-ENCODE of RFC 8017 section 9.1.1, for moduli whose length is a multiple of eight bits
  async function encode(message, salt, length) {
    var digest = await hash(concat([new Uint8Array(8), await hash(message), salt]));
    var block = concat([new Uint8Array(length - SALT_LENGTH - HASH_LENGTH - 2), Uint8Array.of(1), salt]);
    var masked = (await mask(digest, block.length)).map(function (byte, i) { return byte ^ block[i]; });
    masked[0] &= 0x7f;
    return concat([masked, digest, Uint8Array.of(0xbc)]);
  }

  function lengthOf(key) { return Math.ceil(key.n.toString(16).length / 2); }

  // prefix of 32 random bytes: two people who sign the same words send different messages
  function prepare(message) { return concat([random(PREFIX_LENGTH), message]); }

  // Returns what is sent to the server, and the inverse that must never leave this page.
  async function blind(key, prepared, salt, factor) {
    var length = lengthOf(key);
    var encoded = toNumber(await encode(prepared, salt || random(SALT_LENGTH), length));
    var r = factor || randomBelow(key.n);
    var inverseOfR = inverse(r, key.n);
    if (inverseOfR === null || inverse(encoded, key.n) === null) { throw new Error('try again'); }
    return {
      blinded: toBytes(encoded * power(r, key.e, key.n) % key.n, length),
      inverse: inverseOfR
    };
  }

  // Unblinds, and accepts the result only where it is a valid signature: a server cannot mark a signer by a wrong answer.
  async function finalize(key, prepared, blindSignature, inverseOfR) {
    var length = lengthOf(key);
    if (blindSignature.length !== length) { throw new Error('the answer has the wrong length'); }
    var signature = toBytes(toNumber(blindSignature) * inverseOfR % key.n, length);
    if (!await verify(key, prepared, signature)) { throw new Error('the answer is not a valid signature'); }
    return signature;
  }

  function base64url(bytes) {
    return btoa(String.fromCharCode.apply(null, bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  // by the browser's own implementation, not by the code above
  async function verify(key, prepared, signature) {
    var e = key.e.toString(16);
    var jwk = {
      kty: 'RSA', alg: 'PS384', ext: true,
      n: base64url(toBytes(key.n, lengthOf(key))), e: base64url(fromHex(e.length % 2 ? '0' + e : e))
    };
    var algorithm = { name: 'RSA-PSS', hash: HASH };
    var imported = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
    return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: SALT_LENGTH }, imported, signature, prepared);
  }

  return {
    prepare: prepare, blind: blind, finalize: finalize, verify: verify,
    concat: concat, inverse: inverse, random: random, toHex: toHex, fromHex: fromHex
  };
}());

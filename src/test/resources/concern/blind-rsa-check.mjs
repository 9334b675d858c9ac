// node blind-rsa-check.mjs SCRIPT VECTORS: holds the script of the pages against RFC 9474 and against attempts to cheat.
import { readFileSync } from 'node:fs';

const [, , script, file] = process.argv;
const BlindRsa = new Function(readFileSync(script, 'utf8') + '\nreturn BlindRsa;')();
const vectors = JSON.parse(readFileSync(file, 'utf8'));
const number = (hex) => BigInt('0x' + hex);
const key = { n: number(vectors.n), e: number(vectors.e) };
const modulus = number(vectors.p) * number(vectors.q);
const phi = (number(vectors.p) - 1n) * (number(vectors.q) - 1n);
const d = BlindRsa.inverse(key.e, phi);
const bytes = BlindRsa.fromHex;
const hex = BlindRsa.toHex;

function sign(blinded) {
  let result = 1n, square = number(hex(blinded)), rest = d;
  for (; rest > 0n; rest >>= 1n) { if (rest & 1n) result = result * square % key.n; square = square * square % key.n; }
  return bytes(result.toString(16).padStart(vectors.n.length, '0'));
}

function check(what, holds) {
  if (!holds) { console.error('FAILED: ' + what); process.exit(1); }
  console.log('ok: ' + what);
}

async function refused(action) {
  try { await action(); return false; } catch (expected) { return true; }
}

check('p times q is n', modulus === key.n);
const inv = number(vectors.inv);
const r = BlindRsa.inverse(inv, key.n);

const deterministic = vectors.deterministic;
const message = bytes(vectors.msg);
const one = await BlindRsa.blind(key, message, bytes(vectors.salt), r);
check('blinded message of A.3', hex(one.blinded) === deterministic.blinded);
check('inverse of A.3', one.inverse === inv);
check('signature of A.3', hex(await BlindRsa.finalize(key, message, bytes(deterministic.blindSignature), inv)) === deterministic.signature);

const prepared = BlindRsa.concat([bytes(vectors.randomized.prefix), message]);
const two = await BlindRsa.blind(key, prepared, bytes(vectors.salt), r);
check('signature of A.1', hex(await BlindRsa.finalize(key, prepared, sign(two.blinded), two.inverse)) === vectors.randomized.signature);

const own = BlindRsa.prepare(message);
const first = await BlindRsa.blind(key, own);
const second = await BlindRsa.blind(key, own);
check('the same message is blinded differently each time', hex(first.blinded) !== hex(second.blinded));
check('a fresh signature is valid', (await BlindRsa.finalize(key, own, sign(first.blinded), first.inverse)).length === 512);
check('the answer to another request is refused', await refused(() => BlindRsa.finalize(key, own, sign(first.blinded), second.inverse)));
check('an answer of the wrong length is refused', await refused(() => BlindRsa.finalize(key, own, bytes('00'), first.inverse)));
check('another message is refused', await refused(() => BlindRsa.finalize(key, message, sign(first.blinded), first.inverse)));
check('text that is not hexadecimal is refused', await refused(async () => bytes('zz')));

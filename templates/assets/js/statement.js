// What a certificate states, as a text that fits into a link, and the code that belongs to it.
// Pure: tests/certificate asks these in Node, and Python's hashlib.
"use strict";
(() => {
  const minicourse = globalThis.minicourse = globalThis.minicourse || {};

  // ---- SHA-256 (FIPS 180-4) -------------------------------------------------------------------------------------

  // `crypto.subtle` is missing on plain http and on some disks, and a certificate must come out the same everywhere.
  const ROUNDS = `428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc372be5d74
80deb1fe9bdc06a7c19bf174e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da983e5152a831c66db00327c8bf597fc7
c6e00bf3d5a7914706ca63511429296727b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85a2bfe8a1a81a664bc24b8b70
c76c51a3d192e819d6990624f40e3585106aa07019a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3748f82ee78a5636f
84c878148cc7020890befffaa4506cebbef9a3f7c67178f2`.replace(/\s/g, "").match(/.{8}/g).map((word) => parseInt(word, 16));
  const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
  const turned = (word, by) => (word >>> by) | (word << (32 - by));

  const block = (state, w) => {
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      if (i > 15) {
        const [x, y] = [w[i - 15], w[i - 2]];
        w[i] = (w[i - 16] + w[i - 7] + (turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)) + (turned(y, 17) ^ turned(y, 19) ^ (y >>> 10))) | 0;
      }
      const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i];
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
  };

  // The digest of a text in UTF-8, as 64 hexadecimal digits.
  const sha256 = minicourse.sha256 = (text) => {
    const bytes = new TextEncoder().encode(text);
    const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) * 64));
    bytes.forEach((byte, i) => padded.setUint8(i, byte));
    padded.setUint8(bytes.length, 0x80);
    padded.setUint32(padded.byteLength - 4, bytes.length * 8);
    let state = START;
    for (let at = 0; at < padded.byteLength; at += 64) {
      state = block(state, Array.from({ length: 16 }, (_, i) => padded.getInt32(at + 4 * i)));
    }
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  };

  // ---- the code -------------------------------------------------------------------------------------------------

  // Sixty bits in Crockford's base 32, which has no I, L, O and U: `7K3M-0QZD-X8P2`. It finds slips and changes made in
  // passing; who wants to forge a certificate finds all it takes in this file.
  const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const codeOf = (text) => {
    const bits = BigInt(`0x${sha256(text).slice(0, 15)}`);
    const symbols = Array.from({ length: 12 }, (_, i) => SYMBOLS[Number((bits >> BigInt(55 - 5 * i)) & 31n)]);
    return symbols.join("").match(/.{4}/g).join("-");
  };
  // As it may be read and typed from paper: small letters, spaces, O for 0, I and L for 1.
  const plain = (code) => code.toUpperCase().replace(/[OIL]/g, (letter) => (letter === "O" ? "0" : "1")).replace(/[^0-9A-Z]/g, "");
  minicourse.sameCode = (one, other) => plain(one) === plain(other);

  // ---- the statement --------------------------------------------------------------------------------------------

  const MOST = 100;
  // A name in any script: a line of text without what can't be seen or turns the direction of what follows. What is left
  // when that is away may be composed; where nothing is to be seen, there is no name.
  const nameOf = minicourse.nameOf = (name) => [...name
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (found) => (/\s/.test(found) ? " " : ""))
    .normalize("NFC").replace(/\s+/g, " ").trim()].slice(0, MOST).join("").trim().replace(/^[\p{DI}\s]*$/u, "");

  const FORMAT = 1;
  // { course, version, name, date, minutes, tests: [[name, per cent]], results: [[name, right, total]] } as a text.
  const textOf = ({ course, version, name, date, minutes, tests, results }) => (
    JSON.stringify([FORMAT, course, version, name, date, minutes, tests.flat(), results.flat()])
  );
  const rows = (list, width) => Array.from({ length: list.length / width }, (_, i) => list.slice(width * i, width * (i + 1)));
  const isText = (value, most) => typeof value === "string" && value.length <= most;
  const isCount = (value) => Number.isInteger(value) && value >= 0 && value < 1e6;
  const isTable = (list, width) => Array.isArray(list) && list.length % width === 0 && list.length <= 60 * width
    && list.every((value, i) => (i % width ? isCount(value) : isText(value, 300)));
  const isDate = (value) => isText(value, 10) && /^\d{4}-\d\d-\d\d$/.test(value)
    && new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) === value;

  const read = (text) => {
    const [format, course, version, name, date, minutes, tests, results] = JSON.parse(text);
    const sound = format === FORMAT && isText(course, 300) && isText(version, 5000) && isText(name, 2 * MOST)
      && name && nameOf(name) === name && isDate(date) && isCount(minutes) && isTable(tests, 2) && isTable(results, 3);
    return sound ? { course, version, name, date, minutes, tests: rows(tests, 2), results: rows(results, 3) } : null;
  };

  // How both pages say a day and a length, in the course's language.
  minicourse.dayIn = (language, date) => (
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date))
  );
  minicourse.lengthIn = (language, minutes) => {
    const [unit, value] = minutes < 90 ? ["minute", minutes] : ["hour", Math.round(minutes / 60)];
    return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value);
  };

  // The code of a statement, and what stands behind the `#` of its link.
  minicourse.sealed = (statement) => {
    const text = textOf(statement);
    const code = codeOf(text);
    const bytes = String.fromCharCode(...new TextEncoder().encode(text));
    const packed = btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
    return { code, packed: `${packed}.${plain(code)}` };
  };

  // What a link, or its end, states: { statement, code, fits }, the code worked out anew, and whether the link has the
  // same. Null for what no certificate has.
  minicourse.opened = (link) => {
    const [, packed, given] = /^(?:.*#)?\s*([\w-]{20,9000})\.([0-9a-z-]{1,30})\s*$/is.exec(link) || [];
    if (!packed) return null;
    try {
      const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      const statement = read(text);
      const code = codeOf(text);
      return statement && { statement, code, fits: minicourse.sameCode(code, given) };
    } catch {
      return null;
    }
  };
})();

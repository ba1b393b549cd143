'use strict';

/** Cookies of a request by name; the first of a name counts, as browsers send the closest first. */
function readCookies(header = '') {
  const cookies = new Map();
  for (const pair of header.slice(0, 8192).split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/** A first-party cookie; an empty value takes it away. `days` absent: until the browser closes. */
function cookie(name, value, { days, httpOnly = true } = {}) {
  const age = value === '' ? '; Max-Age=0' : days ? `; Max-Age=${days * 86_400}` : '';
  return `${name}=${value}; Path=/; SameSite=Lax${httpOnly ? '; HttpOnly' : ''}${age}`;
}

module.exports = { readCookies, cookie };

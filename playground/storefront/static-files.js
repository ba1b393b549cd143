'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');

/** The only files of the shop itself; read once, so that no path of a request ever reaches the disk. */
const FILES = new Map(
  [
    ['/style.css', 'text/css; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
  ].map(([name, type]) => [name, { type, content: readFileSync(path.join(__dirname, 'public', name)) }]),
);

/** Sends one of them; false when the path is none. */
function sendFile(name, { method }, response) {
  const file = FILES.get(name);
  if (!file) return false;
  response.writeHead(200, { 'content-type': file.type, 'cache-control': 'public, max-age=300' });
  response.end(method === 'HEAD' ? undefined : file.content);
  return true;
}

module.exports = { sendFile };

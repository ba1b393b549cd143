'use strict';

const LIMIT = 4096;

/** The fields of an ordinary form. What is longer than our forms can be is read to its end and left out. */
async function readForm(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) if (text.length <= LIMIT) text += chunk;
  return new URLSearchParams(text.length > LIMIT ? '' : text);
}

module.exports = { readForm };

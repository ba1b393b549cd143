// People who visit the shop before its screenshots are taken, so that the results show something.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './demo-app.mjs';

const { BROWSER, SWITCHER } = createRequire(path.join(ROOT, 'package.json'))(
  './playground/storefront/visit.js',
);

export const BROWSER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Ids by number: the same people in every run, and so the same draws and the same numbers. */
const browserNumber = (number) => `5c1ee000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const VISITS = [
  { name: 'television-reader', people: 60, clicksEvery: 3 },
  { name: 'hiker', people: 40, clicksEvery: 4 },
  { name: 'campaign-visitor', people: 30, clicksEvery: 5 },
  { name: 'stranger', people: 20, clicksEvery: 0 },
  { name: 'returning-customer', people: 24, clicksEvery: 0, page: '/en/products/aurora-55', ordersEvery: 4 },
];

/** Each opens a page; some follow what they are offered, some order. All over HTTP, as browsers do. */
export async function letPeopleVisit({ storefront }) {
  let number = 0;
  for (const { name, people, clicksEvery, page = '/en/', ordersEvery } of VISITS) {
    for (let index = 0; index < people; index += 1) {
      const ask = asking(storefront, name, browserNumber((number += 1)));
      const html = await ask('GET', page);
      // The link in the hero; it leads by way of the shop's counter.
      const link = html.split('class="hero-offer"')[1]?.split('href="')[1]?.split('"')[0];
      if (clicksEvery && index % clicksEvery === 0 && link) await ask('GET', link.replaceAll('&amp;', '&'));
      if (ordersEvery && index % ordersEvery === 0) await ask('POST', `${page}/order`);
    }
  }
}

/** An id of somebody who is not in the control group, so that the picture shows what the name says. */
export async function browserOf({ storefront }, name) {
  for (let number = 1000; number < 1200; number += 1) {
    const browser = browserNumber(number);
    const html = await asking(storefront, name, browser)('GET', '/en/', { 'sec-purpose': 'prefetch' });
    if (!html.includes('data-reason="holdout"')) return browser;
  }
  throw new Error(`Everybody who looks like a ${name} is in the control group.`);
}

/** What the switcher and the shop have stored in that browser. */
export const cookiesOf = (url, name, browser) =>
  [
    [SWITCHER, name],
    [BROWSER, browser],
  ].map(([cookie, value]) => ({ name: cookie, value, url }));

function asking(url, name, browser) {
  return async (method, target, headers = {}) => {
    const answer = await fetch(url + target, {
      method,
      redirect: 'manual',
      headers: {
        'user-agent': BROWSER_AGENT,
        cookie: `${SWITCHER}=${name}; ${BROWSER}=${browser}`,
        ...headers,
      },
    });
    if (answer.status >= 400) throw new Error(`${method} ${target} answered ${answer.status}.`);
    return answer.text();
  };
}

'use strict';

/**
 * What all illustrations are drawn with: a 1200 x 675 sheet, one palette, a few shapes, and things that
 * stand in more than one picture.
 */
const ink = '#1f3a4d';
const sand = '#f3e9dc';
const sun = '#f4b942';
const coral = '#e8735a';
const leaf = '#5b8c5a';
const mist = '#cfe0e6';
const white = '#ffffff';

const rect = (x, y, w, h, fill, r = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
const circle = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const shape = (d, fill) => `<path d="${d}" fill="${fill}"/>`;
/** A line; `dash` as in SVG. */
const line = (d, stroke, width, dash = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="${dash}"/>`;
const sheet = (fill) => rect(0, 0, 1200, 675, fill);
const floor = (fill, y = 540) => rect(0, y, 1200, 675 - y, fill);

/** A sheet that runs from one colour at the top to another at the bottom. */
const sky = (from, to) =>
  `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>` +
  sheet('url(#sky)');
/** Parts moved, turned and scaled together. */
const at = (x, y, scale, ...parts) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${parts.join('')}</g>`;
const turned = (x, y, angle, ...parts) =>
  `<g transform="translate(${x} ${y}) rotate(${angle})">${parts.join('')}</g>`;
const ring = (x, y, r, stroke, width) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
const glow = (x, y, r, fill, opacity = 0.25) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" opacity="${opacity}"/>`;
const shade = (x, y, rx, ry = rx / 9) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${ink}" opacity="0.14"/>`;

const wood = '#8a5a3c';
const darkWood = '#6f472f';
const steel = '#8ea4ae';
const water = '#7fb2c4';
const night = '#12212c';

/** A pot plant, standing on (x, y). */
const plant = (x, y, pot = coral) =>
  shape(
    `M${x} ${y - 70}q-90 -40 -80 -150q70 20 80 120q-10 -120 40 -170q50 90 -10 180q60 -60 110 -50q-20 80 -100 90z`,
    leaf,
  ) + shape(`M${x - 60} ${y - 76}h130l-18 76h-94z`, pot);
/** A cup, its top left corner at (x, y). */
const cup = (x, y, fill, scale = 1) =>
  at(
    x,
    y,
    scale,
    ring(186, 50, 34, fill, 18),
    shape('M0 0h180v60a80 80 0 0 1 -80 80h-20a80 80 0 0 1 -80 -80z', fill),
    rect(-30, 146, 240, 16, '#ffffff', 8),
  );
const steam = (x, y) =>
  [0, 50, 100].map((dx) => line(`M${x + dx} ${y}q-26 -36 0 -72t0 -72`, '#ffffff', 9)).join('');
/** A window with a view, cross bars and a sill. */
const pane = (x, y, w, h, view) =>
  rect(x - 16, y - 16, w + 32, h + 32, '#ffffff', 8) +
  `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="0 0 300 300" preserveAspectRatio="xMidYMid slice">${view}</svg>` +
  rect(x + w / 2 - 6, y, 12, h, '#ffffff') +
  rect(x - 34, y + h + 10, w + 68, 20, '#ffffff', 6);

const television = (x, y, w, picture) => {
  const h = Math.round(w * 0.58);
  return (
    rect(x, y, w, h, ink, 14) +
    `<svg x="${x + 14}" y="${y + 14}" width="${w - 28}" height="${h - 28}" viewBox="0 0 100 56" preserveAspectRatio="none">${picture}</svg>` +
    rect(x + w / 2 - 16, y + h, 32, 28, ink) +
    rect(x + w / 2 - 90, y + h + 26, 180, 12, ink, 6)
  );
};
const dunes =
  rect(0, 0, 100, 56, '#23506b') + circle(72, 18, 9, sun) + shape('M0 56V38Q25 22 52 38T100 34V56Z', coral);
const screwdriver = (x, y, angle) =>
  `<g transform="translate(${x} ${y}) rotate(${angle})">${rect(-16, -150, 32, 120, coral, 12)}${rect(-6, -32, 12, 130, '#8ea4ae', 3)}</g>`;

/** A scene: alternative text, file format, drawing. */
const scene = (alt, format, ...parts) => ({ alt, format, svg: parts.join('') });

module.exports = {
  ink,
  sand,
  sun,
  coral,
  leaf,
  mist,
  white,
  wood,
  darkWood,
  steel,
  water,
  night,
  rect,
  circle,
  ring,
  shape,
  line,
  sheet,
  sky,
  floor,
  at,
  turned,
  glow,
  shade,
  plant,
  cup,
  steam,
  pane,
  screwdriver,
  television,
  dunes,
  scene,
};

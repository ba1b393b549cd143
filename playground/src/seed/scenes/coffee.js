'use strict';

const {
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
  rect,
  circle,
  ring,
  shape,
  line,
  sheet,
  sky,
  floor,
  glow,
  shade,
  cup,
  steam,
  plant,
  pane,
  scene,
} = require('./shapes');

const press = (x, y, fill) =>
  shade(x + 100, y + 340, 170) +
  line(`M${x + 200} ${y + 110}h50q30 0 30 36v70q0 36 -30 36h-50`, ink, 20) +
  rect(x, y + 70, 200, 270, fill, 18) +
  rect(x - 10, y + 46, 220, 36, ink, 12) +
  rect(x + 94, y - 50, 12, 100, steel) +
  circle(x + 100, y - 62, 26, ink) +
  rect(x + 24, y + 110, 18, 190, white, 9);

const beans = (points) =>
  points
    .map(
      ([x, y, angle]) =>
        `<g transform="translate(${x} ${y}) rotate(${angle})"><ellipse rx="30" ry="20" fill="${darkWood}"/><path d="M-26 0q26 -14 52 0" fill="none" stroke="${sand}" stroke-width="4"/></g>`,
    )
    .join('');

/** Coffee. */
module.exports = {
  'coffee-table': scene(
    'Two cups of coffee and a press on a table by a window',
    'jpg',
    sky('#fbe9d0', '#f7d9b0'),
    pane(
      120,
      70,
      300,
      300,
      rect(0, 0, 300, 300, mist) +
        circle(200, 110, 50, sun) +
        shape('M0 240Q80 180 160 220T300 190V300H0Z', leaf),
    ),
    floor(wood, 500),
    rect(0, 500, 1200, 18, darkWood),
    press(760, 160, coral),
    cup(480, 360, white),
    cup(250, 400, sun, 0.8),
    steam(520, 330),
    beans([
      [1040, 540, 20],
      [1090, 566, -30],
      [1010, 580, 70],
    ]),
  ),
  'french-press': scene(
    'The Morgen coffee press',
    'jpg',
    sheet('#f6ece0'),
    circle(600, 330, 270, white),
    press(500, 170, steel),
    beans([
      [360, 540, 10],
      [410, 562, 60],
      [830, 548, -20],
      [878, 530, 40],
    ]),
  ),
  'coffee-grinder': scene(
    'The Korn hand grinder beside a heap of coffee beans',
    'png',
    sheet('#e9efe6'),
    circle(600, 330, 270, '#f7faf5'),
    shade(600, 560, 260),
    rect(510, 240, 180, 300, ink, 30),
    rect(510, 350, 180, 24, sun),
    shape('M520 240q80 -80 160 0z', steel),
    rect(592, 130, 16, 80, steel),
    line('M600 136h170', steel, 16),
    circle(780, 150, 30, coral),
    beans([
      [420, 545, 15],
      [470, 560, -40],
      [390, 570, 70],
      [760, 560, 20],
      [800, 540, -30],
      [440, 520, 50],
    ]),
  ),
  'espresso-machine': scene(
    'The Dampf 2 espresso machine with a small cup under its spout',
    'jpg',
    sheet('#f3ddd3'),
    floor('#c9a58c', 560),
    shade(600, 572, 330),
    rect(360, 150, 480, 110, coral, 24),
    rect(360, 200, 150, 360, coral, 16),
    rect(360, 500, 480, 62, ink, 12),
    rect(500, 260, 340, 240, '#b8503c'),
    rect(620, 260, 100, 46, steel, 8),
    line('M720 284h110', ink, 22),
    line('M640 306v24M700 306v24', steel, 12),
    cup(626, 390, white, 0.5),
    circle(436, 330, 44, sand) + line('M436 330l20 -26', ink, 8),
    line('M800 262v90q0 30 24 30', steel, 12),
    circle(600, 204, 14, sun) + circle(650, 204, 14, leaf),
    steam(640, 380),
  ),
  roastery: scene(
    'A coffee roaster with a turning drum at dawn',
    'jpg',
    sky('#2e4a5e', '#c98d6b'),
    pane(
      820,
      90,
      260,
      240,
      rect(0, 0, 300, 300, '#f0b58a') + circle(150, 210, 60, sun) + shape('M0 240h300v60H0z', '#54707d'),
    ),
    floor(darkWood, 560),
    rect(210, 240, 420, 210, ink, 40),
    circle(300, 345, 96, steel) + circle(300, 345, 66, darkWood) + ring(300, 345, 40, sun, 6),
    shape('M380 150h190l-50 90h-90z', steel),
    rect(250, 450, 40, 110, ink) + rect(550, 450, 40, 110, ink),
    `<ellipse cx="740" cy="520" rx="150" ry="34" fill="${steel}"/><ellipse cx="740" cy="512" rx="126" ry="24" fill="${darkWood}"/>`,
    line('M600 240V110h-60', steel, 26),
    glow(300, 345, 150, sun, 0.18),
    beans([
      [690, 508, 20],
      [740, 516, -10],
      [790, 506, 40],
    ]),
  ),
  'sunrise-kitchen': scene(
    'A kitchen table at sunrise with a cup, a bicycle key and a notebook',
    'jpg',
    sky('#f9c7a1', '#fbe6c4'),
    pane(
      420,
      60,
      360,
      320,
      rect(0, 0, 300, 300, '#f7a072') +
        circle(150, 190, 64, '#fff1b8') +
        shape('M0 210Q90 160 170 200T300 180V300H0Z', '#7a8f6b') +
        shape('M0 250Q120 220 300 250V300H0Z', leaf),
    ),
    floor(wood, 490),
    rect(0, 490, 1200, 16, darkWood),
    glow(600, 260, 330, '#fff1b8', 0.25),
    cup(270, 350, white),
    steam(310, 320),
    `<g transform="translate(640 520) rotate(-6)">${rect(0, 0, 240, 110, ink, 8)}${rect(12, 10, 216, 90, sand, 4)}${line('M36 36h150M36 58h120', steel, 5)}</g>`,
    ring(980, 560, 26, sun, 10) + line('M1006 560h70v18M1050 560v14', sun, 10),
    plant(1060, 490, water),
  ),
};

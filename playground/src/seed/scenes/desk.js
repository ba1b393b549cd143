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
  night,
  rect,
  circle,
  shape,
  line,
  sheet,
  sky,
  floor,
  at,
  glow,
  shade,
  plant,
  cup,
  pane,
  scene,
} = require('./shapes');

const laptop = (x, y) =>
  rect(x, y, 240, 150, ink, 12) +
  rect(x + 12, y + 12, 216, 122, mist, 4) +
  line(`M${x + 36} ${y + 46}h120M${x + 36} ${y + 74}h160M${x + 36} ${y + 102}h90`, water, 8) +
  rect(x - 30, y + 150, 300, 16, steel, 8);
const lamp = (x, y, fill) =>
  rect(x - 70, y - 14, 140, 16, ink, 8) +
  line(`M${x} ${y - 14}L${x - 60} ${y - 190}L${x + 90} ${y - 300}`, ink, 12) +
  shape(`M${x + 60} ${y - 340}l96 40l-34 84l-120 -46z`, fill);
const tree =
  rect(0, 0, 300, 300, '#d4e8ee') +
  circle(150, 130, 86, leaf) +
  rect(140, 180, 20, 120, wood) +
  circle(238, 54, 28, sun);

/** Working at home. */
module.exports = {
  'desk-window': scene(
    'A desk sideways to a window, with a laptop on books and a plant',
    'jpg',
    sheet('#f2eadf'),
    pane(120, 90, 330, 330, tree),
    floor('#d3bd9d', 570),
    rect(420, 420, 680, 26, wood, 6) + rect(470, 446, 22, 180, darkWood) + rect(1030, 446, 22, 180, darkWood),
    rect(640, 380, 250, 20, coral, 4) + rect(650, 400, 240, 20, water, 4),
    laptop(650, 214),
    cup(940, 340, white, 0.5),
    plant(540, 420, sun),
    glow(290, 260, 300, white, 0.18),
  ),
  'standing-desk': scene(
    'The Werk 140 desk with its crank',
    'png',
    sheet('#e7eee9'),
    circle(600, 320, 280, '#f7fbf8'),
    shade(600, 590, 340),
    rect(270, 270, 660, 34, wood, 8),
    rect(360, 304, 34, 270, ink) + rect(806, 304, 34, 270, ink),
    rect(300, 566, 154, 20, ink, 8) + rect(746, 566, 154, 20, ink, 8),
    line('M840 330h80v40', steel, 12) + circle(920, 384, 16, coral),
    laptop(470, 104),
  ),
  'office-chair': scene(
    'The Sitz 3 office chair',
    'jpg',
    sheet('#f1e4d8'),
    circle(600, 320, 280, '#fbf4ec'),
    shade(600, 590, 240),
    rect(480, 110, 240, 230, coral, 60),
    rect(586, 330, 28, 60, ink),
    rect(450, 380, 300, 64, coral, 30),
    line('M450 400h-40v-80M750 400h40v-80', ink, 16),
    rect(384, 300, 70, 20, ink, 10) + rect(746, 300, 70, 20, ink, 10),
    rect(588, 444, 24, 80, steel),
    line('M600 530L450 566M600 530L750 566M600 530V570', ink, 18),
    [450, 600, 750].map((x) => circle(x, 582, 16, ink)).join(''),
  ),
  'evening-lamp': scene(
    'A desk lamp lights a page while it grows dark outside',
    'jpg',
    sky('#2a3550', '#584766'),
    pane(
      740,
      80,
      300,
      280,
      rect(0, 0, 300, 300, '#1d2740') +
        circle(220, 70, 26, '#f7e6b5') +
        [40, 90, 150, 200].map((x, i) => rect(x, 190 - i * 14, 44, 160, '#33415f')).join('') +
        [52, 104, 164].map((x) => rect(x, 220, 14, 16, sun)).join(''),
    ),
    floor(darkWood, 500),
    shape('M430 236L250 520h470z', 'rgba(244,185,66,0.32)'),
    lamp(300, 512, sun),
    `<g transform="translate(400 530) rotate(-4)">${rect(0, 0, 260, 90, sand, 4)}${line('M30 26h180M30 48h140M30 68h160', steel, 5)}</g>`,
    cup(760, 410, coral, 0.6),
  ),
  'desk-lamp': scene(
    'The Mittag desk lamp',
    'png',
    sheet('#fdf3d9'),
    circle(600, 320, 280, '#fffaf0'),
    glow(660, 300, 150, sun, 0.3),
    shade(560, 590, 200),
    lamp(560, 580, coral),
    circle(676, 330, 22, sun),
  ),
  'evening-walk': scene(
    'A person walking round the block under street lamps',
    'jpg',
    sky('#3d4f77', '#e39a72'),
    [0, 1, 2, 3, 4]
      .map((i) =>
        rect(
          i * 250 - 40,
          200 + ((i * 53) % 90),
          240,
          400,
          ['#4a5578', '#3f4a6b', '#55607f', '#444f70', '#4d5879'][i],
        ),
      )
      .join(''),
    [0, 1, 2, 3, 4, 5, 6]
      .map((i) => rect(30 + i * 168, 320 + ((i * 61) % 80), 40, 50, i % 3 ? sun : '#2f3a58', 3))
      .join(''),
    floor('#5b4f5f', 540),
    [250, 950]
      .map(
        (x) =>
          rect(x, 210, 12, 350, night) + circle(x + 6, 206, 28, '#fff1b8') + glow(x + 6, 206, 110, sun, 0.25),
      )
      .join(''),
    at(
      600,
      330,
      1,
      circle(0, 0, 34, '#d9a583'),
      rect(-40, 38, 80, 130, coral, 30),
      line('M-14 160l-40 90M14 160l44 84', night, 26),
      line('M-36 70l-44 60M36 70l40 60', coral, 20),
    ),
    shade(606, 586, 120, 10),
  ),
};

'use strict';

const {
  ink,
  sand,
  sun,
  coral,
  leaf,
  mist,
  white,
  rect,
  circle,
  shape,
  line,
  sheet,
  floor,
  television,
  dunes,
  screwdriver,
  scene,
} = require('./shapes');

const dark = rect(0, 0, 100, 56, '#12212c');
const stripes =
  rect(0, 0, 100, 56, '#23506b') +
  [12, 17, 41, 44, 63, 78, 81].map((x, i) => rect(x, 0, 1.6, 56, [coral, leaf, sun, white][i % 4])).join('');

const board = (x, y) =>
  rect(x, y, 240, 150, leaf, 8) +
  rect(x + 24, y + 26, 70, 50, ink, 4) +
  [0, 1, 2, 3].map((i) => circle(x + 130 + i * 26, y + 44, 9, sun)).join('') +
  line(`M${x + 30} ${y + 112}H${x + 150}L${x + 180} ${y + 84}H${x + 215}`, sun, 5);

const machine = (x, y) =>
  rect(x, y, 320, 400, white, 20) +
  rect(x, y, 320, 76, mist, 20) +
  circle(x + 264, y + 38, 20, ink) +
  rect(x + 28, y + 24, 92, 28, white, 6) +
  circle(x + 160, y + 236, 118, ink) +
  circle(x + 160, y + 236, 94, '#7fb2c4') +
  shape(
    `M${x + 68} ${y + 250}Q${x + 114} ${y + 214} ${x + 160} ${y + 250}T${x + 252} ${y + 250}A94 94 0 0 1 ${x + 68} ${y + 250}Z`,
    coral,
  );

const boot = (x, y, fill) =>
  shape(`M${x} ${y}h120v120q70 10 120 54q16 14 16 46h-256z`, fill) +
  rect(x - 8, y + 216, 272, 34, ink, 10) +
  [28, 58, 88].map((dy) => line(`M${x + 66} ${y + dy}h54`, sand, 8)).join('') +
  rect(x - 4, y - 14, 128, 26, sun, 10);
const lowShoe = (x, y, fill) =>
  shape(`M${x} ${y}q50 30 104 0l76 70q84 14 112 46q10 14 8 38h-300z`, fill) +
  rect(x - 6, y + 148, 316, 30, ink, 14) +
  [0, 1, 2].map((i) => line(`M${x + 112 + i * 26} ${y + 24 + i * 22}l-30 26`, sand, 8)).join('');

const hills =
  shape('M0 470L230 210L380 380L560 150L820 470L960 330L1200 520V675H0Z', '#8fb0bd') +
  shape('M560 150L620 226L566 214L520 236L500 228Z', white) +
  shape('M0 540Q300 440 620 540T1200 500V675H0Z', leaf) +
  line('M470 675Q620 620 560 570T600 508', sand, 16);

/** Television, hiking and washing. */
module.exports = {
  shopfront: scene(
    'A small shop with a striped awning and two windows',
    'png',
    sheet(mist),
    floor('#b9a88f', 560),
    rect(250, 150, 700, 410, sand, 10),
    rect(310, 290, 220, 200, '#7fb2c4', 6),
    rect(670, 290, 220, 200, '#7fb2c4', 6),
    rect(555, 290, 90, 270, ink, 6),
    [0, 1, 2, 3, 4, 5, 6].map((i) => rect(250 + i * 100, 190, 100, 70, i % 2 ? white : coral)).join(''),
    television(345, 360, 150, dunes),
    `<g transform="translate(690 390) scale(0.58)">${lowShoe(0, 0, sun)}</g>`,
  ),
  'living-room': scene(
    'A living room with a television on a low board and a floor lamp',
    'jpg',
    sheet(sand),
    floor('#d9c3a5'),
    rect(300, 470, 600, 90, '#8a5a3c', 8),
    television(380, 170, 440, dunes),
    line('M1010 560V260', ink, 10),
    shape('M940 260h140l-34 -110h-72z', sun),
    circle(180, 470, 60, leaf),
    rect(150, 500, 60, 70, coral, 8),
  ),
  'television-aurora': scene(
    'The Aurora 55 television',
    'png',
    sheet('#e4edf0'),
    circle(600, 320, 290, white),
    television(280, 120, 640, dunes),
  ),
  'television-lumen': scene(
    'The Lumen 43 television on a kitchen shelf',
    'webp',
    sheet('#fbf3e4'),
    rect(200, 480, 800, 26, '#8a5a3c', 6),
    television(380, 190, 420, rect(0, 0, 100, 56, sun) + circle(50, 28, 14, coral)),
    rect(230, 400, 60, 80, leaf, 10),
    rect(890, 380, 70, 100, mist, 30),
  ),
  'television-repair': scene(
    'A dark television, a circuit board and a screwdriver',
    'jpg',
    sheet('#dfe7e3'),
    floor('#a98467'),
    television(160, 140, 520, dark),
    board(770, 360),
    screwdriver(960, 260, 38),
  ),
  'television-stripes': scene(
    'A television with coloured vertical stripes on its screen',
    'png',
    sheet('#e9e2d6'),
    floor('#c2ab8c'),
    television(320, 130, 560, stripes),
  ),
  workbench: scene(
    'A workbench with a board, a lamp and two screwdrivers',
    'jpg',
    sheet('#eadfcd'),
    rect(120, 460, 960, 40, '#8a5a3c', 6),
    rect(180, 500, 40, 175, '#6f472f'),
    rect(980, 500, 40, 175, '#6f472f'),
    board(300, 308),
    screwdriver(680, 330, 90),
    screwdriver(700, 400, 90),
    line('M900 460V250L820 170', ink, 10),
    shape('M760 150l90 -40l34 74l-90 40z', sun),
  ),
  'repair-set': scene(
    'A roll of tools for repairing electronics',
    'png',
    sheet('#f2ede4'),
    rect(180, 180, 840, 330, ink, 24),
    [0, 1, 2, 3, 4, 5].map((i) => screwdriver(280 + i * 126, 360, 0)).join(''),
    rect(180, 380, 840, 60, '#2f5a74'),
  ),
  mountains: scene(
    'A path towards snowy mountains',
    'jpg',
    sheet('#d7e8ee'),
    circle(960, 140, 70, sun),
    hills,
  ),
  'hiking-boots': scene(
    'A pair of leather hiking boots',
    'png',
    sheet('#eef1e4'),
    floor('#b7c49a', 500),
    boot(250, 280, '#8a5a3c'),
    boot(640, 310, '#a06a48'),
  ),
  'trail-shoe': scene(
    'A light hiking shoe on a path',
    'webp',
    sheet('#e6efe6'),
    floor('#c9b48f', 500),
    circle(260, 150, 60, sun),
    lowShoe(430, 350, leaf),
  ),
  'trail-map': scene(
    'A folded map with a dotted route between two stations',
    'png',
    sheet(mist),
    shape('M160 130l220 50l220 -50l220 50l220 -50v400l-220 50l-220 -50l-220 50l-220 -50z', sand),
    shape('M380 180l220 -50v400l-220 50z', '#eadbc4'),
    shape('M820 180l220 -50v400l-220 50z', '#eadbc4'),
    line('M260 440Q380 300 520 380T760 300T950 240', coral, 10, '4 24'),
    circle(260, 440, 20, ink),
    circle(950, 240, 20, ink),
    line('M160 330Q420 250 640 470T1040 420', '#7fb2c4', 22),
  ),
  'washing-machine': scene(
    'The Quell 8 washing machine',
    'png',
    sheet('#e3eef1'),
    floor('#c4d3d8', 560),
    machine(440, 160),
  ),
  'washing-machine-leak': scene(
    'A washing machine standing in a puddle',
    'jpg',
    sheet('#eef3f4'),
    floor('#d5c9b8', 540),
    '<ellipse cx="600" cy="600" rx="420" ry="46" fill="#7fb2c4"/>',
    machine(440, 180),
  ),
  laundry: scene(
    'Washing on a line above a basket',
    'webp',
    sheet('#e8f1f4'),
    floor('#b7c49a', 560),
    line('M80 150Q600 230 1120 150', ink, 6),
    shape('M240 176h170l40 70l-50 24v170h-150v-170l-50 -24z', coral),
    rect(560, 192, 140, 220, sun, 6),
    rect(800, 180, 110, 160, '#7fb2c4', 6),
    shape('M520 500h220l-30 110h-160z', '#a98467'),
  ),
  'delivery-van': scene(
    'A delivery van on a road',
    'png',
    sheet('#f6ead2'),
    floor('#9aa7ad', 540),
    rect(260, 230, 460, 270, coral, 16),
    shape('M720 310h150l90 110v80h-240z', ink),
    shape('M744 332h110l62 80h-172z', mist),
    circle(390, 510, 56, ink),
    circle(390, 510, 24, sand),
    circle(830, 510, 56, ink),
    circle(830, 510, 24, sand),
  ),
};

'use strict';

const {
  ink,
  sand,
  sun,
  coral,
  leaf,
  mist,
  white,
  darkWood,
  steel,
  water,
  rect,
  circle,
  ring,
  shape,
  line,
  sheet,
  floor,
  at,
  turned,
  glow,
  shade,
  steam,
  screwdriver,
  scene,
} = require('./shapes');

const knife = (x, y, angle) =>
  turned(
    x,
    y,
    angle,
    shape('M0 0h330q40 0 60 40q-120 44 -390 40z', steel),
    shape('M0 56h380q-120 28 -380 24z', white),
    rect(-180, 4, 190, 54, darkWood, 18),
    circle(-130, 31, 7, sand),
    circle(-60, 31, 7, sand),
  );
const tomato = (x, y, r) =>
  circle(x, y, r, coral) + shape(`M${x - 24} ${y - r + 6}l24 -18l24 18l-24 10z`, leaf);
const pan = (x, y) =>
  shade(x, y + 96, 300) +
  rect(x + 230, y - 2, 260, 34, ink, 17) +
  shape(`M${x - 250} ${y}h500l-40 90h-420z`, ink) +
  `<ellipse cx="${x}" cy="${y}" rx="250" ry="46" fill="#2f4a5c"/>`;
const mixer = (x, y, fill) =>
  at(
    x,
    y,
    1,
    rect(0, 0, 340, 130, fill, 60),
    line('M60 0q20 -90 140 -90h60q60 0 60 60v40', ink, 28),
    rect(250, 40, 60, 20, white, 10),
    line('M80 130v70M150 130v70', steel, 10),
    `<ellipse cx="80" cy="250" rx="34" ry="62" fill="none" stroke="${steel}" stroke-width="9"/><ellipse cx="150" cy="250" rx="34" ry="62" fill="none" stroke="${steel}" stroke-width="9"/>`,
  );

/** Kitchen. */
module.exports = {
  'chef-knife': scene(
    'The Schneide 18 kitchen knife',
    'png',
    sheet('#e8eef0'),
    circle(600, 330, 280, white),
    shade(620, 470, 330),
    knife(480, 330, -8),
  ),
  'knife-board': scene(
    'A knife, tomatoes and herbs on a wooden board',
    'jpg',
    sheet('#f5e9d6'),
    rect(160, 200, 880, 360, '#c79a6b', 40) + ring(960, 380, 30, '#a97c50', 14),
    knife(480, 420, -4),
    tomato(330, 300, 62),
    tomato(470, 280, 50),
    [0, 1, 2, 3]
      .map(
        (i) =>
          circle(640 + i * 70, 300 + (i % 2) * 12, 30, coral) +
          circle(640 + i * 70, 300 + (i % 2) * 12, 18, '#f2a08c'),
      )
      .join(''),
    shape('M820 520q60 -60 140 -20q-60 50 -140 20z', leaf) +
      shape('M250 500q50 -50 120 -16q-50 40 -120 16z', leaf),
  ),
  'pan-stove': scene(
    'An egg in a cast-iron pan on the hob',
    'jpg',
    sheet('#dbe7e3'),
    [0, 1, 2, 3, 4, 5, 6, 7]
      .map((i) => rect(i * 150, 0, 146, 146, i % 2 ? '#eef5f2' : '#e3eeea', 4))
      .join(''),
    floor(ink, 470),
    `<ellipse cx="560" cy="500" rx="260" ry="24" fill="${coral}"/>`,
    pan(560, 390),
    `<ellipse cx="540" cy="392" rx="110" ry="24" fill="${white}"/><ellipse cx="556" cy="386" rx="42" ry="16" fill="${sun}"/>`,
    steam(500, 330),
    rect(150, 560, 900, 60, '#2f4a5c', 12) +
      [0, 1, 2, 3].map((i) => circle(300 + i * 190, 590, 22, steel)).join(''),
  ),
  'cast-iron-pan': scene(
    'The Guss 26 cast-iron pan',
    'png',
    sheet('#f6e8dc'),
    circle(600, 330, 280, '#fcf6f0'),
    pan(530, 340),
    glow(430, 338, 60, white, 0.15),
  ),
  fridge: scene(
    'The Frost 180 fridge',
    'jpg',
    sheet('#dcecee'),
    floor('#bcd0d2', 580),
    shade(600, 600, 240),
    rect(420, 80, 360, 510, '#f4fafb', 30) +
      rect(420, 250, 360, 8, '#c7d8db') +
      rect(450, 160, 16, 70, steel, 8) +
      rect(450, 290, 16, 140, steel, 8),
    rect(640, 290, 90, 110, sun, 4) + circle(684, 296, 9, coral),
    rect(440, 590, 50, 20, ink, 4) + rect(710, 590, 50, 20, ink, 4),
  ),
  'fridge-open': scene(
    'An open fridge with vegetables, its light falling into a dark kitchen',
    'jpg',
    sheet('#314657'),
    floor('#24343f', 590),
    shape('M420 90L120 675H900L780 90z', 'rgba(255,241,184,0.16)'),
    rect(420, 70, 360, 530, white, 20) + rect(446, 96, 308, 478, '#fdf8e6', 10),
    [210, 330, 450].map((y) => rect(446, y, 308, 10, mist)).join(''),
    rect(780, 70, 60, 530, '#dbe6e8', 10),
    tomato(510, 180, 28) +
      tomato(570, 182, 26) +
      rect(640, 130, 40, 80, leaf, 8) +
      rect(690, 110, 34, 100, coral, 8),
    circle(520, 290, 38, leaf) +
      shape('M600 328v-70h90v70z', sun) +
      rect(470, 400, 120, 50, water, 10) +
      circle(660, 420, 30, coral),
    shape('M480 560q20 -70 120 -60t140 60z', leaf),
  ),
  'hand-mixer': scene(
    'The Mix 5 hand mixer',
    'jpg',
    sheet('#e3ecd9'),
    circle(600, 330, 280, '#f5f9ef'),
    shade(560, 600, 200),
    mixer(440, 240, leaf),
  ),
  'mixer-parts': scene(
    'An opened hand mixer with its motor, two carbon brushes and a screwdriver',
    'jpg',
    sheet('#efe3d2'),
    rect(100, 90, 1000, 500, '#4f6d7a', 20),
    mixer(180, 230, sun),
    circle(700, 250, 90, steel) +
      circle(700, 250, 50, '#b87333') +
      circle(700, 250, 16, ink) +
      [0, 60, 120, 180, 240, 300].map((a) => turned(700, 250, a, rect(-5, -84, 10, 30, '#b87333'))).join(''),
    rect(660, 400, 34, 60, ink, 4) + line('M694 430h20l8 -14l12 28l12 -28l12 28l8 -14', sand, 5),
    rect(820, 400, 34, 60, ink, 4) + line('M854 430h20l8 -14l12 28l12 -28l12 28l8 -14', sand, 5),
    [0, 1, 2, 3].map((i) => circle(660 + i * 60, 520, 12, sand)).join(''),
    screwdriver(990, 380, 30),
  ),
};

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
  glow,
  shade,
  cup,
  plant,
  screwdriver,
  television,
  dunes,
  scene,
} = require('./shapes');

const headphones = (x, y, fill, scale = 1) =>
  at(
    x,
    y,
    scale,
    `<path d="M-170 90V0A170 170 0 0 1 170 0V90" fill="none" stroke="${ink}" stroke-width="30" stroke-linecap="round"/>`,
    `<path d="M-150 -40A156 156 0 0 1 150 -40" fill="none" stroke="${fill}" stroke-width="18" stroke-linecap="round"/>`,
    rect(-222, 60, 90, 170, fill, 40),
    rect(132, 60, 90, 170, fill, 40),
    rect(-146, 70, 36, 150, ink, 18),
    rect(110, 70, 36, 150, ink, 18),
  );

/** Headphones, trains and sound. */
module.exports = {
  headphones: scene(
    'The Stille headphones',
    'jpg',
    sheet('#e6e2f0'),
    circle(600, 330, 280, '#f6f4fb'),
    shade(600, 580, 240),
    headphones(600, 290, '#6d5b97', 1.1),
  ),
  'headphones-table': scene(
    'Headphones on a table beside a cup and a plant',
    'jpg',
    sky('#dfe9e3', '#f3efe2'),
    floor(wood, 480),
    plant(1010, 480, sun),
    headphones(520, 270, coral, 1.05),
    cup(760, 370, white, 0.8),
    rect(120, 120, 190, 250, white, 6) +
      shape('M140 340l60 -90l40 50l30 -36l30 76z', water) +
      circle(260, 180, 24, sun),
  ),
  earphones: scene(
    'The Faden earphones, their cable in a loose loop',
    'png',
    sheet('#fdf1e3'),
    circle(600, 330, 270, white),
    `<path d="M470 240C430 560 780 600 740 420S480 300 560 480S900 560 820 250" fill="none" stroke="${coral}" stroke-width="12" stroke-linecap="round"/>`,
    circle(468, 220, 44, ink) + circle(448, 206, 22, steel) + rect(456, 240, 24, 60, ink, 12),
    circle(824, 226, 44, ink) + circle(844, 212, 22, steel) + rect(812, 246, 24, 60, ink, 12),
  ),
  'train-window': scene(
    'Somebody with headphones looks out of a train window',
    'jpg',
    sheet('#37546a'),
    rect(150, 70, 900, 400, white, 40),
    `<svg x="170" y="90" width="860" height="360" viewBox="0 0 860 360" preserveAspectRatio="none">${rect(0, 0, 860, 360, '#cfe5ec')}${circle(650, 90, 46, sun)}${shape('M0 260Q160 160 330 230T640 200T860 240V360H0Z', '#8fb0bd')}${shape('M0 300Q220 230 440 300T860 280V360H0Z', leaf)}</svg>`,
    rect(0, 520, 1200, 155, '#2a4153'),
    at(
      430,
      470,
      1,
      circle(0, -90, 84, '#d9a583'),
      shape('M-150 210Q-150 0 0 0T150 210z', coral),
      shape('M-84 -100Q-80 -190 0 -186T84 -100Q40 -150 -84 -100z', night),
    ),
    headphones(430, 372, sun, 0.5),
    rect(740, 470, 300, 24, steel, 8),
    cup(800, 372, white, 0.6),
  ),
  'headphone-parts': scene(
    'Headphones taken apart: cushions, a battery, four screws and a screwdriver',
    'jpg',
    sheet('#ece5d6'),
    rect(90, 80, 1020, 520, '#5f7f78', 20),
    headphones(360, 280, steel, 0.85),
    ring(700, 240, 70, ink, 44),
    ring(880, 240, 70, ink, 44),
    rect(640, 390, 170, 100, sun, 12) +
      rect(810, 420, 16, 40, ink) +
      line('M668 440h40M688 420v40M750 440h36', ink, 8),
    [0, 1, 2, 3]
      .map((i) => circle(880 + i * 46, 420, 13, sand) + line(`M${872 + i * 46} 420h16`, ink, 4))
      .join(''),
    screwdriver(960, 520, 62),
  ),
  'television-sound': scene(
    'A television on a shelf, sound waves coming from it',
    'jpg',
    sky('#3b4c63', '#6b5a72'),
    floor('#41374a'),
    rect(300, 480, 600, 70, wood, 8),
    television(400, 200, 400, dunes),
    [0, 1, 2]
      .map(
        (i) =>
          `<path d="M${330 - i * 60} ${240 - i * 30}q-${40 + i * 10} ${80 + i * 30} 0 ${160 + i * 60}" fill="none" stroke="${sun}" stroke-width="12" opacity="${0.9 - i * 0.25}" stroke-linecap="round"/>`,
      )
      .join(''),
    [0, 1, 2]
      .map(
        (i) =>
          `<path d="M${870 + i * 60} ${240 - i * 30}q${40 + i * 10} ${80 + i * 30} 0 ${160 + i * 60}" fill="none" stroke="${sun}" stroke-width="12" opacity="${0.9 - i * 0.25}" stroke-linecap="round"/>`,
      )
      .join(''),
    glow(600, 300, 300, water, 0.15),
    rect(410, 500, 380, 30, ink, 14),
    circle(1040, 470, 44, leaf) + rect(1006, 500, 68, 60, mist, 8),
  ),
};

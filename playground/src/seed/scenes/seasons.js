'use strict';

const {
  sand,
  sun,
  coral,
  leaf,
  mist,
  white,
  wood,
  steel,
  water,
  rect,
  circle,
  shape,
  line,
  sheet,
  floor,
  plant,
  pane,
  scene,
} = require('./shapes');

/** A flat in the rain. */
module.exports = {
  'drying-rack': scene(
    'A drying rack with washing in front of an open window',
    'jpg',
    sheet('#f3ece4'),
    pane(
      160,
      80,
      300,
      300,
      rect(0, 0, 300, 300, '#bcd3dc') +
        shape('M0 230Q100 190 200 220T300 210V300H0Z', leaf) +
        line('M60 40l-8 26M140 70l-8 26M230 30l-8 26M200 140l-8 26M90 150l-8 26', white, 5),
    ),
    floor('#d6c0a0', 560),
    line('M560 590L700 300M1060 590L920 300', steel, 14),
    line('M540 300H1080M560 340H1060', steel, 10),
    rect(580, 300, 90, 170, coral, 6) +
      rect(690, 300, 120, 130, white, 6) +
      rect(830, 300, 70, 190, sun, 6) +
      rect(920, 300, 110, 150, water, 6),
    rect(700, 340, 100, 8, mist) + rect(930, 340, 90, 8, mist),
    plant(330, 560, coral),
    circle(1120, 150, 46, sand),
    rect(0, 556, 1200, 8, wood),
  ),
};

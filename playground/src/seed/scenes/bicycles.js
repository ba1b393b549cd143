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
  turned,
  glow,
  shade,
  scene,
} = require('./shapes');

const wheel = (x, y, r, spokes = 12) =>
  ring(x, y, r, ink, 16) +
  ring(x, y, r - 12, steel, 4) +
  Array.from({ length: spokes }, (_, i) => {
    const angle = (i * 2 * Math.PI) / spokes;
    return line(
      `M${x} ${y}L${Math.round(x + (r - 12) * Math.cos(angle))} ${Math.round(y + (r - 12) * Math.sin(angle))}`,
      steel,
      2,
    );
  }).join('') +
  circle(x, y, 14, ink);

const bicycle = (x, y, frame) =>
  at(
    x,
    y,
    1,
    shade(220, 142, 390, 16),
    wheel(0, 0, 134),
    wheel(440, 0, 134),
    line('M0 0L130 -10L90 -200M130 -10L352 -190L104 -150M352 -190L440 0M0 0L96 -170', frame, 18),
    line('M352 -190L338 -246h-60', ink, 14),
    rect(44, -226, 96, 24, ink, 12),
    line('M-96 -116Q0 -196 100 -130M344 -116Q440 -196 540 -96', frame, 10),
    ring(130, -10, 34, steel, 8) + line('M130 -10l40 46', ink, 10) + rect(156, 30, 46, 12, ink, 6),
    circle(398, -176, 20, sun),
    rect(-90, -190, 130, 14, ink, 6),
  );

const rain = (colour) =>
  Array.from({ length: 34 }, (_, i) => {
    const x = (i * 173) % 1200;
    const y = (i * 97) % 520;
    return line(`M${x} ${y}l-14 44`, colour, 4);
  }).join('');

/** Bicycles. */
module.exports = {
  'commuter-bicycle': scene(
    'The Pendel 7 bicycle in front of a row of houses',
    'jpg',
    sky('#cfe5ec', '#f3efe2'),
    [0, 1, 2, 3, 4]
      .map((i) =>
        rect(
          i * 250 - 30,
          150 + (i % 3) * 40,
          230,
          420,
          ['#e7c9a9', '#d9a58f', '#c7d3c0', '#e5d3b1', '#b9cdd3'][i],
        ),
      )
      .join(''),
    [0, 1, 2, 3, 4]
      .map((i) =>
        [0, 1].map((j) => rect(i * 250 + 14 + j * 92, 220 + (i % 3) * 40, 54, 76, white, 4)).join(''),
      )
      .join(''),
    floor('#a7adb0', 540),
    bicycle(370, 440, leaf),
  ),
  'folding-bicycle': scene(
    'The Klapp 20 folding bicycle on a platform',
    'png',
    sheet('#e4eaf0'),
    rect(0, 120, 1200, 60, coral) + rect(140, 132, 220, 36, white, 6),
    floor('#b6bec4', 540),
    rect(0, 540, 1200, 14, sun),
    shade(600, 560, 300, 14),
    wheel(420, 470, 84, 10),
    wheel(780, 470, 84, 10),
    line('M420 470L560 440L780 470M560 440L520 230M700 450L740 200', ink, 20),
    line('M560 440h150', coral, 26),
    line('M740 200h-90', ink, 14),
    rect(470, 206, 100, 24, ink, 12),
    circle(636, 440, 20, sun),
  ),
  'bicycle-wheel': scene(
    'A bicycle turned upside down, its tyre half off the rim and a patch box beside it',
    'jpg',
    sheet('#f4e7d3'),
    floor('#cdb592', 540),
    wheel(470, 300, 220, 18),
    `<path d="M300 130A236 236 0 0 1 690 220" fill="none" stroke="${coral}" stroke-width="22"/>`,
    circle(612, 118, 30, sun) + rect(600, 108, 24, 20, coral, 4),
    rect(850, 420, 210, 130, leaf, 14) +
      rect(872, 444, 166, 34, white, 6) +
      circle(900, 515, 16, sand) +
      circle(950, 515, 16, sand),
    turned(800, 520, 70, rect(-14, -110, 28, 170, steel, 12)),
  ),
  'bicycle-chain': scene(
    'A chain running over a sprocket, with a drop of oil falling on it',
    'jpg',
    sheet('#dfe8e4'),
    `<circle cx="420" cy="360" r="190" fill="none" stroke="${ink}" stroke-width="36" stroke-dasharray="38 22"/>`,
    circle(420, 360, 168, ink) + circle(420, 360, 120, '#dfe8e4') + circle(420, 360, 40, ink),
    [0, 72, 144, 216, 288].map((a) => turned(420, 360, a, rect(-14, -150, 28, 120, ink))).join(''),
    `<path d="M420 160H1240" stroke="${steel}" stroke-width="34" fill="none" stroke-dasharray="44 14" stroke-linecap="round"/><path d="M420 560H1240" stroke="${steel}" stroke-width="34" fill="none" stroke-dasharray="44 14" stroke-linecap="round"/>`,
    shape('M860 40l26 50a30 30 0 1 1 -52 0z', sun),
    turned(900, 10, 20, rect(-20, -60, 40, 70, coral, 8)),
  ),
  'winter-road': scene(
    'A bicycle lamp on a snowy road in the morning',
    'jpg',
    sky('#22384a', '#8fa9b8'),
    circle(940, 130, 50, '#f7e6b5'),
    shape('M0 420L180 240L330 380L560 200L800 420L1000 290L1200 430V675H0Z', '#5d7a8b'),
    floor('#eef4f6', 430),
    shape('M470 430h120l240 245H300z', '#c8d6dc'),
    line('M530 450v30M535 520v50M542 610v60', white, 10),
    shape('M705 470L300 620L560 675z', 'rgba(247,230,181,0.35)'),
    at(700, 480, 0.62, bicycle(0, 0, coral)),
    [...Array(40).keys()].map((i) => circle((i * 211) % 1200, (i * 131) % 640, 4 + (i % 3), white)).join(''),
    [80, 190, 1080]
      .map(
        (x) => shape(`M${x} 450l50 -170l50 170z`, '#2c4b45') + shape(`M${x + 26} 370l24 -90l24 90z`, white),
      )
      .join(''),
  ),
  'standing-pump': scene(
    'The Atem standing pump beside a tyre',
    'png',
    sheet('#efe6f0'),
    circle(600, 330, 270, '#fbf7fb'),
    shade(600, 560, 260),
    rect(570, 210, 60, 330, coral, 12),
    rect(590, 110, 20, 110, steel),
    rect(500, 84, 200, 36, wood, 18),
    rect(490, 530, 220, 26, ink, 10),
    ring(600, 470, 50, ink, 12) + circle(600, 470, 46, white) + line('M600 470l24 -24', coral, 8),
    line('M630 520q120 20 130 -80t90 -90', ink, 14),
    rect(836, 320, 50, 34, sun, 8),
  ),
  'rain-tent': scene(
    'A small tent between wet trees, rain coming down',
    'jpg',
    sky('#6f8c9a', '#b7c8cb'),
    [60, 190, 930, 1060]
      .map((x, i) =>
        shape(`M${x} 520l70 -${300 + i * 30}l70 ${300 + i * 30}z`, i % 2 ? '#3f6b58' : '#355c4d'),
      )
      .join(''),
    floor('#6d8a5e', 500),
    shape('M360 540L600 250L840 540z', coral),
    shape('M600 250L520 540h160z', night),
    shape('M600 250L560 540h-40z', sand),
    line('M360 540l-60 30M840 540l60 30', ink, 6),
    `<ellipse cx="300" cy="610" rx="120" ry="16" fill="${water}"/><ellipse cx="880" cy="630" rx="160" ry="18" fill="${water}"/>`,
    rain(mist),
    glow(600, 470, 90, sun, 0.3),
  ),
};

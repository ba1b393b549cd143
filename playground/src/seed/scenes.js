'use strict';

/**
 * Flat illustrations, drawn for this project. Kept as vectors, so that the repository holds no binaries
 * and the seed makes the pictures.
 * Scene name → alternative text, file format and drawing.
 */
const scenes = {
  ...require('./scenes/television-hiking-washing'),
  ...require('./scenes/coffee'),
  ...require('./scenes/bicycles'),
  ...require('./scenes/listening'),
  ...require('./scenes/desk'),
  ...require('./scenes/kitchen'),
  ...require('./scenes/seasons'),
};

module.exports = { scenes };

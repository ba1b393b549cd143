'use strict';

const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const sharp = require('sharp');
const { scenes } = require('./scenes');

const WIDTH = 1200;
const HEIGHT = 675;
const MIME = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

/**
 * Draws every scene that the media library does not have yet and uploads it through
 * Strapi's own service, so that thumbnails and formats are made as for any editor.
 * Answers the file ids by scene name.
 */
async function ensurePictures(strapi) {
  const ids = new Map();
  for (const [name, scene] of Object.entries(scenes)) {
    const fileName = `${name}.${scene.format}`;
    const known = await strapi.db.query('plugin::upload.file').findOne({ where: { name: fileName } });
    ids.set(name, known ? known.id : await upload(strapi, fileName, scene));
  }
  return ids;
}

async function upload(strapi, fileName, scene) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'contextual-picture-'));
  const filepath = path.join(folder, fileName);
  try {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${scene.svg}</svg>`;
    await sharp(Buffer.from(svg)).resize(WIDTH, HEIGHT).toFile(filepath);
    const { size } = await fs.stat(filepath);
    const [file] = await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name: fileName, alternativeText: scene.alt } },
        files: { filepath, originalFilename: fileName, mimetype: MIME[scene.format], size },
      });
    return file.id;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

module.exports = { ensurePictures };

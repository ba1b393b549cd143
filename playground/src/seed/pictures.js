'use strict';

const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const sharp = require('sharp');
const { scenes } = require('./scenes');

/** The sheet that scenes draw on, and the size in which they are kept. */
const SHEET = [1200, 675];
const SIZE = [960, 540];
/** Drawn at the same time: encoding happens off the main thread. */
const AT_ONCE = 4;
const MIME = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

/**
 * Draws every scene that the media library does not have yet and uploads it through
 * Strapi's own service, so that thumbnails and formats are made as for any editor.
 * Answers the file ids by scene name.
 */
async function ensurePictures(strapi) {
  const files = strapi.db.query('plugin::upload.file');
  const known = new Map((await files.findMany({ select: ['id', 'name'] })).map(({ name, id }) => [name, id]));
  const ids = new Map();
  const waiting = Object.entries(scenes);
  const draw = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, scene] = next;
      const fileName = `${name}.${scene.format}`;
      ids.set(name, known.get(fileName) ?? (await upload(strapi, fileName, scene)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, draw));
  return ids;
}

async function upload(strapi, fileName, scene) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'contextual-picture-'));
  const filepath = path.join(folder, fileName);
  try {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET.join(' ')}">${scene.svg}</svg>`;
    await sharp(Buffer.from(svg))
      .resize(...SIZE)
      .toFile(filepath);
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

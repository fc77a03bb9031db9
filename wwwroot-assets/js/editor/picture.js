// Looks into pictures before they are sent.

const largest = 200 * 1024;

// A picture of at most 960 pixels and 200 KB, or null when this is none the browser can draw or it is small already.
export async function smallPicture(file) {
  const bitmap = await createImageBitmap(file);
  try {
    const scale = Math.min(1, 960 / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.size <= largest) return null;
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    for (const quality of [.82, .6, .4, .2]) {
      const made = await new Promise(done => canvas.toBlob(done, 'image/webp', quality));
      if (made && made.size <= largest && (made.type === 'image/webp' || made.type === 'image/jpeg')) return made;
    }
    return null;
  } finally {
    bitmap.close();
  }
}

// Whether a JPEG says where it was taken: the Exif segment's first directory has tag 0x8825.
export async function placeIn(file) {
  try {
    const view = new DataView(await file.slice(0, 256 * 1024).arrayBuffer());
    for (let at = 2; at + 4 < view.byteLength && view.getUint8(at) === 0xff;) {
      const kind = view.getUint8(at + 1), length = view.getUint16(at + 2);
      if (kind === 0xda) return false;
      if (kind === 0xe1 && view.getUint32(at + 4) === 0x45786966) return hasPlace(view, at + 10);
      at += 2 + length;
    }
  } catch { /* cut short or malformed: says nothing */ }
  return false;
}

function hasPlace(view, tiff) {
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  for (let i = 0; i < view.getUint16(directory, little); i++)
    if (view.getUint16(directory + 2 + 12 * i, little) === 0x8825) return true;
  return false;
}

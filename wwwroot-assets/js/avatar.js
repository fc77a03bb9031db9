// Makes a chosen picture a small square before it is sent. Without script, or for a picture the browser cannot read, it goes as it is.
const side = 288;
const field = document.querySelector('input[data-avatar]');
field?.addEventListener('change', async () => {
  const file = field.files[0];
  if (!file) return;
  try {
    const picture = await createImageBitmap(file);
    const edge = Math.min(picture.width, picture.height);
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    canvas.getContext('2d').drawImage(picture, (picture.width - edge) / 2, (picture.height - edge) / 2, edge, edge, 0, 0, side, side);
    const bytes = await new Promise(done => canvas.toBlob(done, 'image/webp', 0.86));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], 'avatar.webp', { type: bytes.type }));
    field.files = chosen.files;
  } catch {
    // Not a picture this browser can read: the server says what to choose instead.
  }
});

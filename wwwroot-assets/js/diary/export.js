// Saves the picture beside a button as a file of its own. All of it happens in the browser: colours and fonts are written into a copy, as the
// page shows them now; the title goes above it and the words of the legend below, so that no mood is a colour alone.
const space = 'http://www.w3.org/2000/svg', margin = 16, head = 30, line = 22, times = 2;
const filled = ['fill', 'fill-opacity'], drawn = ['stroke', 'stroke-width', 'stroke-linejoin'], written = ['font-family', 'font-size', 'font-weight', 'text-anchor'];

export async function save(button, kind, name) {
  const figure = button.closest('figure'), picture = figure?.querySelector('svg[viewBox]');
  if (!picture) return;
  const { svg, width, height } = draw(figure, picture);
  const file = new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
  download(kind === 'png' ? await paint(file, width, height) : file, `${name}.${kind}`);
}

function draw(figure, picture) {
  const box = picture.getBoundingClientRect(), style = getComputedStyle(figure), ink = style.color, family = style.fontFamily;
  const width = Math.round(Math.max(box.width, 280)) + 2 * margin, legend = flow(figure, width, `13px ${family}`);
  const marks = [...figure.querySelectorAll('[data-mark]')];
  const foot = margin + head + Math.round(box.height), below = foot + (marks.length ? line : 0), height = below + (legend.length ? 8 + line * (legend.at(-1).row + 1) : 0) + margin;
  const svg = node('svg', { xmlns: space, width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(node('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }));
  svg.append(words(figure.querySelector('figcaption')?.textContent ?? '', { x: margin, y: margin + 14, fill: ink, 'font-family': family, 'font-size': '15px', 'font-weight': 600 }));
  const copy = inlined(picture);
  for (const [key, value] of Object.entries({ x: margin, y: margin + head, width: box.width, height: box.height })) copy.setAttribute(key, value);
  svg.append(copy);
  for (const mark of marks) {
    const place = mark.getBoundingClientRect(), x = margin + place.x + place.width / 2 - box.x;
    svg.append(words(mark.textContent, { x, y: foot + 15, fill: ink, 'font-family': family, 'font-size': '11px', 'text-anchor': 'middle' }));
  }
  for (const { text, color, x, row } of legend) {
    const y = below + 8 + line * row;
    svg.append(node('rect', { x, y: y + 4, width: 10, height: 10, rx: 2, fill: color }), words(text, { x: x + 16, y: y + 13, fill: ink, 'font-family': family, 'font-size': '13px' }));
  }
  return { svg, width, height };
}

// Where each entry of the legend stands: beside each other, and in the next row when one is full.
function flow(figure, width, font) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = font;
  let x = margin, row = 0;
  return [...figure.querySelectorAll('.mood-legend li')].map(item => {
    const text = item.textContent.trim().replace(/\s+/g, ' '), long = 16 + Math.ceil(pen.measureText(text).width) + 16;
    if (x > margin && x + long > width) [x, row] = [margin, row + 1];
    const place = { text, color: getComputedStyle(item.querySelector('rect')).fill, x, row };
    x += long;
    return place;
  });
}

// A copy without links and classes, which says itself what the style sheet says of the original.
function inlined(element) {
  const copy = node(element.localName === 'a' ? 'g' : element.localName, {});
  for (const { name, value } of element.attributes)
    if (!/^(class|style|href|tabindex|role|data-.*|aria-.*|_bl_.*|b-.*)$/.test(name)) copy.setAttribute(name, value);
  const style = getComputedStyle(element);
  if (['rect', 'circle', 'polyline', 'text', 'path', 'line'].includes(element.localName))
    for (const property of [...filled, ...style.stroke === 'none' ? [] : drawn, ...element.localName === 'text' ? written : []])
      copy.setAttribute(property, style.getPropertyValue(property));
  for (const child of element.childNodes)
    if (child.nodeType === Node.ELEMENT_NODE) copy.append(inlined(child));
    else if (child.nodeType === Node.TEXT_NODE && child.data.trim()) copy.append(child.data);
  return copy;
}

async function paint(file, width, height) {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * times, height * times];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise(resolve => { canvas.toBlob(resolve, 'image/png'); });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function download(file, name) {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function node(name, attributes) {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, value);
  return made;
}

function words(text, attributes) {
  const made = node('text', attributes);
  made.textContent = text;
  return made;
}

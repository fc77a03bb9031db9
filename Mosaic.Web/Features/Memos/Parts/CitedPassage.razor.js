// Marks a passage in a rendered memo and brings it into view. Letters and digits alone are compared, since a rendered text has other signs and
// spaces than the written one; the mark lies over the text and changes nothing of it.
const letters = /[\p{L}\p{N}]/u;

export function attach(key, id, passage) {
  const range = find(document.getElementById(id)?.querySelector(".markdown-text"), passage);
  if (!range) return;
  if (globalThis.Highlight) CSS.highlights.set("cited", new Highlight(range));
  // After the router has given the focus to the heading.
  setTimeout(() => scrollTo({ top: Math.max(0, range.getBoundingClientRect().top + scrollY - innerHeight / 4) }), 50);
}

export function detach() {
  globalThis.CSS?.highlights?.delete("cited");
}

function find(text, passage) {
  if (!text) return null;
  const places = [];
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode())
    for (let at = 0; at < node.data.length; at++) if (letters.test(node.data[at])) places.push([node, at, node.data[at].toLowerCase()]);
  const shown = places.map(place => place[2]).join("");
  const sought = [...passage].filter(sign => letters.test(sign)).join("").toLowerCase();
  // Tags at the end of a memo are shown elsewhere, and addresses of links not at all.
  for (const length of [sought.length, 60, 30]) {
    const start = length <= sought.length ? shown.indexOf(sought.slice(0, length)) : -1;
    if (start < 0 || length === 0) continue;
    let end = start + length;
    while (end < shown.length && shown[end] === sought[end - start]) end++;
    const range = document.createRange();
    range.setStart(places[start][0], places[start][1]);
    const [last, at] = places[end - 1];
    // With the sign behind it that ends the sentence.
    range.setEnd(last, at + 1 + last.data.slice(at + 1).search(/\s|$/));
    return range;
  }
  return null;
}

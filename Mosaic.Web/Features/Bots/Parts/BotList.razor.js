// Moves a bot in its list: dragged by its handle, or with Alt and an arrow. While it is dragged cards are only shifted; the server puts them in order.
const lists = new Map();

export function attach(key, list, owner) {
  if (!list) return;
  const press = event => {
    if (!event.altKey || event.ctrlKey || event.metaKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const card = event.target.closest("[data-id]");
    if (!card) return;
    event.preventDefault();
    move(card, () => owner.invokeMethodAsync("MoveAsync", card.dataset.id, event.key === "ArrowUp" ? -1 : 1));
  };
  const grab = event => {
    const handle = event.target.closest("[data-drag]");
    if (handle && event.button === 0) drag(event, handle, list, owner);
  };
  list.addEventListener("keydown", press);
  list.addEventListener("pointerdown", grab);
  list.isLive = true;
  lists.set(key, () => { list.removeEventListener("keydown", press); list.removeEventListener("pointerdown", grab); });
}

export function detach(key) {
  lists.get(key)?.();
  lists.delete(key);
}

// An element that is put elsewhere loses the focus.
async function move(card, change) {
  const focused = document.activeElement;
  await change();
  requestAnimationFrame(() => {
    if (focused?.isConnected && card.contains(focused)) focused.focus();
    card.scrollIntoView({ block: "nearest" });
  });
}

function drag(start, handle, list, owner) {
  start.preventDefault();
  const cards = [...list.children];
  const from = cards.indexOf(handle.closest("[data-id]"));
  const card = cards[from];
  const boxes = cards.map(other => ({ top: other.offsetTop, height: other.offsetHeight }));
  const gap = cards.length > 1 ? boxes[1].top - boxes[0].top - boxes[0].height : 0;
  const scrolled = scrollY;
  let to = from;
  handle.setPointerCapture(start.pointerId);
  card.classList.add("dragged");
  const follow = event => {
    const by = event.clientY - start.clientY + scrollY - scrolled;
    const middle = boxes[from].top + by + boxes[from].height / 2;
    // The places that its middle has passed, of those above and of those below.
    to = from;
    while (to > 0 && middle < boxes[to - 1].top + boxes[to - 1].height / 2) to--;
    while (to >= from && to < cards.length - 1 && middle > boxes[to + 1].top + boxes[to + 1].height / 2) to++;
    card.style.translate = `0 ${by}px`;
    cards.forEach((other, at) => {
      if (other === card) return;
      const shift = at > from && at <= to ? -1 : at < from && at >= to ? 1 : 0;
      other.style.translate = shift ? `0 ${shift * (boxes[from].height + gap)}px` : "";
    });
  };
  const end = async event => {
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", end);
    handle.removeEventListener("pointercancel", end);
    card.classList.remove("dragged");
    // Where they are shifted to until the server has put them there.
    if (event.type === "pointerup" && to !== from) await owner.invokeMethodAsync("PlaceAsync", card.dataset.id, to).catch(() => {});
    for (const other of cards) other.style.translate = "";
  };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
}

// A card over links between memos, on hover and on keyboard focus. Read once a link, then kept.
const known = new Map();
let card = null;
let waiting = 0;

// The next page may come before this one has gone.
const pages = new Set();

export function attach(key) {
  pages.add(key);
  for (const [name, hear] of listeners) document.addEventListener(name, hear);
}

export function detach(key) {
  hide();
  pages.delete(key);
  if (pages.size === 0) for (const [name, hear] of listeners) document.removeEventListener(name, hear);
}

const listeners = [["pointerover", show], ["focusin", show], ["pointerout", hide], ["focusout", hide], ["scroll", hide]];

function show(event) {
  const link = event.target.closest?.("a.memo-link[data-memo]");
  if (!link) return;
  hide();
  waiting = setTimeout(async () => {
    const memo = await read(link.dataset.memo);
    if (memo && waiting && link.isConnected) place(link, memo);
  }, event.type === "focusin" ? 0 : 250);
}

async function read(id) {
  if (!known.has(id)) {
    const answer = await fetch(`/memos/${id}/peek`, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) return answer?.status === 404 ? { text: "This memo is not there any more.", when: "" } : null;
    known.set(id, await answer.json());
  }
  return known.get(id);
}

function place(link, memo) {
  card = document.createElement("div");
  card.className = "peek";
  card.role = "tooltip";
  const when = document.createElement("time");
  when.textContent = memo.when;
  card.append(when, memo.text);
  document.body.append(card);
  const at = link.getBoundingClientRect();
  card.style.left = `${Math.max(8, Math.min(at.left + scrollX, innerWidth - card.offsetWidth - 8))}px`;
  card.style.top = `${at.bottom + scrollY + 6}px`;
}

function hide() {
  clearTimeout(waiting);
  waiting = 0;
  card?.remove();
  card = null;
}

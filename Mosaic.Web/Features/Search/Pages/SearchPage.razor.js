// The box: asks when somebody rests, keeps the address, and walks between the box and what was found.
const rest = 120;
const boxes = new Map();

const addressOf = text => "/search" + (text ? "?q=" + encodeURIComponent(text.toWellFormed?.() ?? text) : "");
const itemsOf = root => [...root.querySelectorAll("[data-list-item]")];

export function attach(key, root, page, turn, text) {
  const input = root.querySelector(".search-in"), stop = new AbortController();
  const box = { input, stop, turn, waiting: 0, isKept: false, wantsFirst: false };
  boxes.set(key, box);
  if (text !== null) input.value = text;
  const on = (target, name, hear) => target.addEventListener(name, hear, { signal: stop.signal });

  const settle = () => {
    clearTimeout(box.waiting);
    box.waiting = 0;
    const address = addressOf(input.value);
    if (address === location.pathname + location.search) return;
    // What Enter was pressed for stays a step to go back to.
    if (box.isKept) history.pushState({ ...history.state, _index: (history.state?._index ?? 0) + 1 }, "", address);
    else history.replaceState(history.state, "", address);
    box.isKept = false;
  };
  const ask = () => {
    settle();
    page.invokeMethodAsync("AskAsync", input.value, box.turn);
  };
  const typed = now => {
    clearTimeout(box.waiting);
    box.wantsFirst = false;
    box.waiting = setTimeout(ask, now ? 0 : rest);
  };
  const commit = () => {
    settle();
    box.isKept = true;
    page.invokeMethodAsync("CommitAsync", input.value, box.turn);
  };
  const enter = () => {
    const answered = root.querySelector(".hits")?.dataset.answers;
    box.wantsFirst = answered !== undefined && answered !== input.value;
    if (!box.wantsFirst) itemsOf(root)[0]?.focus();
  };

  on(input, "input", event => event.isComposing || typed());
  on(input, "compositionend", () => typed());
  on(input.form, "submit", event => {
    event.preventDefault();
    commit();
  });
  on(input, "keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") enter();
    else if (event.key === "Escape" && input.value) { input.value = ""; typed(true); }
    else if (event.key === "Escape") input.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  on(root, "keydown", event => {
    const items = itemsOf(root), at = items.indexOf(event.target.closest("[data-list-item]"));
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") items[Math.min(at + 1, items.length - 1)].focus();
    else if (event.key === "ArrowUp") (items[at - 1] ?? input).focus();
    else if (event.key === "Escape") input.focus();
    else return;
    event.preventDefault();
  });
  // A part that is taken off goes, and the focus with it.
  on(root, "click", event => event.target.closest("[data-refocus]") && input.focus());

  const drawn = new MutationObserver(() => box.wantsFirst && enter());
  drawn.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-answers"] });
  stop.signal.addEventListener("abort", () => { clearTimeout(box.waiting); drawn.disconnect(); });

  input.removeAttribute("data-early");
  // What was typed before the page was alive stands only in the browser.
  document.dispatchEvent(new CustomEvent("mosaic:early", { detail: { input, take: () => typed(true) } }));
  if (!input.value && matchMedia("(hover: hover)").matches && ["H1", "BODY"].includes(document.activeElement?.tagName)) input.focus();
}

export function fill(key, text, turn) {
  const box = boxes.get(key);
  if (!box) return;
  clearTimeout(box.waiting);
  box.input.value = text;
  box.turn = turn;
  box.isKept = false;
}

export function detach(key) {
  boxes.get(key)?.stop.abort();
  boxes.delete(key);
}

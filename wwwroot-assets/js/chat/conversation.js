// The keys of a conversation, and its place: the end stays in sight while somebody reads there, and nobody is moved who reads further up.
const watched = new Map();
const near = 120;

export function attach(key, list) {
  if (!list) return;
  const page = document.scrollingElement;
  const isAtEnd = () => page.scrollHeight - page.scrollTop - page.clientHeight < near;
  let stays = true;
  const toEnd = () => page.scrollTo({ top: page.scrollHeight });
  const scrolled = () => { stays = isAtEnd(); };
  const sizes = new ResizeObserver(() => { if (stays) toEnd(); });
  sizes.observe(list);
  addEventListener("scroll", scrolled, { passive: true });
  document.addEventListener("keydown", press);
  watched.set(key, { sizes, scrolled, follow: () => { stays = true; toEnd(); } });
  const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (named) {
    stays = false;
    named.scrollIntoView({ block: "center" });
    named.focus({ preventScroll: true });
  } else toEnd();
}

// Something was said: who said it wants to see what comes.
export function follow(key) {
  watched.get(key)?.follow();
}

export function detach(key) {
  const one = watched.get(key);
  if (!one) return;
  one.sizes.disconnect();
  removeEventListener("scroll", one.scrolled);
  document.removeEventListener("keydown", press);
  watched.delete(key);
}

function press(event) {
  if (event.defaultPrevented || event.isComposing) return;
  const inText = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === "o") click(event, "[data-chat-new]");
  else if (event.altKey && !event.ctrlKey && event.key.toLowerCase() === "r") click(event, "[data-chat-again]");
  else if (event.key === "Escape" && !document.querySelector("dialog[open], [popover]:popover-open")) click(event, "[data-chat-cancel], [data-chat-stop]");
  else if (event.key === "ArrowUp" && inText?.matches("[data-chat-box]") && inText.value === "") click(event, "[data-chat-edit]");
}

// The last one of its kind.
function click(event, what) {
  const found = [...document.querySelectorAll(what)].at(-1);
  if (!found) return;
  event.preventDefault();
  found.click();
}

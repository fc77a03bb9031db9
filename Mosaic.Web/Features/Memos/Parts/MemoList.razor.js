// Watches the end of a list, so that older memos load before it is reached.
const watched = new Map();

export function attach(key, list, page) {
  const seen = new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting)) page.invokeMethodAsync("LoadMoreAsync");
  }, { rootMargin: "1200px" });
  let sentinel = null;
  const look = () => {
    const next = list.querySelector("[data-sentinel]");
    // Looked at anew after each change: a sentinel that stays in sight does not report twice.
    if (sentinel) seen.unobserve(sentinel);
    if (next) seen.observe(next);
    sentinel = next;
  };
  const changes = new MutationObserver(look);
  changes.observe(list, { childList: true });
  look();
  watched.set(key, () => { seen.disconnect(); changes.disconnect(); });
}

export function detach(key) {
  watched.get(key)?.();
  watched.delete(key);
}

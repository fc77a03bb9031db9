// Arrow keys walk through the days of a month: across by one, down by a week. Home and End go to its ends.
document.addEventListener('keydown', event => {
  const tile = event.target instanceof Element ? event.target.closest('[data-grid] > a') : null;
  if (!tile || event.ctrlKey || event.metaKey || event.altKey) return;
  const days = [...tile.parentElement.querySelectorAll(':scope > a')], place = days.indexOf(tile), row = Number(tile.parentElement.dataset.grid);
  const next = { ArrowLeft: place - 1, ArrowRight: place + 1, ArrowUp: place - row, ArrowDown: place + row, Home: 0, End: days.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const target = days[next];
  if (!target) return;
  days.forEach(day => { day.tabIndex = day === target ? 0 : -1; });
  target.focus();
});

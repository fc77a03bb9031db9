// Arrow keys walk through the days of a year in pixels: up and down by a day, left and right by a month. Home and End go to its ends.
document.addEventListener('keydown', event => {
  const pixel = event.target instanceof Element ? event.target.closest('[data-days] a[data-day]') : null;
  if (!pixel || event.ctrlKey || event.metaKey || event.altKey) return;
  const days = [...pixel.closest('[data-days]').querySelectorAll('a[data-day]')], place = days.indexOf(pixel);
  // The same day of another month, or the last of it that is there.
  const inMonth = by => {
    const [year, month, day] = pixel.dataset.day.split('-').map(Number), wanted = `${year}-${String(month + by).padStart(2, '0')}-`;
    return days.findLast(other => other.dataset.day.startsWith(wanted) && Number(other.dataset.day.slice(-2)) <= day);
  };
  const walks = {
    ArrowUp: () => days[place - 1], ArrowDown: () => days[place + 1], ArrowLeft: () => inMonth(-1), ArrowRight: () => inMonth(1), Home: () => days[0], End: () => days.at(-1),
  };
  if (!Object.hasOwn(walks, event.key)) return;
  event.preventDefault();
  const target = walks[event.key]();
  if (!target) return;
  days.forEach(day => day.setAttribute('tabindex', day === target ? 0 : -1));
  target.focus();
});

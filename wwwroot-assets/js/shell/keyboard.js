// One-letter keys. A key presses the element that carries it: inside the current list item first, else on the page outside any item.
const typing = element => element?.closest?.('input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"]), textarea, select, [contenteditable=""], [contenteditable="true"]');
const busy = () => document.querySelector('dialog:modal, .menu:popover-open');
const reachable = element => !element.disabled && (element.closest('.menu[popover]') ?? element).parentElement?.checkVisibility();
const items = () => [...document.querySelectorAll('[data-list-item]')].filter(item => item.checkVisibility());
const current = () => document.activeElement?.closest?.('[data-list-item]')
    ?? document.querySelector('[data-list-item][aria-current="true"]')
    ?? (items().length === 1 ? items()[0] : null);

const find = key => {
    const selector = `[data-shortcut="${CSS.escape(key)}"]`;
    const own = [...current()?.querySelectorAll(selector) ?? []].find(reachable);
    return own ?? [...document.querySelectorAll(selector)].filter(element => reachable(element) && !element.closest('[data-list-item]')).at(-1);
};

// An element of our own with a field in it takes the focus there, even before its script has come.
const press = element => {
    const field = typing(element) ?? (element.localName.includes('-') ? element.querySelector('textarea') : null);
    if (field) field.focus(); else element.click();
};

const moveTo = item => {
    document.querySelectorAll('[data-list-item][aria-current="true"]').forEach(other => other.removeAttribute('aria-current'));
    item.setAttribute('aria-current', 'true');
    if (!item.hasAttribute('tabindex')) item.setAttribute('tabindex', '-1');
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: 'nearest' });
};

const move = by => {
    const all = items(), at = all.indexOf(current());
    const next = at < 0 || all.length === 1 ? all[0] : all[Math.max(0, Math.min(at + by, all.length - 1))];
    if (next) moveTo(next);
    return Boolean(next);
};

const toggle = () => current()?.querySelector('input[type="checkbox"][data-select]')?.click();
const open = () => current()?.querySelector('a[data-open]')?.click();

const pressNamed = key => { const element = find(key); if (element) press(element); return Boolean(element); };

// Writing and searching begin from anywhere: other pages lead to the memos, or to the search, first.
const homes = { c: 'm', '/': 's' };
const pressAtHome = key => {
    const link = document.querySelector(`[data-go="${homes[key]}"]`);
    if (!link) return false;
    // Where it is shown already, its field is still on its way.
    if (link.getAttribute('aria-current') !== 'page') link.click();
    // The router gives the focus to the heading of the new page: ours comes after it.
    const began = Date.now();
    const onHeading = element => element?.localName === 'h1';
    const retake = event => { if (onHeading(event.target) && location.pathname === link.pathname) pressNamed(key); };
    const wait = () => {
        const isHeaded = onHeading(document.activeElement);
        const arrived = location.pathname === link.pathname && (isHeaded || Date.now() > began + 1000);
        if (!(arrived && pressNamed(key))) return void (Date.now() < began + 5000 && requestAnimationFrame(wait));
        // On a slow machine the heading comes later still.
        if (!isHeaded) document.addEventListener('focusin', retake, { once: true, signal: AbortSignal.timeout(5000) });
    };
    requestAnimationFrame(wait);
    return true;
};

let goUntil = 0;
const act = key => {
    if (goUntil > Date.now()) {
        goUntil = 0;
        const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
        link?.click();
        return Boolean(link);
    }
    if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1);
    if (key === 'g') { goUntil = Date.now() + 1500; return true; }
    if (key === '?') { document.getElementById('keyboard-help')?.showModal(); return true; }
    if (pressNamed(key)) return true;
    if (homes[key]) return pressAtHome(key);
    if (key === 'x') toggle();
    if (key === 'o') open();
    return key === 'x' || key === 'o';
};

document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.repeat && event.key !== 'j' && event.key !== 'k') return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (!busy()) document.dispatchEvent(new CustomEvent('mosaic:palette'));
        return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || busy() || typing(event.target)) return;
    if (event.key === 'Enter' && event.target.matches?.('[data-list-item]')) open();
    else if (event.key.length === 1 ? act(event.key) : !['Enter', 'Tab'].includes(event.key) && pressNamed(event.key)) event.preventDefault();
});

// Tabbing or clicking into an item makes it the current one.
document.addEventListener('focusin', event => {
    const item = event.target.closest?.('[data-list-item]');
    for (const other of document.querySelectorAll('[data-list-item][aria-current="true"]'))
        if (item && other !== item) other.removeAttribute('aria-current');
});

// Menus are native popovers next to their button; this places them and moves the focus in them (ARIA menu button pattern).
const itemsOf = menu => [...menu.querySelectorAll('.menu-item:not(:disabled)')];
const buttonOf = menu => document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);

const place = (menu, button) => {
    const at = button.getBoundingClientRect(), size = menu.getBoundingClientRect(), gap = 4, edge = 8;
    const below = at.bottom + gap + size.height <= innerHeight - edge || at.top < innerHeight / 2;
    const top = below ? at.bottom + gap : at.top - gap - size.height;
    const left = menu.dataset.align === 'start' ? at.left : at.right - size.width;
    menu.style.top = `${Math.max(edge, Math.min(top, innerHeight - size.height - edge))}px`;
    menu.style.left = `${Math.max(edge, Math.min(left, innerWidth - size.width - edge))}px`;
};

const enter = (menu, button, from) => {
    if (!menu.firstElementChild) return later(menu, button, from);
    place(menu, button);
    (menu.querySelector('[aria-checked="true"]') ?? itemsOf(menu).at(from))?.focus();
};

// Items of a late menu come from the server once it is open.
const later = (menu, button, from) => {
    const changes = new MutationObserver(() => {
        if (!menu.firstElementChild) return;
        changes.disconnect();
        if (menu.matches(':popover-open')) enter(menu, button, from);
    });
    changes.observe(menu, { childList: true });
};

document.addEventListener('toggle', event => {
    const menu = event.target;
    if (!(menu instanceof HTMLElement) || !menu.matches('.menu[popover]')) return;
    const button = buttonOf(menu), open = event.newState === 'open';
    button?.setAttribute('aria-expanded', String(open));
    if (open && button && !menu.contains(document.activeElement)) enter(menu, button, 0);
}, true);

document.addEventListener('keydown', event => {
    const button = event.target.closest?.('[popovertarget][aria-haspopup="menu"]');
    if (button && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        const menu = document.getElementById(button.getAttribute('popovertarget'));
        menu.showPopover({ source: button });
        enter(menu, button, event.key === 'ArrowUp' ? -1 : 0);
        return;
    }
    const menu = event.target.closest?.('.menu[popover]');
    if (!menu) return;
    const items = itemsOf(menu), at = items.indexOf(document.activeElement);
    const target = {
        ArrowDown: () => items[(at + 1) % items.length],
        ArrowUp: () => items[(at - 1 + items.length) % items.length],
        Home: () => items[0],
        End: () => items.at(-1),
    }[event.key]?.() ?? (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
        ? [...items.slice(at + 1), ...items.slice(0, at + 1)].find(item => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))
        : undefined);
    if (event.key === 'Tab') menu.hidePopover();
    else if (target || event.key.length === 1 && event.key !== ' ') { event.preventDefault(); event.stopPropagation(); target?.focus(); }
}, true);

// A chosen item closes its menu; Blazor has its own listener for what the item does.
document.addEventListener('click', event => event.target.closest?.('.menu-item')?.closest('.menu[popover]')?.hidePopover(), true);
for (const moved of ['resize', 'scroll'])
    addEventListener(moved, event => {
        const menu = document.querySelector('.menu:popover-open');
        if (menu && !(event.target instanceof Node && menu.contains(event.target))) {
            const button = buttonOf(menu);
            if (button) place(menu, button);
        }
    }, { capture: true, passive: true });

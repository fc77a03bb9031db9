// The command palette: finds what the page and the house can do, by name. Entries are the elements of [data-palette] and what carries a key.
const keep = 'mosaic.palette.recent';
const recent = () => { try { return JSON.parse(localStorage.getItem(keep)) ?? []; } catch { return []; } };
const remember = name => localStorage.setItem(keep, JSON.stringify([name, ...recent().filter(other => other !== name)].slice(0, 8)));
const nameOf = element => (element.dataset.shortcutName ?? element.getAttribute('aria-label') ?? element.title ?? '').trim()
    || [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE || node.matches?.(':not(kbd, .n, svg)')).map(node => node.textContent).join(' ').trim();
const iconOf = element => element.dataset.icon ?? element.querySelector('use')?.getAttribute('href')?.split('#')[1] ?? 'chevron-right';
const parts = () => {
    const dialog = document.getElementById('palette');
    return dialog && { dialog, input: dialog.querySelector('input'), list: dialog.querySelector('[role="listbox"]'), none: dialog.querySelector('.palette-none') };
};

// How well a name answers what was typed: letters in order, better at word beginnings and in a run. Null: not at all.
const score = (name, typed) => {
    const text = name.toLowerCase();
    let at = -1, total = 0;
    for (const letter of typed.toLowerCase()) {
        if (letter === ' ') continue;
        const next = text.indexOf(letter, at + 1);
        if (next < 0) return null;
        total += next === at + 1 ? 6 : /[ /·-]/.test(text[next - 1] ?? ' ') ? 4 : Math.max(-3, at - next);
        at = next;
    }
    return total - text.length / 20;
};

const lineEnd = String.fromCharCode(10);
let entries = [], shown = [], chosen = 0, hits = [], asking = null, waiting = 0;

// Texts: an address is gone to as by a link on the page, so that nothing is loaded anew where it need not be.
const goTo = address => {
    const link = document.querySelector('[data-palette]').appendChild(Object.assign(document.createElement('a'), { href: address }));
    link.click();
    link.remove();
};
const addressOfAll = typed => `${parts().dialog.dataset.search}?q=${encodeURIComponent(typed.toWellFormed?.() ?? typed)}`;
const everything = typed => ({ name: `Search everything for “${typed}”`, icon: 'search', hint: '', go: addressOfAll(typed) });

const take = line => {
    hits = JSON.parse(line).map(hit => ({ name: hit.title, icon: 'memo', hint: hit.when, go: hit.address }));
    filter(true);
};

// The answer comes in lines, each saying all that is known by then. What was asked before is no longer waited for.
const ask = typed => {
    clearTimeout(waiting);
    asking?.abort();
    if (!typed) { hits = []; return; }
    waiting = setTimeout(async () => {
        const own = asking = new AbortController();
        try {
            const answer = await fetch(`${parts().dialog.dataset.hits}?q=${encodeURIComponent(typed.toWellFormed?.() ?? typed)}`, { signal: own.signal, redirect: 'manual' });
            if (!answer.ok) return;
            const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
            for (let rest = '', part; !(part = await reader.read()).done;) {
                const lines = (rest + part.value).split(lineEnd);
                rest = lines.pop();
                if (own === asking && lines.length) take(lines.at(-1));
            }
        } catch {
            // Overtaken by what was typed since; or offline: there are commands still.
            if (own === asking && !own.signal.aborted) { hits = []; filter(true); }
        }
    }, 120);
};

const collect = () => {
    const item = document.querySelector('[data-list-item][aria-current="true"]');
    const house = [...document.querySelectorAll('[data-palette] :is(a, button)')].map(element => ({ element, keys: element.dataset.keys, hint: element.dataset.hint ?? '' }));
    const here = [...document.querySelectorAll('main [data-shortcut], .toasts [data-shortcut]')]
        .filter(element => !element.disabled && (!element.closest('[data-list-item]') || element.closest('[data-list-item]') === item))
        .map(element => ({ element, keys: element.dataset.shortcut, hint: 'on this page' }));
    const named = [...here, ...house].map(entry => ({ ...entry, name: nameOf(entry.element), icon: iconOf(entry.element) })).filter(entry => entry.name);
    return [...new Map(named.map(entry => [entry.name, entry])).values()];
};

const option = (entry, at) => {
    const row = document.createElement('li');
    row.className = 'palette-item';
    row.id = `palette-${at}`;
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', String(at === chosen));
    const icon = document.querySelector('#palette template').content.firstElementChild.cloneNode(true);
    const use = icon.querySelector('use');
    use.setAttribute('href', `${use.getAttribute('href').split('#')[0]}#${entry.icon}`);
    const name = document.createElement('span'), hint = document.createElement('small');
    name.textContent = entry.name;
    hint.textContent = entry.hint;
    row.append(icon, name, hint);
    if (entry.keys) row.append(Object.assign(document.createElement('kbd'), { textContent: entry.keys }));
    row.addEventListener('click', () => run(entry));
    return row;
};

const draw = () => {
    const { input, list, none } = parts();
    list.replaceChildren(...shown.map(option));
    none.hidden = shown.length > 0;
    if (shown.length) input.setAttribute('aria-activedescendant', `palette-${chosen}`); else input.removeAttribute('aria-activedescendant');
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
};

const filter = keepsChoice => {
    const before = keepsChoice ? shown[chosen]?.name : null;
    const typed = parts().input.value.trim(), last = recent();
    const rank = entry => { const at = last.indexOf(entry.name); return at < 0 ? last.length : at; };
    shown = typed
        ? entries.map(entry => ({ entry, points: score(entry.name, typed) })).filter(found => found.points !== null)
            .sort((a, b) => b.points - a.points || rank(a.entry) - rank(b.entry)).map(found => found.entry).concat(everything(typed), hits)
        : entries.toSorted((a, b) => rank(a) - rank(b));
    chosen = Math.max(0, shown.findIndex(entry => entry.name === before));
    draw();
};

const run = entry => {
    if (!entry.go) remember(entry.name);
    parts().dialog.close();
    if (entry.go) goTo(entry.go);
    else if (entry.element.matches('textarea, input:not([type="checkbox"])')) entry.element.focus(); else entry.element.click();
};

document.addEventListener('mosaic:palette', () => {
    const all = parts();
    if (!all) return;
    entries = collect();
    all.input.value = '';
    ask('');
    all.dialog.showModal();
    filter();
});

document.addEventListener('input', event => {
    if (!event.target.matches?.('.palette-in')) return;
    ask(event.target.value.trim());
    filter();
});
document.addEventListener('keydown', event => {
    if (!event.target.matches?.('.palette-in') || event.isComposing) return;
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + 8, PageUp: chosen - 8 }[event.key];
    if (to !== undefined && shown.length) {
        event.preventDefault();
        chosen = Math.abs(to - chosen) === 1 ? (to + shown.length) % shown.length : Math.max(0, Math.min(to, shown.length - 1));
        draw();
    } else if (event.key === 'Enter' && shown[chosen]) {
        event.preventDefault();
        run(shown[chosen]);
    }
});

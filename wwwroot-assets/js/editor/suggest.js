// What is offered while typing: tags after #, bots after @, memos after [[, commands after / at the beginning of a line. Arrows choose, Enter or Tab
// takes, Esc closes.

import { format, insert } from './writing.js';

const commands = [
  ['task', 'Task', '- [ ]'], ['list', 'List', '-'], ['ordered', 'Numbered list', '1.'], ['heading', 'Heading', '##'], ['quote', 'Quote', '>'],
  ['code', 'Code', '```'], ['table', 'Table', '| |'], ['link', 'Link', '[ ]( )'], ['date', 'Date', ''], ['time', 'Time', ''],
];

let last = 0;

export function suggestFor(editor) {
  const { text } = editor, signal = editor.stop.signal, id = `suggest-${++last}`;
  const box = document.createElement('ul');
  box.id = id;
  box.className = 'suggest';
  box.setAttribute('role', 'listbox');
  box.hidden = true;
  const said = document.createElement('span');
  said.className = 'sr-only';
  said.setAttribute('aria-live', 'polite');
  editor.append(box, said);
  text.setAttribute('aria-autocomplete', 'list');
  let open = null, items = [], chosen = -1, asking = null, wait = 0, closedAt = null;

  const on = (target, type, heard, options) => target.addEventListener(type, heard, { signal, ...options });
  on(text, 'input', event => event.isComposing || look());
  on(text, 'click', () => close());
  on(text, 'blur', () => setTimeout(() => document.activeElement === text || close(), 150));
  on(text, 'scroll', () => close());
  on(self, 'scroll', event => event.target !== text && !box.contains(event.target) && close(), { capture: true, passive: true });
  on(self, 'resize', () => close());
  on(text, 'keydown', event => {
    if (!open || box.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose((chosen + step + items.length + (chosen < 0 && step < 0 ? 1 : 0)) % items.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) take(items[chosen]);
    else if (event.key === 'Escape') { closedAt = open.from; close(); }
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
  box.addEventListener('pointerdown', event => event.preventDefault());
  box.addEventListener('click', event => {
    const at = [...box.children].indexOf(event.target.closest('li'));
    if (at >= 0) take(items[at]);
  });
  look();

  function look() {
    const found = trigger(text);
    if (!found || found.from === closedAt) { if (!found) closedAt = null; return close(); }
    open = found;
    clearTimeout(wait);
    asking?.abort();
    if (found.kind === 'command') {
      return show(commands.filter(c => c[0].startsWith(found.query) || c[1].toLowerCase().startsWith(found.query))
        .map(([take, name, hint]) => ({ take, name, hint })));
    }
    wait = setTimeout(() => ask(found), 120);
  }

  async function ask(found) {
    asking = new AbortController();
    try {
      const answer = await fetch(`/memos/suggest/${found.kind}s?q=${encodeURIComponent(found.query.toWellFormed?.() ?? found.query)}`,
        { signal: asking.signal, redirect: 'manual' });
      if (!answer.ok || open !== found) return;
      const list = await answer.json();
      show(found.kind === 'bot'
        ? list.map(b => ({ take: b.name, name: '@' + b.name, hint: b.description }))
        : found.kind === 'tag'
        ? list.filter(t => t.tag !== found.query.toLowerCase()).map(t => ({ take: t.tag, name: '#' + t.tag, hint: String(t.count) }))
        : list.filter(m => m.id !== editor.targetId).map(m => ({ take: m.id, name: m.label, hint: editor.clock(Date.parse(m.createdAt)) })));
    } catch { /* overtaken by a newer question, or offline: nothing is offered */ }
  }

  function show(list) {
    items = list;
    if (!items.length) return close();
    const first = box.hidden;
    box.replaceChildren(...items.map((item, i) => {
      const li = document.createElement('li'), name = document.createElement('span'), hint = document.createElement('small');
      li.id = `${id}-${i}`;
      li.setAttribute('role', 'option');
      name.textContent = item.name;
      name.dir = 'auto';
      hint.textContent = item.hint;
      li.append(name, hint);
      return li;
    }));
    box.setAttribute('aria-label', { tag: 'Tags', bot: 'Bots', memo: 'Memos', command: 'Commands' }[open.kind]);
    box.hidden = false;
    text.setAttribute('aria-controls', id);
    place(first);
    choose(open.query || !['tag', 'bot'].includes(open.kind) ? 0 : -1);
    said.textContent = `${items.length} offered; arrows choose, Enter takes`;
  }

  function choose(at) {
    chosen = at;
    [...box.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === at)));
    if (at < 0) text.removeAttribute('aria-activedescendant');
    else {
      text.setAttribute('aria-activedescendant', `${id}-${at}`);
      box.children[at].scrollIntoView({ block: 'nearest' });
    }
  }

  function close() {
    clearTimeout(wait);
    asking?.abort();
    open = null;
    items = [];
    if (box.hidden) return;
    box.hidden = true;
    text.removeAttribute('aria-activedescendant');
    text.removeAttribute('aria-controls');
    said.textContent = '';
  }

  function take(item) {
    const now = trigger(text);      // the text may have been replaced meanwhile
    if (now?.kind !== open.kind) return close();
    const { kind, from } = now, to = text.selectionStart, space = /^\s/.test(text.value.slice(to)) ? '' : ' ';
    close();
    if (kind === 'tag') insert(text, `#${item.take}${space}`, from, to);
    else if (kind === 'bot') insert(text, `@${item.take}${space}`, from, to);
    else if (kind === 'memo') insert(text, `[[${item.take}|${item.name.replace(/[[\]|\n]/g, ' ').trim()}]]`, from, text.value.startsWith(']]', to) ? to + 2 : to);
    else command(item.take, from, to);
    closedAt = null;
    close();
  }

  function command(name, from, to) {
    const zone = editor.dataset.zone || undefined;
    if (name === 'date') insert(text, new Intl.DateTimeFormat('sv', { timeZone: zone }).format(), from, to);
    else if (name === 'time') insert(text, new Intl.DateTimeFormat('sv', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(), from, to);
    else if (name === 'table') {
      insert(text, '| Column | Column |\n| --- | --- |\n|  |  |\n', from, to);
      text.setSelectionRange(from + 2, from + 8);
    } else { insert(text, '', from, to); format(text, name); }
  }

  function place(first) {
    if (!first && box.dataset.at === String(open.from)) return;
    box.dataset.at = String(open.from);
    const { left, top, height } = caret(text, open.from), width = box.offsetWidth, tall = box.offsetHeight;
    box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    box.style.top = top + height + 4 + tall < innerHeight ? `${top + height + 4}px` : `${Math.max(8, top - tall - 4)}px`;
  }
}

function trigger(text) {
  const { value, selectionStart: at } = text;
  if (at !== text.selectionEnd) return null;
  const start = Math.max(value.lastIndexOf('\n', at - 1) + 1, at - 80), line = value.slice(start, at);
  let found = /\[\[([^[\]|]{0,60})$/.exec(line);
  if (found) return { kind: 'memo', query: found[1], from: start + found.index };
  found = /(?:^|[^\p{L}\p{N}_&/#])#([\p{L}\p{N}\p{M}_\-/]{0,50})$/u.exec(line);
  if (found) return { kind: 'tag', query: found[1], from: at - found[1].length - 1 };
  found = /(?:^|[^\p{L}\p{N}_.@])@([\p{L}\p{N}\p{M}_\-]{0,50})$/u.exec(line);
  if (found) return { kind: 'bot', query: found[1], from: at - found[1].length - 1 };
  found = /^[ \t]*\/([a-z]{0,12})$/i.exec(line);
  if (found && start === value.lastIndexOf('\n', at - 1) + 1) return { kind: 'command', query: found[1].toLowerCase(), from: at - found[1].length - 1 };
  return null;
}

// Where a character of a text area stands on the screen: its text is laid out once more in a box of the same shape.
function caret(text, at) {
  const style = getComputedStyle(text), twin = document.createElement('div'), mark = document.createElement('span');
  for (const name of ['font', 'letterSpacing', 'wordSpacing', 'lineHeight', 'padding', 'borderWidth', 'borderStyle', 'textIndent', 'tabSize', 'direction'])
    twin.style[name] = style[name];
  Object.assign(twin.style, { position: 'fixed', visibility: 'hidden', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', boxSizing: 'border-box',
    width: `${text.clientWidth}px`, top: '0', left: '0' });
  twin.textContent = text.value.slice(0, at);
  mark.textContent = text.value[at] ?? '.';
  twin.append(mark);
  document.body.append(twin);
  const box = text.getBoundingClientRect();
  const place = { left: box.left + mark.offsetLeft, top: box.top + mark.offsetTop - text.scrollTop, height: mark.offsetHeight };
  twin.remove();
  return place;
}

// What helps while writing: lists go on, Tab indents, marks by key or button, a URL pasted over words becomes a link. Every change goes
// through the browser's own editing, so that Ctrl+Z takes it back.

const item = /^([ \t]*)(?:(>(?:[ \t]*>)*[ \t]?)|(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?)/;

export function assist(editor) {
  const { text } = editor, signal = editor.stop.signal;
  let tabLeaves = false, suggesting = null;
  const suggest = () => suggesting ??= import('./suggest.js').then(module => module.suggestFor(editor));
  text.addEventListener('keydown', event => {
    if (event.isComposing || event.defaultPrevented || event.keyCode === 229) return;
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.key === 'Escape') { tabLeaves = true; return; }
    if (event.key === 'Tab' && !chord && !event.altKey) {
      if (!tabLeaves && indent(text, event.shiftKey)) event.preventDefault();
      return;
    }
    tabLeaves = false;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      if (goOn(text)) event.preventDefault();
    } else if (chord && marks[event.key.toLowerCase()]) {
      event.preventDefault();
      event.stopPropagation();      // Ctrl+K is the palette elsewhere
      format(text, marks[event.key.toLowerCase()]);
    }
  }, { signal });
  text.addEventListener('paste', event => {
    const url = event.clipboardData?.getData('text/plain').trim() ?? '';
    const words = text.value.slice(text.selectionStart, text.selectionEnd);
    if (!/^(https?:\/\/|mailto:)\S+$/i.test(url) || !words.trim() || words.includes('\n') || /^https?:\/\/\S+$/i.test(words.trim())) return;
    event.preventDefault();
    insert(text, `[${words.replace(/[[\]]/g, '\\$&')}](${url.replace(/[()]/g, encodeURIComponent)})`);
  }, { signal });
  text.addEventListener('input', event => {
    if (!event.isComposing && /[#@[/]/.test(text.value.slice(Math.max(0, text.selectionStart - 60), text.selectionStart))) suggest();
  }, { signal });
}

const marks = { b: 'bold', i: 'italic', k: 'link' };

// Puts words in place of the selection, as if they were typed.
export function insert(text, words, from = text.selectionStart, to = text.selectionEnd) {
  if (document.activeElement !== text) text.focus({ preventScroll: true });
  text.setSelectionRange(from, to);
  const done = words ? document.execCommand('insertText', false, words) : from === to || document.execCommand('delete');
  if (!done) {
    text.setRangeText(words, from, to, 'end');
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

const lineStart = (value, at) => value.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (value, at) => { const end = value.indexOf('\n', at); return end < 0 ? value.length : end; };

// Enter in a list, a task or a quote begins the next one; in an empty one it ends the list.
export function goOn(text) {
  const { value, selectionStart: at } = text;
  if (at !== text.selectionEnd) return false;
  const start = lineStart(value, at), line = value.slice(start, lineEnd(value, at)), found = item.exec(line);
  if (!found || at < start + found[0].length || inCode(value, start)) return false;
  const [lead, space, quote, bullet, number, dot, gap, task] = found;
  if (!line.slice(lead.length).trim()) {
    insert(text, '', start, at);
    return true;
  }
  const next = quote ? space + quote.trimEnd() + ' '
    : space + (bullet ?? Number(number) + 1 + dot) + (gap.length > 4 ? ' ' : gap) + (task ? '[ ] ' : '');
  insert(text, '\n' + next);
  return true;
}

// Inside a fenced block a dash is no list.
function inCode(value, start) {
  let fence = null;
  for (const [, mark] of value.slice(0, start).matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (!fence) fence = mark; else if (mark[0] === fence[0] && mark.length >= fence.length) fence = null;
  }
  return fence !== null;
}

// Tab and Shift+Tab move list lines, and several lines at once; elsewhere Tab goes on to the next control.
export function indent(text, back) {
  const { value, selectionStart: from, selectionEnd: to } = text;
  const start = lineStart(value, from), end = lineEnd(value, to > from && value[to - 1] === '\n' ? to - 1 : to);
  const lines = value.slice(start, end).split('\n');
  if (lines.length === 1 && !item.test(lines[0]) && !inCode(value, start)) return false;
  const moved = lines.map(line => back ? line.replace(/^(\t| {1,2})/, '') : line.trim() || lines.length === 1 ? '  ' + line : line);
  if (moved.join('\n') === lines.join('\n')) return back;
  insert(text, moved.join('\n'), start, end);
  const first = moved[0].length - lines[0].length, all = moved.join('\n').length - (end - start);
  text.setSelectionRange(Math.max(start, from + first), Math.max(start, to + all));
  return true;
}

export function format(text, what) {
  text.focus({ preventScroll: true });
  if (what === 'bold') wrap(text, '**', 'bold');
  else if (what === 'italic') wrap(text, '_', 'italic');
  else if (what === 'link') link(text);
  else if (what === 'code') code(text);
  else prefix(text, what);
}

// Puts marks around the words, or takes them away when they stand there already.
function wrap(text, mark, sample) {
  const { value } = text;
  let { selectionStart: from, selectionEnd: to } = text;
  while (to > from && /\s/.test(value[to - 1])) to--;
  while (to > from && /\s/.test(value[from])) from++;
  const n = mark.length, words = value.slice(from, to);
  if (value.slice(from - n, from) === mark && value.slice(to, to + n) === mark) {
    insert(text, words, from - n, to + n);
    text.setSelectionRange(from - n, to - n);
  } else if (words.length >= 2 * n + 1 && words.startsWith(mark) && words.endsWith(mark)) {
    insert(text, words.slice(n, -n), from, to);
    text.setSelectionRange(from, to - 2 * n);
  } else {
    const inner = words || sample;
    insert(text, mark + inner + mark, from, to);
    text.setSelectionRange(from + n, from + n + inner.length);
  }
}

function link(text) {
  const { value, selectionStart: from, selectionEnd: to } = text, words = value.slice(from, to);
  const isUrl = /^(https?:\/\/|mailto:)\S+$/i.test(words);
  const label = isUrl ? 'text' : words || 'text', url = isUrl ? words : 'https://';
  insert(text, `[${label}](${url})`);
  if (words && !isUrl) text.setSelectionRange(from + label.length + 3, from + label.length + 3 + url.length);
  else text.setSelectionRange(from + 1, from + 1 + label.length);
}

function code(text) {
  const { value, selectionStart: from, selectionEnd: to } = text, words = value.slice(from, to);
  const alone = from === lineStart(value, from) && to === lineEnd(value, to);
  if (!words.includes('\n') && !(alone && !words)) return wrap(text, '`', 'code');
  if (value.slice(0, from).endsWith('```\n') && value.slice(to).startsWith('\n```')) {
    insert(text, words, from - 4, to + 4);
    return text.setSelectionRange(from - 4, to - 4);
  }
  const before = from > lineStart(value, from) ? '\n' : '', after = to < lineEnd(value, to) ? '\n' : '';
  insert(text, `${before}\`\`\`\n${words}\n\`\`\`${after}`);
  const at = from + before.length + 4;
  text.setSelectionRange(at, at + words.length);
}

const prefixes = { task: '- [ ] ', list: '- ', ordered: '1. ', quote: '> ', heading: '## ' };

// Makes lines of the selection list items, tasks, quotes or headings, or plain again.
function prefix(text, what) {
  const { value, selectionStart: from, selectionEnd: to } = text, mark = prefixes[what];
  const start = lineStart(value, from), end = lineEnd(value, to), lines = value.slice(start, end).split('\n');
  const has = line => what === 'task' ? /^\s*[-*+] \[[ xX]\] /.test(line) : what === 'heading' ? /^#{1,6} /.test(line)
    : what === 'quote' ? /^> ?/.test(line) : what === 'list' ? /^\s*[-*+] (?!\[[ xX]\] )/.test(line) : /^\s*\d+[.)] /.test(line);
  const own = what === 'quote' ? /^> ?/ : what === 'heading' ? /^#{1,6} +/ : /^(\s*)(?:[-*+] (?:\[[ xX]\] )?|\d+[.)] )/;
  const strip = line => line.replace(own, (_, space) => typeof space === 'string' ? space : '');
  const off = lines.every(line => has(line) || (!line.trim() && lines.length > 1));
  let n = 0;
  const made = lines.map(line => {
    if (off) return strip(line);
    if (!line.trim() && lines.length > 1) return line;
    const space = /^\s*/.exec(line)[0], rest = strip(line).trimStart();
    return space + (what === 'ordered' ? `${++n}. ` : mark) + rest;
  }).join('\n');
  insert(text, made, start, end);
  if (from === to) {
    const at = Math.max(start, from + made.length - (end - start));
    text.setSelectionRange(at, at);
  } else text.setSelectionRange(start, start + made.length);
}

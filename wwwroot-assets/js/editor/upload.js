// Files of a memo: sent one by one with progress while somebody goes on writing, shown in their order, moved, removed and taken back.

import { placeIn, smallPicture } from './picture.js';

const atOnce = 3;
const icons = { image: 'image', audio: 'audio', video: 'video', file: 'file' };
let last = 0;

export function attach(editor, list) {
  const room = 100 - editor.files.filter(f => !f.removed).length;
  for (const file of list.slice(0, Math.max(0, room))) {
    const added = { key: ++last, host: editor, file, filename: file.name || 'file', fileSize: file.size, resourceType: file.type.split('/')[0] in icons ? file.type.split('/')[0] : 'file' };
    const limit = Number(editor.dataset.maxFile || 0);
    if (!file.size) added.problem = 'This file is empty.';
    else if (limit && file.size > limit) added.problem = `Not sent: it is larger than ${size(limit)}, the limit here.`;
    else added.sending = 'waits';
    if (added.resourceType === 'image') added.thumb = URL.createObjectURL(file);
    editor.files.push(added);
    if (added.sending && file.type === 'image/jpeg') placeIn(file).then(found => { added.hasPlace = found; show(added.host); });
  }
  if (list.length > room) editor.status('A memo carries up to 100 files; the others were left out.', true);
  editor.changed();
  show(editor);
  next(editor);
}

function next(editor) {
  const busy = editor.files.filter(f => f.sending === 'now').length;
  for (const file of editor.files.filter(f => f.sending === 'waits').slice(0, atOnce - busy)) send(file);
}

function send(file) {
  const request = file.request = new XMLHttpRequest();
  file.sending = 'now';
  file.sent = 0;
  request.open('POST', '/files' + (file.keepPlace ? '?keepLocation=true' : ''));
  request.setRequestHeader('RequestVerificationToken', file.host.token());
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.filename.toWellFormed?.() ?? file.filename));
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.onprogress = e => { file.sent = e.loaded / Math.max(1, e.total); progress(file); };
  request.onload = () => arrived(file, request);
  request.onerror = request.ontimeout = () => failed(file, 'The server does not answer.', true);
  request.onabort = () => { };
  request.send(file.file);
  show(file.host);
}

function arrived(file, request) {
  let answer = null;
  try { answer = JSON.parse(request.responseText); } catch { /* not ours: the status tells */ }
  if (request.status === 201 && answer?.id) {
    Object.assign(file, { id: answer.id, filename: answer.filename, resourceType: answer.resourceType, mimeType: answer.mimeType, fileSize: answer.fileSize, sending: null, problem: null, request: null });
    if (file.resourceType === 'image') smallPicture(file.file).then(picture => picture && sendPreview(file, picture)).catch(() => { });
    settled(file.host);
  } else if (request.status === 400 && !file.renewed) {
    file.renewed = true;
    file.host.renewToken().then(() => send(file));
  } else if (request.status === 429) {
    file.sending = 'later';
    setTimeout(() => { if (file.sending === 'later') send(file); }, 1000 * (Number(request.getResponseHeader('Retry-After')) || 10));
  } else if (request.status === 413 || request.status === 422) failed(file, answer?.detail ?? 'The server refused this file.', false);
  else failed(file, request.status === 401 || !request.status ? 'You are signed out.' : answer?.detail ?? 'The server could not take it.', true);
}

function failed(file, problem, again) {
  Object.assign(file, { sending: null, request: null, problem, again });
  settled(file.host);
}

function settled(editor) {
  if (!editor.text) return;
  editor.changed();
  show(editor);
  next(editor);
  editor.filesSettled();
}

function sendPreview(file, picture) {
  return fetch(`/files/${file.id}/preview`, {
    method: 'PUT', body: picture, redirect: 'manual', headers: { RequestVerificationToken: file.host.token(), 'Content-Type': picture.type },
  });
}

function cancel(file) {
  file.request?.abort();
  file.sending = null;
  drop(file);
}

function drop(file) {
  const { host } = file;
  host.files = host.files.filter(f => f !== file);
  if (file.thumb) URL.revokeObjectURL(file.thumb);
  settled(host);
}

// Ten seconds to think again; the file itself stays on the server until nobody needs it.
function remove(file) {
  file.removed = true;
  file.forget = setTimeout(() => drop(file), 10_000);
  settled(file.host);
  file.row.querySelector('button')?.focus();
}

function takeBack(file) {
  clearTimeout(file.forget);
  file.removed = false;
  settled(file.host);
}

function move(file, by) {
  const { files } = file.host, from = files.indexOf(file), to = from + by;
  if (to < 0 || to >= files.length) return;
  files.splice(to, 0, ...files.splice(from, 1));
  settled(file.host);
  const acts = file.row.querySelectorAll('[data-move]');
  (acts[by < 0 ? 0 : 1].disabled ? acts[by < 0 ? 1 : 0] : acts[by < 0 ? 0 : 1]).focus();
}

function keepPlace(file, keep) {
  file.keepPlace = keep;
  file.request?.abort();
  if (file.id) fetch(`/files/${file.id}`, { method: 'DELETE', redirect: 'manual', headers: { RequestVerificationToken: file.host.token() } }).catch(() => { });
  file.id = null;
  file.sending = 'waits';
  settled(file.host);
}

export function show(editor) {
  const place = editor.part('files');
  if (!place || !editor.text) return;
  const rows = editor.files.map(file => {
    file.host = editor;
    file.key ??= ++last;
    file.row ??= newRow(file);
    fill(file);
    return file.row;
  });
  if (rows.length !== place.children.length || rows.some((row, i) => place.children[i] !== row)) place.replaceChildren(...rows);
}

function newRow(file) {
  const row = document.createElement('div');
  row.className = 'composer-file';
  row.setAttribute('role', 'group');
  row.draggable = true;
  row.addEventListener('dragstart', e => { e.dataTransfer.effectAllowed = 'move'; e.dataTransfer.setData('text/x-mosaic-file', String(file.key)); dragged = file; row.classList.add('dragged'); });
  row.addEventListener('dragend', () => { dragged = null; row.classList.remove('dragged'); });
  row.addEventListener('dragover', e => { if (dragged && dragged !== file && dragged.host === file.host) { e.preventDefault(); row.classList.add('over'); } });
  row.addEventListener('dragleave', () => row.classList.remove('over'));
  row.addEventListener('drop', e => {
    row.classList.remove('over');
    if (!dragged || dragged.host !== file.host) return;
    e.preventDefault();
    e.stopPropagation();
    move(dragged, file.host.files.indexOf(file) - file.host.files.indexOf(dragged));
  });
  return row;
}

let dragged = null;

function fill(file) {
  const { row, host } = file;
  const state = [file.sending, file.problem, file.removed, file.hasPlace, file.keepPlace, file.filename, host.files.indexOf(file), host.files.length].join();
  if (row.dataset.state === state) return;
  row.dataset.state = state;
  const focused = row.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null;
  row.setAttribute('aria-label', file.filename);
  const thumb = make('span', 'thumb'), words = make('span', 'words'), name = make('span', 'name', file.filename), acts = make('span', 'acts');
  name.dir = 'auto';
  name.title = file.filename;
  if (file.resourceType === 'image' && (file.thumb || file.id)) {
    const picture = make('img');
    picture.alt = '';
    picture.src = file.thumb ?? `/files/${file.id}/preview`;
    picture.onerror = () => picture.replaceWith(icon(host, 'image'));
    thumb.append(picture);
  } else thumb.append(icon(host, icons[file.resourceType] ?? 'file'));
  words.append(name, note(file));
  if (file.sending && file.sending !== 'later') {
    const bar = make('progress');
    bar.max = 1;
    bar.value = file.sent ?? 0;
    bar.setAttribute('aria-label', `Sending ${file.filename}`);
    words.append(bar);
  }
  if (file.removed) acts.append(press(host, 'undo', `Take ${file.filename} back`, () => takeBack(file)));
  else if (file.sending) acts.append(press(host, 'close', `Cancel ${file.filename}`, () => cancel(file)));
  else {
    if (file.problem && file.again) acts.append(press(host, 'restore', `Send ${file.filename} again`, () => { file.problem = null; file.sending = 'waits'; settled(host); }));
    const at = host.files.indexOf(file), up = press(host, 'chevron-left', `Move ${file.filename} up`, () => move(file, -1)), down = press(host, 'chevron-right', `Move ${file.filename} down`, () => move(file, 1));
    up.dataset.move = down.dataset.move = '';
    up.disabled = at === 0;
    down.disabled = at === host.files.length - 1;
    if (host.files.length > 1) acts.append(up, down);
    acts.append(press(host, 'close', `Remove ${file.filename}`, () => file.id ? remove(file) : cancel(file)));
  }
  row.replaceChildren(thumb, words, acts);
  if (focused) [...row.querySelectorAll('button')].find(b => b.getAttribute('aria-label') === focused)?.focus();
}

function note(file) {
  const words = make('span', file.problem ? 'note error' : 'note');
  if (file.problem) words.setAttribute('role', 'alert');
  words.append(file.removed ? 'Removed' : file.problem ?? (file.sending === 'later' ? 'Waits a moment: many files at once' : size(file.fileSize)));
  if (file.hasPlace && file.file && !file.removed && !file.problem) {
    const label = make('label'), box = make('input');
    box.type = 'checkbox';
    box.checked = file.keepPlace === true;
    box.setAttribute('aria-label', `Keep where ${file.filename} was taken`);
    box.onchange = () => keepPlace(file, box.checked);
    label.append(box, 'keep where it was taken');
    words.append(label);
  }
  return words;
}

function progress(file) {
  const bar = file.row?.querySelector('progress');
  if (bar) bar.value = file.sent;
}

function press(editor, symbol, name, act) {
  const made = make('button', 'ico');
  made.type = 'button';
  made.setAttribute('aria-label', name);
  made.title = name;
  made.append(icon(editor, symbol));
  made.addEventListener('click', act);
  return made;
}

function icon(editor, symbol) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  const sprite = editor.querySelector('.bar use')?.getAttribute('href').split('#')[0] ?? '/icons/sprite.svg';
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `${sprite}#${symbol}`);
  svg.append(use);
  return svg;
}

function make(tag, name, words) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (words) made.textContent = words;
  return made;
}

export function size(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let n = bytes, unit = 0;
  while (n >= 1024 && unit < 3) { n /= 1024; unit++; }
  return `${n >= 100 || unit === 0 ? Math.round(n) : n.toFixed(1).replace(/\.0$/, '')} ${units[unit]}`;
}

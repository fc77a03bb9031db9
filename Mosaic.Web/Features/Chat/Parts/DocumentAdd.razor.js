// Sends files that were chosen or dropped, one after the other, beside the circuit. The list hears of each from the server.
const parts = new Map();

export function attach(key, part) {
  if (!part) return;
  const field = part.querySelector('[data-files]');
  const sender = new Sender(part);
  const hasFile = event => event.dataTransfer?.types.includes('Files');
  const over = event => {
    if (!hasFile(event)) return;
    event.preventDefault();
    part.classList.add('dropping');
  };
  const leave = event => { if (!event.relatedTarget) part.classList.remove('dropping'); };
  const drop = event => {
    if (!hasFile(event)) return;
    event.preventDefault();
    part.classList.remove('dropping');
    sender.add(event.dataTransfer.files);
  };
  const chosen = () => {
    sender.add(field.files);
    // The same file can be chosen again after a refusal.
    field.value = '';
  };
  const heard = [['dragover', over], ['dragleave', leave], ['drop', drop]];
  for (const [name, hear] of heard) document.addEventListener(name, hear);
  field.addEventListener('change', chosen);
  part.isLive = true;
  parts.set(key, () => {
    for (const [name, hear] of heard) document.removeEventListener(name, hear);
    field.removeEventListener('change', chosen);
    sender.stop();
  });
}

export function detach(key) {
  parts.get(key)?.();
  parts.delete(key);
}

class Sender {
  constructor(part) {
    this.sending = part.querySelector('[data-sending]');
    this.problems = part.querySelector('[data-problems]');
    this.queue = [];
    this.request = null;
  }

  add(files) {
    this.problems.replaceChildren();
    const target = this.sending.dataset.targetKey;
    for (const file of files) this.queue.push({ file, target });
    if (!this.request) this.next();
  }

  stop() {
    this.queue = [];
    this.request?.abort();
  }

  async next() {
    const one = this.queue.shift();
    this.sending.replaceChildren();
    if (!one) {
      this.request = null;
      return;
    }
    const request = this.request = new XMLHttpRequest();
    const label = document.createElement('label'), name = document.createElement('span'), bar = document.createElement('progress');
    label.className = 'progress';
    name.textContent = `Sending ${one.file.name}`;
    bar.max = 100;
    label.append(name, bar);
    this.sending.append(label);
    const [scope, id] = one.target.split(':'), form = new FormData();
    form.append('scope', scope);
    if (id) form.append(scope === 'bot' ? 'botId' : 'conversationId', id);
    form.append('file', one.file, one.file.name);
    request.upload.onprogress = event => { if (event.lengthComputable) bar.value = 100 * event.loaded / event.total; };
    request.onload = () => { this.told(one.file.name, request); this.next(); };
    request.onerror = request.ontimeout = () => { this.problem(`“${one.file.name}” was not sent: the server does not answer. Choose it again.`); this.next(); };
    try {
      const token = await (await fetch('/antiforgery')).json();
      request.open('POST', this.sending.dataset.address);
      request.setRequestHeader('RequestVerificationToken', token.token);
      request.send(form);
    } catch {
      request.onerror();
    }
  }

  told(name, request) {
    if (request.status === 201) return;
    let answer = null;
    try { answer = JSON.parse(request.responseText); } catch { /* not ours: the status tells */ }
    if (request.status === 429) this.problem(`“${name}” was not sent: many files came at once. Choose it again in a minute.`);
    else this.problem(answer?.detail ?? `“${name}” was not taken. Choose it again.`);
  }

  problem(text) {
    const line = document.createElement('p');
    line.className = 'notice error';
    line.textContent = text;
    this.problems.append(line);
  }
}

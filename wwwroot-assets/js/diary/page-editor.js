// Keeps the text of a diary page beside the circuit: in the browser at once, on the server two seconds after the last key.
const quietMs = 2000;

export function attach(root) {
  const text = root.querySelector('textarea'), state = root.querySelector('[data-part="state"]');
  const key = `mosaic:diary:${root.dataset.user}:${root.dataset.date}`;
  let timer = 0, flight = Promise.resolve(true);

  const say = words => { state.textContent = words; };
  const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const copy = () => {
    try { localStorage.setItem(key, JSON.stringify({ text: text.value, base: root.dataset.base })); } catch { /* full or forbidden: the server has it */ }
  };

  const put = async () => {
    const sent = text.value;
    try {
      const answer = await fetch(`/diary/drafts/${root.dataset.date}`, {
        method: 'PUT', credentials: 'same-origin', redirect: 'manual', signal: AbortSignal.timeout(20_000),
        headers: { 'Content-Type': 'application/json', RequestVerificationToken: root.querySelector('[name="__RequestVerificationToken"]')?.value ?? '' },
        body: JSON.stringify({ content: sent, baseRevision: Number(root.dataset.base) }),
      });
      if (answer.ok) {
        if (text.value === sent) localStorage.removeItem(key);
        say('Kept, not saved yet');
        return true;
      }
      say(answer.status === 422 ? (await answer.json()).detail : 'Kept in this browser only');
    } catch {
      say('Kept in this browser only');
    }
    return false;
  };

  root.flush = () => {
    clearTimeout(timer);
    timer = 0;
    return flight = flight.then(put);
  };
  root.forget = () => { clearTimeout(timer); timer = 0; try { localStorage.removeItem(key); } catch { /* nothing was kept */ } };
  const touch = () => {
    copy();
    say('');
    clearTimeout(timer);
    timer = setTimeout(root.flush, quietMs);
  };
  const leave = () => { if (timer) root.flush(); };

  const kept = read();
  if (kept && kept.base === root.dataset.base && kept.text !== text.value) {
    text.value = kept.text;
    say('This text was kept in your browser');
    touch();
  } else if (text.value !== text.defaultValue) {
    // Written before anybody listened.
    touch();
  }
  text.addEventListener('input', touch);
  addEventListener('pagehide', leave);
  root.detach = () => { leave(); removeEventListener('pagehide', leave); };
}

export const flush = root => root.flush();
export const forget = root => root.forget();
export const detach = root => root.detach?.();

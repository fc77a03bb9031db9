// Moves and zooms the map, and moves the focus over its places. The server hears only what is done to a place.
const smallest = 0.04, largest = 3, step = 1.25, far = 60;
const maps = new Map();

export function attach(key, frame, owner) {
  if (frame) maps.set(key, new TreeView(frame, owner));
}

export function refresh(key) {
  maps.get(key)?.refresh();
}

export function detach(key) {
  maps.get(key)?.leave();
  maps.delete(key);
}

class TreeView {
  constructor(frame, owner) {
    Object.assign(this, { frame, owner, svg: frame.querySelector(".tree-map"), view: frame.querySelector("[data-view]"), pointers: new Map(), x: 0, y: 0, k: 1 });
    this.listeners = new AbortController();
    const listen = (name, act, options) => frame.addEventListener(name, event => act.call(this, event), { signal: this.listeners.signal, ...options });
    listen("wheel", this.wheel, { passive: false });
    listen("pointerdown", this.press);
    listen("pointermove", this.move);
    listen("pointerup", this.release);
    listen("pointercancel", this.release);
    listen("click", this.click, { capture: true });
    listen("dblclick", this.open);
    listen("keydown", this.key);
    listen("focusin", this.focus);
    this.refresh();
    this.begin();
    frame.dataset.live = "true";
  }

  leave() {
    this.listeners.abort();
    clearTimeout(this.telling);
  }

  // Places may have come and gone: one of them takes the focus by Tab, and a focus whose place went goes to the one above it.
  refresh() {
    this.nodes = new Map([...this.view.querySelectorAll("[data-id]")].map(node => [node.dataset.id, node]));
    this.children = Map.groupBy([...this.nodes.values()], node => node.dataset.parent ?? "");
    this.levels = Map.groupBy([...this.nodes.values()], node => node.dataset.level);
    for (const row of this.levels.values()) row.sort((one, other) => this.placeOf(one).x - this.placeOf(other).x);
    const lost = this.current && !this.nodes.has(this.current);
    const current = this.nodes.get(this.current) ?? this.view.querySelector("[data-here]") ?? this.nodes.values().next().value;
    if (current) this.rove(current);
    if (lost && current && document.activeElement === document.body) current.focus({ preventScroll: true });
  }

  rove(node) {
    for (const other of this.view.querySelectorAll("[tabindex='0']")) if (other !== node) other.setAttribute("tabindex", "-1");
    for (const other of this.view.querySelectorAll("[aria-selected]")) if (other !== node) other.removeAttribute("aria-selected");
    node.setAttribute("tabindex", "0");
    node.setAttribute("aria-selected", "true");
    this.current = node.dataset.id;
  }

  placeOf(node) {
    const { e: x, f: y } = node.transform.baseVal.consolidate().matrix;
    return { x, y };
  }

  get size() {
    return { width: Number(this.svg.dataset.width), height: Number(this.svg.dataset.height), across: this.frame.clientWidth, down: this.frame.clientHeight };
  }

  draw() {
    this.view.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${this.k})`);
  }

  // All of it where it can be read like that, else where the open path ends.
  begin() {
    const { width, height, across, down } = this.size;
    if (Math.min(across / (width + 40), down / (height + 40)) >= 0.6) return this.fit();
    this.k = across < 600 ? 0.8 : 1;
    const node = this.nodes.get(this.current);
    const { x, y } = node ? this.placeOf(node) : { x: 0, y: 0 };
    [this.x, this.y] = [across / 2 - (x + 92) * this.k, down / 2 - (y + 28) * this.k];
    this.draw();
  }

  fit() {
    const { width, height, across, down } = this.size;
    this.k = Math.max(smallest, Math.min(1.2, (across - 40) / width, (down - 40) / height));
    [this.x, this.y] = [(across - width * this.k) / 2, (down - height * this.k) / 2];
    this.draw();
  }

  zoom(factor, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2) {
    const k = Math.min(largest, Math.max(smallest, this.k * factor));
    [this.x, this.y] = [x - (x - this.x) * k / this.k, y - (y - this.y) * k / this.k];
    this.k = k;
    this.draw();
  }

  pan(x, y) {
    [this.x, this.y] = [this.x + x, this.y + y];
    this.draw();
  }

  reveal(node) {
    const { x, y } = this.placeOf(node);
    const [left, top, right, bottom] = [x * this.k + this.x, y * this.k + this.y, (x + 184) * this.k + this.x, (y + 56) * this.k + this.y];
    const inside = (low, high, room) => low < 16 ? 16 - low : high > room - 16 ? room - 16 - high : 0;
    this.pan(inside(left, right, this.frame.clientWidth), inside(top, bottom, this.frame.clientHeight));
  }

  at(event) {
    const box = this.frame.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return this.pan(-(event.deltaX || event.deltaY) * lines, event.shiftKey ? 0 : -event.deltaY * lines);
    const { x, y } = this.at(event);
    this.zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY * lines)) / 400), x, y);
  }

  press(event) {
    if (event.button !== 0 || event.target.closest("button")) return;
    this.pointers.set(event.pointerId, this.at(event));
    if (this.pointers.size === 1) [this.start, this.dragged] = [this.at(event), false];
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.at(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (!this.dragged && !other && Math.hypot(now.x - this.start.x, now.y - this.start.y) < 5) return;
    if (!this.dragged) this.frame.setPointerCapture(event.pointerId);
    this.dragged = true;
    this.pointers.set(event.pointerId, now);
    if (!other) return this.pan(now.x - before.x, now.y - before.y);
    // Two fingers: what is between them stays between them.
    const [wide, was] = [Math.hypot(now.x - other.x, now.y - other.y), Math.hypot(before.x - other.x, before.y - other.y)];
    this.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (was > 0) this.zoom(wide / was, (now.x + other.x) / 2, (now.y + other.y) / 2);
  }

  release(event) {
    this.pointers.delete(event.pointerId);
  }

  click(event) {
    const button = event.target.closest("[data-zoom]");
    if (button) return button.dataset.zoom === "fit" ? this.fit() : this.zoom(button.dataset.zoom === "in" ? step : 1 / step);
    if (this.dragged) return void (this.dragged = false);
    const node = event.target.closest("[data-id]");
    if (!node) return;
    node.focus({ preventScroll: true });
    this.tell(event.target.closest("[data-fold]") ? "toggle" : "pick", node);
  }

  open(event) {
    const node = event.target.closest("[data-id]");
    if (node && !event.target.closest("[data-fold]")) this.tell("open", node);
  }

  focus(event) {
    const node = event.target.closest("[data-id]");
    if (!node) return;
    this.rove(node);
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell("select", node), 120);
  }

  go(node) {
    if (!node) return;
    node.focus({ preventScroll: true });
    this.reveal(node);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = event.target.closest("[data-id]");
    const act = this.actOf(event, node);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  actOf(event, node) {
    const moves = { ArrowUp: [0, far], ArrowDown: [0, -far], ArrowLeft: [far, 0], ArrowRight: [-far, 0] };
    switch (event.key) {
      case "+": case "=": return () => this.zoom(step);
      case "-": return () => this.zoom(1 / step);
      case "0": return () => this.fit();
      case "Escape": return () => this.owner.invokeMethodAsync("ActAsync", "cancel", this.current ?? crypto.randomUUID()).catch(() => {});
    }
    if (moves[event.key] && (event.shiftKey || !node)) return event.target.closest("button") ? null : () => this.pan(...moves[event.key]);
    if (!node) return null;
    const row = this.levels.get(node.dataset.level);
    switch (event.key) {
      case "ArrowUp": return () => this.go(this.nodes.get(node.dataset.parent));
      case "ArrowDown": return () => this.go(this.children.get(node.dataset.id)?.[0]);
      case "ArrowLeft": return () => this.go(row[row.indexOf(node) - 1]);
      case "ArrowRight": return () => this.go(row[row.indexOf(node) + 1]);
      case "Home": return () => this.go(this.nodes.values().next().value);
      case "End": return () => this.go(this.view.querySelector("[data-here]"));
      case "Enter": return () => this.tell("open", node);
      case " ": return () => this.tell("toggle", node);
      case "F2": return () => this.tell("name", node);
      case "c": return () => this.tell("compare", node);
      case "Delete": return () => this.tell("delete", node);
    }
    return null;
  }

  tell(act, node) {
    clearTimeout(this.telling);
    this.owner.invokeMethodAsync("ActAsync", act, node.dataset.id).catch(() => {});
  }
}

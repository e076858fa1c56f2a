// The document: rows in place, one of them open, drafts on top, events through the outbox.

const AUTOSAVE_AFTER = 1000; // ms after the last key
const PAGE_CHANGE = 3000; // ms that a change of the page may take

class Editor {
  constructor(root) {
    this.root = root;
    this.rows = new Map();
    this.conflicts = new Map();
    this.doubts = new Map(); // number -> text whose approval a finding speaks against
    this.timers = new Map();
    this.active = null;
    this.group = "all";
    this.query = "";
    this.confirming = false;
    this.leastSure = false;
    this.order = [];
    this.asking = null;
    this.notice = "";
    this.build();
    this.listen();
  }

  /** What happens around the editor: texts are sent before the page is left or hidden. */
  listen() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const beyond = (event) => !event.composedPath().includes(this.frame);
    const on = (target, kind, action) => {
      target.addEventListener(kind, action, { capture: true, signal });
    };
    on(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") this.flushAll();
    });
    on(document, "pointerdown", (event) => beyond(event) && this.flushAll());
    on(document, "click", (event) => {
      const link = event.composedPath().some((node) => node.localName === "a");
      if (link && beyond(event)) this.outbox?.pause(PAGE_CHANGE);
    });
    on(window, "popstate", () => this.outbox?.pause(PAGE_CHANGE));
  }

  build() {
    this.frame = make("div", "frame");
    this.tools = make("div", "tools");
    this.chips = make("div", "chips");
    this.chips.setAttribute("role", "group");
    this.search = make("input", "search");
    this.search.type = "search";
    this.search.dir = "auto";
    this.search.addEventListener("input", () => {
      this.query = this.search.value.trim().toLocaleLowerCase();
      this.filter();
    });
    this.sort = make("button", "btn q sort");
    this.sort.type = "button";
    this.sort.addEventListener("click", () => {
      this.leave();
      this.leastSure = !this.leastSure;
      this.draw();
    });
    this.rest = make("button", "btn q");
    this.rest.type = "button";
    this.rest.addEventListener("click", () => this.approveRest());
    this.tools.append(this.chips, this.sort, make("span", "sp"), this.search, this.rest);
    this.confirm = make("div", "confirm");
    this.confirm.hidden = true;
    this.alert = make("div", "alert");
    this.alert.setAttribute("role", "alert");
    this.alert.hidden = true;
    this.main = make("div", "main");
    this.doc = make("div", "doc");
    this.doc.setAttribute("role", "list");
    this.nothing = make("p", "nothing");
    this.aside = make("aside");
    this.main.append(this.doc, this.aside);
    this.footer = make("footer");
    this.position = make("span", "position");
    this.saving = make("span", "saving");
    this.saving.setAttribute("role", "status");
    this.saving.setAttribute("aria-live", "polite");
    this.footer.append(this.position, this.saving);
    this.frame.append(this.tools, this.confirm, this.alert, this.main, this.footer);
    this.frame.addEventListener("keydown", (event) => this.key(event));
    for (const kind of ["keypress", "keyup"]) {
      this.frame.addEventListener(kind, (event) => event.stopPropagation());
    }
    this.root.append(this.frame);
  }

  /** New data from the server. Nothing that is typed, focused or scrolled to is touched. */
  update(data, send) {
    this.send = send;
    if (this.data && this.data.release !== data.release) this.forget();
    this.data = data;
    this.segments = new Map(data.segments.map((segment) => [segment.number, segment]));
    if (!this.drafts) {
      this.drafts = new Drafts(data.release);
      this.outbox = new Outbox(
        (wish) => this.event(wish),
        (event) => this.send(event),
        () => this.showStatus(),
      );
      this.restored = this.drafts.numbers();
    }
    this.frame.dir = data.dir;
    this.settle(data.ack);
    this.reconcile();
    this.draw();
    if (this.called) this.activate(this.called, true);
    this.called = null;
    for (const number of this.restored.splice(0)) this.later(number, 0);
    this.outbox.next();
  }

  /** Take the server's answer to the event on its way. */
  settle(ack) {
    const event = this.outbox.answered(ack);
    if (!event) return;
    const saved = ["done", "doubt"].includes(ack.status);
    this.notice = saved ? "" : ack.message;
    if (ack.status === "doubt") {
      this.doubts.set(event.number, event.target);
      this.called = event.number;
    }
    if (event.kind === "others") this.asking = null;
    const draft = this.drafts.get(event.number);
    if (ack.status === "stale" && draft) this.later(event.number, AUTOSAVE_AFTER);
    if (!saved || !draft || !["save", "approve"].includes(event.kind)) return;
    const segment = this.segments.get(event.number);
    if (draft.text === event.target) this.drafts.drop(event.number);
    else if (segment) {
      this.drafts.put(event.number, segment.version, segment.target, draft.text);
      this.later(event.number, AUTOSAVE_AFTER);
    }
  }

  /** Hold drafts against what the server has: same text, rebased, or two texts to choose of. */
  reconcile() {
    for (const number of this.drafts.numbers()) {
      const segment = this.segments.get(number);
      const draft = this.drafts.get(number);
      const flying = this.outbox.flying && this.outbox.flying.number === number;
      if (!segment || flying) continue;
      // A machine drafts only what is empty: what a person was typing there stands.
      const machine = segment.state === "pretranslated" && draft.baseText.trim() === "";
      if (segment.target === draft.text) {
        this.drafts.drop(number);
        this.conflicts.delete(number);
      } else if (segment.version !== draft.base && (machine || segment.target === draft.baseText)) {
        this.drafts.put(number, segment.version, segment.target, draft.text);
      } else if (segment.version !== draft.base) {
        const by = segment.changed_by;
        this.conflicts.set(number, { theirs: segment.target, mine: draft.text, by });
      }
    }
    for (const number of this.conflicts.keys()) {
      if (!this.drafts.get(number)) this.conflicts.delete(number);
    }
  }

  /** The person chose between the two texts. */
  resolve(number, keepMine) {
    const segment = this.segments.get(number);
    const draft = this.drafts.get(number);
    this.conflicts.delete(number);
    this.notice = "";
    if (keepMine && draft) {
      this.drafts.put(number, segment.version, segment.target, draft.text);
      this.outbox.push({ kind: "save", number });
    } else this.drafts.drop(number);
    this.draw();
    this.activate(number, true);
  }

  /** The event for a wish, made when its turn comes so that text and version are the latest. */
  event({ kind, number, numbers, anyway }) {
    if (kind === "approve_many") {
      const agreed = numbers.filter((n) => this.segments.has(n) && !this.conflicts.has(n));
      const versions = agreed.map((n) => [n, this.segments.get(n).version]);
      return versions.length ? { kind, number: 0, versions } : null;
    }
    const segment = this.segments.get(number);
    const draft = this.drafts.get(number);
    if (!segment) return null;
    if (kind === "save" && (!draft || this.conflicts.has(number))) return null;
    if (kind === "approve" && this.conflicts.has(number)) return null;
    const version = draft ? draft.base : segment.version;
    const target = draft ? draft.text : segment.target;
    return { kind, number, version, target, anyway: Boolean(anyway) };
  }

  typed(number, text) {
    const segment = this.segments.get(number);
    const draft = this.drafts.get(number);
    if (text === segment.target && !this.outbox.carries(number)) this.drafts.drop(number);
    else {
      const base = draft ? draft.base : segment.version;
      this.drafts.put(number, base, draft ? draft.baseText : segment.target, text);
    }
    this.reconcile();
    this.later(number, AUTOSAVE_AFTER);
    this.refresh(number);
    this.drawAround();
  }

  later(number, delay) {
    window.clearTimeout(this.timers.get(number));
    this.timers.set(number, window.setTimeout(() => this.flush(number), delay));
  }

  flush(number) {
    window.clearTimeout(this.timers.get(number));
    this.timers.delete(number);
    const draft = this.drafts.get(number);
    if (!draft || this.conflicts.has(number)) return;
    const flying = this.outbox.flying;
    const sent = flying && flying.number === number && flying.target === draft.text;
    if (!sent) this.outbox.push({ kind: "save", number });
  }

  flushAll() {
    for (const number of this.drafts ? this.drafts.numbers() : []) this.flush(number);
  }

  /** Open a row; `at` is the place of the caret, in UTF-16 units, else it goes to the end. */
  activate(number, focus, at) {
    const row = this.rows.get(number);
    if (!row) return;
    if (this.active !== number) {
      const old = this.rows.get(this.active);
      this.active = number;
      if (old) {
        this.flush(old.number);
        old.close(false);
      }
      this.outbox.push({ kind: "open", number });
    }
    row.open(focus, at);
    this.drawAround();
    if (focus) row.element.scrollIntoView({ block: "nearest" });
  }

  leave() {
    const row = this.rows.get(this.active);
    this.active = null;
    if (row) {
      this.flush(row.number);
      row.close(true);
    }
    this.drawAround();
  }

  /** Whether the person was told what speaks against approving the text as it is. */
  doubted(number) {
    const draft = this.drafts.get(number);
    const text = draft ? draft.text : this.segments.get(number).target;
    return this.doubts.get(number) === text;
  }

  approve(number) {
    const segment = this.segments.get(number);
    const draft = this.drafts.get(number);
    const wrong = !draft && segment.findings.some((finding) => finding.severity === "error");
    const anyway = this.doubted(number);
    if (wrong && !anyway && segment.state !== "approved") {
      this.doubts.set(number, segment.target);
      this.activate(number, true);
      return;
    }
    if ((draft ? draft.text : segment.target).trim() === "") {
      this.notice = fill(this.data.labels.write_first, { number: segment.label });
      this.showStatus();
      return;
    }
    this.notice = "";
    window.clearTimeout(this.timers.get(number));
    if (segment.state !== "approved" || draft) {
      this.outbox.push({ kind: "approve", number, anyway });
    }
    const next = this.neighbour(1, (other) => other.state !== "approved");
    if (next) this.activate(next, true);
    else this.leave();
  }

  /** Number of the shown segment before (-1) or behind (1) the open one that is wanted. */
  neighbour(step, wanted = () => true) {
    const at = this.order.indexOf(this.active);
    const behind = step > 0 ? this.order.slice(at + 1) : this.order.slice(0, Math.max(at, 0));
    const list = step > 0 ? behind : behind.reverse();
    const shown = (number) => !this.rows.get(number).element.hidden;
    return list.find((n) => shown(n) && wanted(this.segments.get(n))) ?? null;
  }

  forget() {
    this.stopTimers();
    for (const row of this.rows.values()) row.element.remove();
    this.rows.clear();
    this.conflicts.clear();
    this.doubts.clear();
    this.drafts = null;
    this.active = null;
    this.order = [];
    this.asking = null;
    this.notice = "";
  }

  stopTimers() {
    this.outbox?.close();
    for (const timer of this.timers.values()) window.clearTimeout(timer);
    this.timers.clear();
  }

  /** The page is gone. Drafts stay in the browser's storage for the next visit. */
  close() {
    this.stopTimers();
    this.listening.abort();
    this.frame.remove();
  }
}

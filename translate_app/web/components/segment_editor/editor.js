// The document: rows in place, one of them open, drafts on top, events through the outbox.

const AUTOSAVE_AFTER = 1000; // ms after the last key
const ASK_AGAIN = 400; // ms
const PAGE_CHANGE = 3000; // ms that a change of the page may take

class Editor {
  constructor(root) {
    this.root = root;
    this.revision = 0;
    this.signs = kept("signs", false);
    this.arabicDigits = false;
    this.reset();
    this.build();
    this.listen();
  }

  /** The server was lost or is back: then it hears at once what waited for it. */
  reconnected() {
    if (!this.connection.lost) this.outbox?.again();
    this.showStatus();
    for (const number of this.drafts?.numbers() || []) this.refresh(number);
  }

  /** Where the person is, for an editor that takes the place of this one; undefined if nowhere. */
  place() {
    const area = this.openField()?.area;
    if (!area) return undefined;
    const focused = this.root.activeElement === area;
    return { number: this.active, focused, at: area.selectionStart };
  }

  /** Nothing of a release is here. */
  reset() {
    this.rows = new Map();
    this.segments = new Map();
    this.numbers = [];
    this.conflicts = new Map();
    this.doubts = new Map(); // number -> text whose approval a finding speaks against
    this.expected = new Map(); // number -> state that an event on its way will bring
    this.timers = new Map();
    this.besides = new Map(); // number -> what the server said about the segment
    this.here = {};
    this.drafts = null;
    this.active = null;
    this.stop = null; // the closed row that Tab reaches
    this.lastPlace = null; // the row that was open or walked to last
    this.group = "all";
    this.query = "";
    this.confirming = false;
    this.leastSure = false;
    this.order = [];
    this.asking = null;
    this.rejecting = null;
    this.cutting = null;
    this.commented = new Set();
    this.naming = null; // the form for a new name: {number, source, target, type, message, sent}
    this.picked = null; // {number, text} selected last in the source of an open segment
    this.offeredNames = new Map(); // spelling -> entries between which a person has chosen
    this.unsent = null; // a comment that is being written
    this.said = null; // the comment that was sent last
    this.toComment = null;
    this.saidOnce = "";
    this.notice = "";
    this.around = "";
    this.found = null;
  }

  /** What happens around the editor: texts are sent before the page is left or hidden. */
  listen() {
    this.listening = new AbortController();
    this.connection = new Connection(() => this.reconnected());
    const { signal } = this.listening;
    const beyond = (event) => !event.composedPath().includes(this.frame);
    const on = (target, kind, action) => {
      target.addEventListener(kind, action, { capture: true, signal });
    };
    on(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") this.flushAll();
    });
    on(document, "pointerdown", (event) => beyond(event) && this.flushAll());
    on(document, "keydown", (event) => beyond(event) && this.keyOutside(event));
    on(document, "click", (event) => {
      const link = event.composedPath().some((node) => node.localName === "a");
      if (link && beyond(event)) this.outbox?.pause(PAGE_CHANGE);
    });
    on(document, "selectionchange", () => this.pick());
    on(document, "focusin", (event) => this.keepFocus(event));
    on(window, "popstate", () => this.outbox?.pause(PAGE_CHANGE));
    on(window, WIRE_NEWS, ({ detail }) => this.hear(detail));
  }

  build() {
    this.frame = make("div", "frame");
    this.bar = make("div", "bar");
    this.bar.setAttribute("role", "img");
    this.confirm = make("div", "confirm");
    this.confirm.hidden = true;
    this.alert = make("div", "alert");
    this.alert.setAttribute("role", "alert");
    this.alert.hidden = true;
    this.offers = make("div", "offer");
    this.offers.setAttribute("role", "status");
    this.offers.hidden = true;
    this.main = make("div", "main");
    this.doc = make("div", "doc");
    this.list = make("div", "list");
    this.list.setAttribute("role", "list");
    this.nothing = make("p", "nothing");
    this.doc.append(this.list, this.nothing);
    this.aside = make("aside");
    this.aside.tabIndex = -1; // a key leads here
    this.main.append(this.doc, this.aside);
    this.footer = make("footer");
    this.position = make("span", "position");
    this.saving = make("span", "saving");
    this.saving.setAttribute("role", "status");
    this.saving.setAttribute("aria-live", "polite");
    this.people = make("span", "people");
    this.tips = new Tips(this.frame);
    this.help = make("dialog", "help");
    this.buildTools();
    const { position, saving, people, toggles } = this;
    this.footer.append(position, saving, make("span", "sp"), people, toggles);
    const { bar, tools, confirm, alert, main, offers, footer, help } = this;
    this.frame.append(bar, tools, confirm, alert, main, offers, footer, help);
    this.shelf = new Shelf((number) => this.fill(number));
    this.frame.addEventListener("keydown", (event) => this.key(event));
    for (const kind of ["keypress", "keyup"]) {
      this.frame.addEventListener(kind, (event) => event.stopPropagation());
    }
    this.list.addEventListener("click", (event) => this.markChosen(event));
    this.list.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) this.markChosen(event);
    });
    this.root.append(this.frame);
  }

  /** The whole release from the server. Nothing that is typed, focused or scrolled to is touched. */
  update(data) {
    if (this.data && this.data.release !== data.release) this.forget();
    const older = data.revision < this.revision; // sent again by a page that drew itself anew
    this.data = data;
    if (!older) {
      this.revision = data.revision;
      this.segments = new Map(data.segments.map((segment) => [segment.number, segment]));
      this.numbers = data.segments.map((segment) => segment.number);
    }
    if (!this.drafts) this.begin(data);
    this.frame.dir = data.dir;
    this.reconcile();
    this.draw();
    for (const number of this.restored.splice(0)) this.later(number, 0);
    const wire = wires().get(data.release);
    if (wire) this.hear(wire);
    this.outbox.next();
  }

  /** A release is here for the first time: its drafts and small choices are fetched. */
  begin(data) {
    this.drafts = new Drafts(data.release);
    this.outbox = new Outbox(
      (wish) => this.event(wish),
      (event) => this.send({ ...event, has: this.revision }),
      () => this.showStatus(),
      (wish) => LOOKING.has(wish.kind) || this.passOffer(),
    );
    this.restored = this.drafts.numbers();
    this.turned = kept(`turned/${data.release}`, {});
    this.arabicDigits = kept("digits", data.digits === "arab");
    this.beginLooking();
  }

  /** News from the server: rows that changed, the answer to an event, what stands beside a row. */
  hear(wire) {
    const { news, send } = wire;
    if (!this.data || news.release !== this.data.release) return;
    const renewed = this.renewed(wire);
    this.send = send;
    this.outbox.connected = true;
    const fresh = news.revision > this.revision;
    const changed = fresh ? news.rows : [];
    if (fresh) this.revision = news.revision;
    for (const row of changed) this.segments.set(row.number, row);
    const moved = fresh && Boolean(news.numbers);
    if (moved) this.reorder(news.numbers);
    if (news.beside) this.besides.set(news.beside.number, news.beside);
    this.lookAgain(news);
    if (news.found) this.found = news.found;
    this.here = news.here || {};
    const talked = this.commented;
    if (news.commented) this.commented = new Set(news.commented);
    const touched = [...changed.map((row) => row.number), ...this.expected.keys()];
    touched.push(...talked, ...this.commented);
    this.settle(news.ack);
    this.reconcile();
    if (moved) this.draw();
    else this.drawChanged(touched);
    if (this.called) this.activate(this.called, true);
    this.called = null;
    if (renewed) this.outbox.again();
    this.outbox.next();
  }

  /** Whether what was sent before went nowhere: the wire is another one, or was cut meanwhile. */
  renewed(wire) {
    const before = this.wire;
    this.wire = wire;
    if (!before || before === wire) return false;
    return this.connection.mended() || before.owner !== wire.owner;
  }

  /** Ask for news again soon where engines are at work, on the release or beside a segment. */
  lookAgain({ busy, beside }) {
    window.clearTimeout(this.askTimer);
    const asked = beside?.number === this.active && beside?.others && !beside.others.complete;
    if (!busy && !asked) return;
    const again = () => this.outbox.push({ kind: "open", number: this.active || 0 });
    this.askTimer = window.setTimeout(again, ASK_AGAIN);
  }

  /** Segments were split or merged: these are there now, in this order. */
  reorder(numbers) {
    this.numbers = numbers;
    const there = new Set(numbers);
    for (const number of this.segments.keys()) {
      if (!there.has(number)) this.segments.delete(number);
    }
  }

  /** Direction of the target of a segment: the language's, unless the person turned it round. */
  directionOf(number) {
    const { dir } = this.data.target;
    if (!this.turned[number]) return dir;
    return dir === "rtl" ? "ltr" : "rtl";
  }

  /** Streamlit's own word of a lost connection takes no focus: the editor says so itself. */
  keepFocus(event) {
    const field = this.openField?.();
    const path = event.composedPath();
    if (!field || path.includes(this.frame)) return;
    const box = path.find((node) => node.getAttribute?.("role") === "dialog");
    if (!box || !this.connection.away) return;
    box.querySelector("button")?.click(); // closed once, it does not come again
    window.setTimeout(() => field.area.focus({ preventScroll: true }));
  }

  forget() {
    this.offer(null);
    this.stopTimers();
    this.shelf.clear();
    this.list.replaceChildren();
    this.revision = 0;
    this.reset();
  }

  stopTimers() {
    this.outbox?.close();
    window.clearTimeout(this.askTimer);
    window.clearTimeout(this.toolsTimer);
    window.clearTimeout(this.sayTimer);
    window.clearTimeout(this.offerTimer);
    for (const timer of this.timers.values()) window.clearTimeout(timer);
    this.timers.clear();
  }

  /** The page is gone. Drafts stay in the browser's storage for the next visit. */
  close() {
    this.stopTimers();
    this.shelf.clear();
    this.listening.abort();
    this.connection.close();
    this.frame.remove();
  }
}

// Drawing the editor's state: every method changes in place what differs, and only that.

const TOOLS_AFTER = 60; // ms: counts may come a moment after the next segment is open

/** Where the caret of a field is; null where it is no field for text. */
function caretOf(field) {
  if (!["TEXTAREA", "INPUT"].includes(field.tagName)) return null;
  return [field.selectionStart, field.selectionEnd];
}

Object.assign(Editor.prototype, {
  /** Everything: for the first time, or when rows came, went or moved. */
  draw() {
    this.doc.querySelector(".columns")?.remove(); // its words follow the interface's language
    this.doc.prepend(this.columns());
    for (const number of this.numbers) {
      if (this.rows.has(number)) continue;
      const row = new Row(this, this.segments.get(number));
      this.rows.set(number, row);
      this.list.append(row.element);
    }
    for (const [number, row] of this.rows) {
      if (this.segments.has(number)) continue;
      if (this.active === number) this.active = null;
      row.element.remove();
      this.rows.delete(number);
    }
    this.arrange();
    this.headUnits();
    for (const number of this.order) {
      const row = this.rows.get(number);
      if (row.filled) this.refresh(number);
      else this.shelf.add(row.element, number);
    }
    this.drawTools();
    this.filter();
    this.aside.setAttribute("aria-label", this.data.labels.panel);
    this.drawAround();
  },

  /** What a save, an answer or somebody else's work changed. */
  drawChanged(numbers) {
    const touched = new Set(numbers);
    for (const number of touched) this.refresh(number);
    this.drawHere();
    this.drawAround();
    this.drawToolsSoon();
  },

  drawToolsSoon() {
    window.clearTimeout(this.toolsTimer);
    this.toolsTimer = window.setTimeout(() => {
      if (!this.data || !this.drafts) return;
      this.drawTools();
      this.filter();
    }, TOOLS_AFTER);
  },

  /** A line over the first row of every paragraph. */
  headUnits() {
    let unit = null;
    for (const number of this.order) {
      const segment = this.segments.get(number);
      const first = this.leastSure || segment.unit !== unit;
      this.rows.get(number).element.classList.toggle("first", first);
      unit = segment.unit;
    }
  },

  /** Names of the two languages over the columns. */
  columns() {
    const { source, target } = this.data;
    const line = make("div", "columns");
    line.setAttribute("aria-hidden", "true");
    const heads = [source, target].map((side) => {
      const head = make("div");
      head.dir = side.dir; // over the beginning of its texts
      head.append(make("bdi", "", side.name));
      return head;
    });
    line.append(make("div", "n"), ...heads);
    return line;
  },

  /** Make the content of a row that comes near the window. */
  fill(number) {
    this.rows.get(number)?.fill();
    this.refresh(number);
  },

  refresh(number) {
    const row = this.rows.get(number);
    const segment = this.seen(number);
    if (!row || !row.filled || !segment) return;
    const draft = this.drafts.get(number);
    const saving = this.expected.has(number) ? "saving" : "";
    row.update(segment, draft, draft ? this.statusOf(number) : saving, this.peopleIn(number));
    row.showConflict(this.conflicts.get(number) || null);
  },

  /** Names of the others who are in a segment now. */
  peopleIn(number) {
    const people = this.here[number] || [];
    return people.length ? people.join(", ") : "";
  },

  drawHere() {
    const now = JSON.stringify(this.here);
    if (now === this.hereShown) return;
    const before = Object.keys(JSON.parse(this.hereShown || "{}"));
    this.hereShown = now;
    for (const number of new Set([...before, ...Object.keys(this.here)])) {
      this.refresh(Number(number));
    }
    const { labels } = this.data;
    const others = Object.entries(this.here).flatMap(([number, people]) =>
      people.map((name) => {
        const place = { name, number: this.segments.get(Number(number))?.label ?? number };
        return appendFilled(make("span"), labels.person_in, place);
      }),
    );
    this.people.replaceChildren(...others);
  },

  drawConfirm() {
    const { labels } = this.data;
    const ready = this.candidates();
    const counted = (label) => fill(label, { count: String(ready.length) });
    this.rest.textContent = counted(labels.approve_rest);
    this.rest.hidden = ready.length === 0;
    if (ready.length === 0) this.confirming = false;
    this.confirm.hidden = !this.confirming;
    if (!this.confirming) return;
    const { activeElement } = this.root;
    const had = this.confirm.contains(activeElement) ? activeElement.dataset.action : null;
    this.confirm.replaceChildren(
      make("b", "", counted(labels.approve_question)),
      makeButton("btn", counted(labels.approve_all), () => this.approveMany(ready), "all"),
      makeButton("btn q", labels.cancel, () => this.approveMany([]), "cancel"),
    );
    if (had) this.confirm.querySelector(`[data-action="${had}"]`)?.focus();
  },

  /** Side panels, the line under the open segment and the status line. */
  drawAround() {
    const { data } = this;
    const segment = this.seen(this.active) || null;
    const beside = this.besides.get(this.active);
    const draft = Boolean(segment && this.drafts.get(segment.number));
    const doubt = segment && this.doubted(segment.number);
    const asking = this.asking === this.active;
    const state = [segment, beside, this.found, asking, draft, doubt, this.rejecting, this.cutting];
    state.push(data.labels, segment && this.follower(segment.number));
    const { number, message, sent } = this.naming || {};
    state.push(number, message, sent, this.unsent?.reply, [...this.offeredNames.keys()]);
    const now = segment ? JSON.stringify(state) : "";
    if (segment === null || now !== this.around) {
      this.around = now;
      const focused = this.root.activeElement;
      const inside = focused && this.aside.contains(focused);
      const had = inside ? focused.dataset.action : null;
      const caret = inside ? caretOf(focused) : null;
      const panels = segment ? segmentPanels(this, segment) : releasePanels(this);
      this.aside.replaceChildren(...panels);
      if (had) this.refocus(had, caret);
      this.goToComment();
      if (segment) this.drawUnder(segment, doubt);
    }
    this.showStatus();
  },

  /** The panels were made anew: focus goes to the same action, or back to the text. */
  refocus(action, caret) {
    const same = this.aside.querySelector(`[data-action="${action}"]`);
    if (same) {
      same.focus();
      if (caret) same.setSelectionRange(...caret);
    } else this.rows.get(this.active)?.open(true);
  },

  /** The status line, and the sentence of the last thing that went wrong. */
  showStatus() {
    if (!this.data || !this.drafts) return;
    const { labels } = this.data;
    const segment = this.segments.get(this.active);
    const total = String(this.segments.size);
    this.position.textContent = segment
      ? fill(labels.position, { number: segment.label, total })
      : fill(labels.total, { total });
    const pending = this.drafts.numbers();
    let status = "saved";
    const { lost } = this.connection;
    const away = this.outbox.late || lost;
    const waits = pending.length > 0 || this.outbox.busy;
    if (this.conflicts.size > 0) status = "not_saved";
    else if (lost && pending.length > 0 && this.drafts.kept) status = "kept_here";
    else if (away && waits) status = "not_saved";
    else if (this.outbox.busy) status = "saving";
    else if (pending.length > 0) status = this.notice ? "not_saved" : "typed";
    const wrong = ["not_saved", "kept_here"].includes(status);
    const words = (!wrong && this.saidOnce) || labels[status];
    if (this.saving.dataset.status !== status || this.saving.textContent !== words) {
      this.saving.dataset.status = status;
      this.saving.textContent = words;
    }
    let message = this.conflicts.size > 0 ? "" : this.notice;
    if (away) message = labels.no_answer;
    else if (!this.drafts.kept) message = labels.not_kept;
    this.alert.hidden = message === "";
    if (this.alert.textContent !== message) this.alert.textContent = message;
    for (const number of pending) this.refresh(number);
  },
});

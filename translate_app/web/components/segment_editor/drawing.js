// Drawing the editor's state: every method changes in place what differs, and only that.

Object.assign(Editor.prototype, {
  draw() {
    const { data } = this;
    const headings = this.doc.querySelector(".columns");
    if (!headings) this.doc.append(this.columns());
    let unit = null;
    for (const segment of data.segments) {
      let row = this.rows.get(segment.number);
      if (!row) {
        row = new Row(this, segment);
        this.rows.set(segment.number, row);
        this.doc.append(row.element);
      }
      row.element.classList.toggle("first", this.leastSure || segment.unit !== unit);
      unit = segment.unit;
      this.refresh(segment.number);
    }
    for (const [number, row] of this.rows) {
      if (!this.segments.has(number)) {
        row.element.remove();
        this.rows.delete(number);
      }
    }
    if (!this.nothing.isConnected) this.doc.append(this.nothing);
    this.arrange();
    this.drawTools();
    this.filter();
    this.drawAround();
  },

  /** Rows as in the text, or the least sure drafts first. Nothing moves while a row is open. */
  arrange() {
    const { segments } = this.data;
    if (this.active !== null && this.order.length === segments.length) return;
    const rank = (s) => (s.state === "approved" ? 200 : (s.confidence ?? 150));
    const sorted = this.leastSure ? [...segments].sort((a, b) => rank(a) - rank(b)) : segments;
    this.order = sorted.map((segment) => segment.number);
    let place = this.doc.querySelector(".columns").nextSibling;
    for (const number of this.order) {
      const { element } = this.rows.get(number);
      if (element === place) place = place.nextSibling;
      else this.doc.insertBefore(element, place);
    }
  },

  /** Names of the two languages over the columns. */
  columns() {
    const { source, target } = this.data;
    const line = make("div", "s columns");
    line.setAttribute("aria-hidden", "true");
    line.append(make("div", "n"), make("div", "", source.name), make("div", "", target.name));
    return line;
  },

  refresh(number) {
    const row = this.rows.get(number);
    const segment = this.segments.get(number);
    if (!row || !segment) return;
    const draft = this.drafts.get(number);
    row.update(segment, draft, this.statusOf(number));
    row.showConflict(this.conflicts.get(number) || null);
  },

  /** Label key for the state of a draft. */
  statusOf(number) {
    if (this.conflicts.has(number) || this.outbox.late) return "not_saved";
    return this.outbox.carries(number) ? "saving" : "typed";
  },

  drawTools() {
    const { groups, labels } = this.data;
    this.chips.setAttribute("aria-label", labels.show);
    groups.forEach((group, place) => {
      let chip = this.chips.children[place];
      if (!chip) {
        chip = make("button", "chip");
        chip.type = "button";
        chip.addEventListener("click", () => {
          this.group = group.id;
          this.drawTools();
          this.filter();
        });
        this.chips.append(chip);
      }
      const on = group.id === this.group;
      chip.textContent = `${group.label} ${group.count}`;
      chip.classList.toggle("on", on);
      chip.setAttribute("aria-pressed", String(on));
    });
    this.sort.textContent = labels.least_sure;
    this.sort.setAttribute("aria-pressed", String(this.leastSure));
    this.sort.classList.toggle("on", this.leastSure);
    this.search.placeholder = labels.search;
    this.search.setAttribute("aria-label", labels.search);
    this.drawConfirm();
  },

  drawConfirm() {
    const { labels } = this.data;
    const { ready, clean, untouched, low, errors } = this.candidates();
    const counted = (label, list) => fill(label, { count: String(list.length) });
    this.rest.textContent = counted(labels.approve_rest, ready);
    this.rest.disabled = ready.length === 0;
    if (ready.length === 0) this.confirming = false;
    this.confirm.hidden = !this.confirming;
    if (!this.confirming) return;
    const button = (text, className, action) => {
      const made = make("button", className, text);
      made.type = "button";
      made.addEventListener("click", action);
      return made;
    };
    const flagged = { length: ready.length - clean.length };
    const facts = [
      [labels.with_errors, errors],
      [labels.some_findings, flagged],
      [labels.low_among, low],
      [labels.untouched, untouched],
    ].filter(([, list]) => list.length > 0);
    const list = make("ul");
    list.append(...facts.map(([label, found]) => make("li", "", counted(label, found))));
    this.confirm.replaceChildren(
      make("b", "", counted(labels.approve_question, ready)),
      list,
      ...(clean.length && flagged.length
        ? [button(counted(labels.approve_clean, clean), "btn", () => this.approveMany(clean))]
        : []),
      button(counted(labels.approve_all, ready), "btn q", () => this.approveMany(ready)),
      button(labels.cancel, "btn q", () => this.approveMany([])),
    );
  },

  /** Show the rows of the chosen group that hold the query; the open one always stays. */
  filter() {
    let shown = 0;
    for (const segment of this.data.segments) {
      const draft = this.drafts.get(segment.number);
      const text = `${segment.source}\n${draft ? draft.text : segment.target}`;
      const wanted =
        segment.groups.includes(this.group) && text.toLocaleLowerCase().includes(this.query);
      const visible = wanted || segment.number === this.active;
      this.rows.get(segment.number).element.hidden = !visible;
      shown += visible ? 1 : 0;
    }
    this.nothing.textContent = this.data.labels.nothing_here;
    this.nothing.hidden = shown > 0;
  },

  /** Side panels, the line under the open segment and the status line. */
  drawAround() {
    const { data } = this;
    const segment = this.segments.get(this.active) || null;
    const draft = segment && this.drafts.get(segment.number);
    const asking = this.asking === this.active;
    const doubted = Boolean(segment) && this.doubted(segment.number);
    const panels = [segment, data.history, data.others, asking, data.labels];
    const now = JSON.stringify([...panels, Boolean(draft), doubted]);
    if (segment === null || now !== this.around) {
      this.around = now;
      const focused = this.root.activeElement;
      const had = focused && this.aside.contains(focused) ? focused.dataset.action : null;
      const does = {
        insert: (text) => this.rows.get(this.active)?.insert(text),
        go: (number) => this.activate(number, true),
        ask: () => this.askOthers(),
        use: (text) => this.rows.get(this.active)?.replace(text),
      };
      this.aside.replaceChildren(...sidePanels(data, segment, asking, does));
      if (had) this.refocus(had);
      if (segment) this.drawUnder(segment);
    }
    this.showStatus();
  },

  /** The panels were made anew: focus goes to the same action, or back to the text. */
  refocus(action) {
    const same = this.aside.querySelector(`[data-action="${action}"]`);
    if (same) same.focus();
    else this.rows.get(this.active)?.open(true);
  },

  drawUnder(segment) {
    const { labels } = this.data;
    const under = this.rows.get(segment.number).under;
    const focused = this.root.activeElement;
    const had = focused && under.contains(focused) ? focused.dataset.action : null;
    const approved = segment.state === "approved";
    const doubted = !approved && this.doubted(segment.number);
    const words = doubted ? labels.approve_anyway : labels.approve;
    const button = make("button", "btn", approved ? labels.reopen : words);
    button.type = "button";
    button.dataset.action = approved ? "reopen" : "approve";
    button.addEventListener("click", () => {
      if (approved) this.outbox.push({ kind: "reopen", number: segment.number });
      else this.approve(segment.number);
    });
    const inline = make("div", "inline");
    inline.append(...findingRows(segment.findings));
    const doubt = make("div", "doubt");
    doubt.hidden = !doubted;
    doubt.setAttribute("role", "alert");
    const errors = segment.findings.filter((finding) => finding.severity === "error");
    doubt.append(make("b", "", labels.doubt), ...findingRows(errors));
    under.replaceChildren(doubt, inline, keyHints(labels), make("span", "sp"), button);
    if (had) button.focus();
  },

  /** The status line, and the sentence of the last thing that went wrong. */
  showStatus() {
    if (!this.data) return;
    const { labels, total } = this.data;
    const segment = this.segments.get(this.active);
    this.position.textContent = segment
      ? fill(labels.position, { number: segment.label, total })
      : fill(labels.total, { total });
    const pending = this.drafts.numbers();
    let status = "saved";
    if (this.outbox.late || this.conflicts.size > 0) status = "not_saved";
    else if (this.outbox.busy) status = "saving";
    else if (pending.length > 0) status = this.notice ? "not_saved" : "typed";
    if (this.saving.dataset.status !== status || this.saving.textContent !== labels[status]) {
      this.saving.dataset.status = status;
      this.saving.textContent = labels[status];
    }
    let message = this.conflicts.size > 0 ? "" : this.notice;
    if (this.outbox.late) message = labels.no_answer;
    else if (!this.drafts.kept) message = labels.not_kept;
    this.alert.hidden = message === "";
    if (this.alert.textContent !== message) this.alert.textContent = message;
    for (const number of pending) this.refresh(number);
  },
});

const editors = new WeakMap();

/** Called by Streamlit with every new data; the same host element keeps its editor. */
export default function render({ data, parentElement, setTriggerValue }) {
  let editor = editors.get(parentElement);
  if (!editor) {
    editor = new Editor(parentElement);
    editors.set(parentElement, editor);
  }
  editor.update(data, (event) => setTriggerValue("event", event));
  return () => {
    editors.delete(parentElement);
    editor.close();
  };
}

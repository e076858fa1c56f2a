// What keys and buttons of the editor do.

Object.assign(Editor.prototype, {
  /** Open a row; `at` is the place of the caret, in UTF-16 units, else it goes to the end. */
  activate(number, focus, at) {
    const row = this.rows.get(number);
    if (!row) return;
    this.shelf.take(row.element);
    if (this.active !== number) {
      const old = this.rows.get(this.active);
      this.active = number;
      this.rejecting = null;
      this.cutting = null;
      if (old) {
        this.flush(old.number);
        old.close(false);
      }
      this.outbox.push({ kind: "open", number });
      this.look(number);
    }
    if (row.element.hidden) row.element.hidden = false;
    row.open(focus, at);
    this.drawAround();
    if (focus) row.element.scrollIntoView({ block: "nearest" });
  },

  leave() {
    const row = this.rows.get(this.active);
    this.active = null;
    if (row) {
      this.flush(row.number);
      row.close(true);
    }
    this.drawAround();
  },

  /** What the person was told that speaks against approving the text as it is, or null. */
  doubted(number) {
    const doubt = this.doubts.get(number);
    return doubt && doubt.text === this.textOf(number) ? doubt : null;
  },

  /** Approve, if no error speaks against it or `reason` says why it may stand, and go on. */
  approve(number, reason = "") {
    const segment = this.segments.get(number);
    const draft = this.drafts.get(number);
    const text = this.textOf(number);
    const wrong = !draft && segment.findings.some((finding) => finding.severity === "error");
    if (text.trim() === "") {
      this.notice = fill(this.data.labels.write_first, { number: segment.label });
      this.showStatus();
      return;
    }
    if ((wrong || this.doubted(number)) && !reason && segment.state !== "approved") {
      const known = this.doubted(number);
      if (!known) this.doubts.set(number, { text, message: "" });
      this.activate(number, true);
      if (known) this.reasonField()?.focus();
      return;
    }
    this.notice = "";
    window.clearTimeout(this.timers.get(number));
    if (segment.state !== "approved" || draft) {
      this.expect(number, "approved");
      this.outbox.push({ kind: "approve", number, words: reason });
    }
    this.goOn();
    this.offer(null);
    this.offerTwins(number);
  },

  /** To the next segment that waits, else out of the text. */
  goOn() {
    const next = this.neighbour(1, (other) => this.waits(other.number));
    if (next !== null) this.activate(next, true);
    else this.leave();
    this.drawToolsSoon();
  },

  /** Whether a segment waits for this person: not done, not sent back, not for another's eyes. */
  waits(number) {
    const { state, changed_by } = this.seen(number);
    if (state === "reviewed") return changed_by !== this.data.user;
    return state !== "approved" && state !== "rejected";
  },

  reasonField() {
    return this.rows.get(this.active)?.under.querySelector(".reason input");
  },

  /** Number of the shown segment before (-1) or behind (1) the open one that is wanted. */
  neighbour(step, wanted = () => true) {
    const shown = (number) => !this.rows.get(number).element.hidden;
    const start = this.order.indexOf(this.active);
    for (let at = start + step; at >= 0 && at < this.order.length; at += step) {
      const number = this.order[at];
      if (shown(number) && wanted(this.segments.get(number))) return number;
    }
    return null;
  },

  move(step) {
    const next = this.neighbour(step);
    if (next !== null) this.activate(next, true);
  },

  /** Ask for other drafts of the open segment; typing goes on meanwhile. */
  askOthers() {
    if (this.active === null || this.asking === this.active) return;
    this.asking = this.active;
    this.outbox.push({ kind: "others", number: this.active });
    this.drawAround();
  },

  /** Put in the proposal at that place; ask for drafts where there are none yet. */
  useProposal(place) {
    const beside = this.besides.get(this.active);
    const proposal = proposalsOf(beside)[place];
    if (proposal) this.rows.get(this.active)?.field?.replace(proposal.text);
    else if (!beside?.others) this.askOthers();
  },

  /** Put the next glossary name that the text lacks at the caret. */
  insertMissing() {
    const row = this.rows.get(this.active);
    if (!row?.field) return;
    const { names } = this.segments.get(this.active);
    const text = folded(row.field.area.value);
    const lacks = names.find((name) => !text.includes(folded(name.target))) || names[0];
    if (lacks) row.field.insertName(lacks.target);
  },

  /** A name of the source was chosen: it goes to the caret, if its segment is open. */
  markChosen(event) {
    const mark = event.target.closest?.(".source mark[data-tip]");
    const row = this.rows.get(this.active);
    if (!mark || !row?.field || !row.source.contains(mark)) return;
    event.preventDefault();
    row.field.insertName(mark.dataset.tip);
  },

  async copySource() {
    const { source } = this.segments.get(this.active);
    try {
      await navigator.clipboard.writeText(source);
      this.notice = "";
      this.say(this.data.labels.copied);
    } catch {
      this.notice = this.data.labels.not_copied;
      this.showStatus();
    }
  },

  /** Say something once, to screen readers and in the status line. */
  say(words) {
    this.saving.textContent = words;
    window.setTimeout(() => this.showStatus(), 1500);
  },

  /** Turn the open text round; the choice survives a reload. */
  turn() {
    const number = this.active;
    if (number === null) return;
    this.turned = { ...this.turned };
    if (this.turned[number]) delete this.turned[number];
    else this.turned[number] = 1;
    keep(`turned/${this.data.release}`, this.turned);
    this.refresh(number);
    this.rows.get(number).field?.area.focus();
  },

  comment() {
    this.aside.querySelector(".comment textarea")?.focus();
  },

  /** The open segments with a text, and what a person should know of them. */
  candidates() {
    const ready = [...this.segments.values()].filter(
      ({ number }) => this.seen(number).state !== "approved" && this.textOf(number).trim() !== "",
    );
    const numbers = (wanted) => ready.filter(wanted).map((segment) => segment.number);
    const drafted = (s) => Boolean(this.drafts.get(s.number));
    return {
      ready: numbers(() => true),
      clean: numbers((s) => s.findings.length === 0),
      errors: numbers((s) => s.findings.some((finding) => finding.severity === "error")),
      low: numbers((s) => s.groups.includes("low") && !drafted(s)),
      untouched: numbers((s) => s.state === "pretranslated" && !drafted(s)),
    };
  },

  approveRest() {
    this.confirming = true;
    this.drawConfirm();
    this.confirm.querySelector("button")?.focus();
  },

  approveMany(numbers, words = "") {
    this.confirming = false;
    this.drawConfirm();
    this.flushAll();
    if (numbers.length) this.outbox.push({ kind: "approve_many", number: 0, numbers, words });
  },
});

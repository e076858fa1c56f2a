// What keys and buttons of the editor do.

const SAID_FOR = 3000; // ms
const HANDED = 40; // segments of which the server is asked for the first that is free

Object.assign(Editor.prototype, {
  /**
   * Open a row; `at` is the place of the caret, in UTF-16 units, else it goes to the end.
   * `wish` tells the server, which tells the others; null where it knows.
   */
  activate(number, focus, at, wish = { kind: "open", number }) {
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
      if (wish) this.outbox.push(wish);
      this.look(number);
    }
    if (row.element.hidden) row.element.hidden = false;
    this.lastPlace = number;
    this.drawStop();
    row.open(focus, at);
    this.drawAround();
    if (focus) row.element.scrollIntoView({ block: "nearest" });
  },

  leave() {
    const row = this.rows.get(this.active);
    this.active = null;
    this.drawStop();
    if (row) {
      this.flush(row.number);
      row.close(true);
      this.outbox.push({ kind: "open", number: 0 });
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

  /**
   * To the next segment that waits and nobody else is in, else out of the text.
   *
   * It is open at once. Where others are at work in the release, who may have gone there at the
   * same moment, the server is asked for it and may hand out another one: see `handed`.
   */
  goOn() {
    const waiting = this.behind((other) => this.waits(other.number));
    const free = waiting.filter((number) => !this.peopleIn(number));
    const [next] = free;
    const company = Object.keys(this.here).length > 0;
    const numbers = free.slice(0, HANDED);
    if (next === undefined) this.leave();
    else if (company) this.activate(next, true, undefined, { kind: "next", number: next, numbers });
    else this.activate(next, true);
    if (next === undefined && waiting.length) this.say(this.data.labels.all_taken);
    this.drawToolsSoon();
  },

  /** The server hands out `other` and not `number`: go there, unless something is typed here. */
  handed(number, other) {
    if (this.active !== number || !other || other === number || this.drafts.get(number)) return;
    const words = { name: this.peopleIn(number), number: this.segments.get(number).label };
    this.activate(other, true, undefined, null);
    this.say(fill(this.data.labels.taken, words));
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

  /** Numbers of the shown segments behind the open one that are wanted, in their order. */
  behind(wanted) {
    const rest = this.order.slice(this.order.indexOf(this.active) + 1);
    return rest.filter((number) => this.isShown(number) && wanted(this.segments.get(number)));
  },

  /**
   * To the shown segment before (-1) or behind (1) the open one, or the row that has focus;
   * where neither is, to one that waits.
   */
  move(step) {
    const closed = this.rows.get(this.stop)?.view;
    const here = closed && this.root.activeElement === closed ? this.stop : this.active;
    const number = here === null ? this.firstWaiting(step) : this.beside(here, step);
    if (number !== undefined) this.activate(number, true);
  },

  /** The first shown segment that waits (step 1) or the last one (-1), else any shown. */
  firstWaiting(step) {
    const order = step > 0 ? this.order : [...this.order].reverse();
    const shown = order.filter((number) => this.isShown(number));
    return shown.find((each) => this.waits(each)) ?? shown[0];
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

  /** Put the next glossary name that the text lacks at the caret; say so where it lacks none. */
  insertMissing() {
    const field = this.openField();
    if (!field) return;
    const { names, target } = this.segments.get(this.active);
    const [known, text] = [folded(target), folded(field.area.value)];
    const lacks = names.find((name) => {
      const form = folded(name.target);
      // The server finds inflected forms too: then the name as it is written was never there.
      return !text.includes(form) && (!name.found || known.includes(form));
    });
    if (lacks) field.insertName(lacks.target);
    else this.say(this.data.labels[names.length ? "no_name_missing" : "no_names"]);
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
    this.saidOnce = words;
    window.clearTimeout(this.sayTimer);
    this.sayTimer = window.setTimeout(() => {
      this.saidOnce = "";
      this.showStatus();
    }, SAID_FOR);
    this.showStatus();
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

  /** What people wrote and no check speaks against; drafts are for approval in bulk above. */
  candidates() {
    return [...this.segments.values()]
      .filter(({ number, findings }) => {
        const { state } = this.seen(number);
        return ["edited", "reviewed"].includes(state) && findings.length === 0;
      })
      .map((segment) => segment.number);
  },

  approveRest() {
    this.confirming = true;
    this.drawConfirm();
    this.confirm.querySelector("button")?.focus();
  },

  approveMany(numbers) {
    this.confirming = false;
    this.drawConfirm();
    this.flushAll();
    if (numbers.length) this.outbox.push({ kind: "approve_many", number: 0, numbers });
  },
});

// From what is typed to what the server has: drafts, answers, two texts for one segment.

Object.assign(Editor.prototype, {
  /** Take the server's answer to the event on its way. */
  settle(ack) {
    const event = this.outbox.answered(ack);
    if (!event) return;
    const saved = ["done", "doubt"].includes(ack.status);
    this.notice = saved || event.kind === "add_name" ? "" : ack.message;
    this.unexpect(event);
    if (event.kind === "next") this.handed(event.number, ack.handed);
    if (event.kind === "split" && saved) this.offerUnsplit(event.number);
    if (event.kind === "add_name") this.nameSettled(event, saved, ack.message);
    if (!saved && ["comment", "ask"].includes(event.kind)) this.commentRefused(event);
    if (ack.status === "doubt") {
      this.doubts.set(event.number, { text: event.target, message: ack.message });
      this.called = event.number;
    }
    if (event.kind === "others" || event.kind === "find") this.asking = null;
    const draft = this.drafts.get(event.number);
    if (ack.status === "stale" && draft) this.later(event.number, AUTOSAVE_AFTER);
    if (!saved || !draft || !["save", "approve"].includes(event.kind)) return;
    const segment = this.segments.get(event.number);
    if (draft.text === event.target) this.drafts.drop(event.number);
    else if (segment) {
      this.drafts.put(event.number, segment.version, segment.target, draft.text);
      this.later(event.number, AUTOSAVE_AFTER);
    }
  },

  /** Show the state that an event brings before the server has said so. */
  expect(number, state) {
    this.expected.set(number, state);
    this.refresh(number);
  },

  unexpect(event) {
    if (event.kind === "next") return;
    const numbers = event.versions.length ? event.versions.map(([n]) => n) : [event.number];
    for (const number of numbers) this.expected.delete(number);
  },

  /** A segment as the person sees it: with the state that is on its way. */
  seen(number) {
    const segment = this.segments.get(number);
    const state = this.expected.get(number);
    if (!segment || !state || segment.state === state) return segment;
    return { ...segment, state, state_label: this.data.states[state], detail: "", reason: "" };
  },

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
  },

  /** The person chose between the two texts; Ctrl+Z brings back the one that was not kept. */
  resolve(number, keepMine) {
    const segment = this.segments.get(number);
    const draft = this.drafts.get(number);
    this.activate(number, true); // with the person's own text, which the other one replaces
    this.conflicts.delete(number);
    this.notice = "";
    if (keepMine && draft) {
      this.drafts.put(number, segment.version, segment.target, draft.text);
      this.outbox.push({ kind: "save", number });
    } else if (draft) this.openField().replace(segment.target);
    this.refresh(number);
    this.drawAround();
  },

  /** The event for a wish, made when its turn comes so that text and version are the latest. */
  event({ kind, number, numbers, ...more }) {
    if (["approve_many", "merge", "fill_twins", "next"].includes(kind)) {
      const agreed = numbers.filter((n) => this.segments.has(n) && !this.conflicts.has(n));
      const versions = agreed.map((n) => [n, this.segments.get(n).version]);
      const { version = 0 } = this.segments.get(number) || {};
      return versions.length ? { kind, number, version, versions, ...more } : null;
    }
    if (number === 0) return { kind, number, ...more };
    const segment = this.segments.get(number);
    const draft = this.drafts.get(number);
    if (!segment) return null;
    if (kind === "save" && (!draft || this.conflicts.has(number))) return null;
    if (kind === "approve" && this.conflicts.has(number)) {
      this.expected.delete(number);
      return null;
    }
    const version = draft ? draft.base : segment.version;
    const target = draft ? draft.text : segment.target;
    return { kind, number, version, target, ...more };
  },

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
  },

  later(number, delay) {
    window.clearTimeout(this.timers.get(number));
    this.timers.set(number, window.setTimeout(() => this.flush(number), delay));
  },

  flush(number) {
    window.clearTimeout(this.timers.get(number));
    this.timers.delete(number);
    const draft = this.drafts?.get(number);
    if (!draft || this.conflicts.has(number)) return;
    const flying = this.outbox.flying;
    const same = flying && flying.number === number && flying.target === draft.text;
    const sent = same && ["save", "approve", "reject"].includes(flying.kind);
    const approved = this.outbox.wishes.some((w) => w.kind === "approve" && w.number === number);
    if (!sent && !approved) this.outbox.push({ kind: "save", number });
  },

  flushAll() {
    for (const number of this.drafts ? this.drafts.numbers() : []) this.flush(number);
  },

  /** The text of a segment as the person sees it. */
  textOf(number) {
    const draft = this.drafts.get(number);
    return draft ? draft.text : this.segments.get(number).target;
  },

  /** Label key for the state of a draft. */
  statusOf(number) {
    const away = this.outbox.late || this.connection.lost;
    if (this.conflicts.has(number) || away) return "not_saved";
    return this.outbox.carries(number) ? "saving" : "typed";
  },
});

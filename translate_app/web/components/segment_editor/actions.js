// What keys and buttons of the editor do.

Object.assign(Editor.prototype, {
  key(event) {
    event.stopPropagation(); // Streamlit's own one-letter shortcuts listen on the document
    if (event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const does = (action) => {
      event.preventDefault();
      action();
    };
    if (command && event.key.toLowerCase() === "s") does(() => this.flushAll());
    else if (this.active === null) return;
    else if (command && event.key === "Enter") does(() => this.approve(this.active));
    else if (event.key === "Escape") does(() => this.leave());
    else if (command && !event.altKey && !event.shiftKey && /^Digit[1-4]$/.test(event.code)) {
      does(() => this.useOther(Number(event.code.slice(-1)) - 1));
    } else if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      does(() => {
        const next = this.neighbour(event.key === "ArrowUp" ? -1 : 1);
        if (next) this.activate(next, true);
      });
    }
  },

  /** Ask for other drafts of the open segment; typing goes on meanwhile. */
  askOthers() {
    if (this.active === null || this.asking === this.active) return;
    this.asking = this.active;
    this.outbox.push({ kind: "others", number: this.active });
    this.drawAround();
  },

  /** Put in the other draft at that place; ask for drafts where there are none yet. */
  useOther(place) {
    const others = othersOf(this.data, this.active);
    const draft = otherDrafts(others)[place];
    if (draft) this.rows.get(this.active)?.replace(draft.text);
    else if (!others) this.askOthers();
  },

  /** The open segments with a text, and what a person should know of them. */
  candidates() {
    const ready = this.data.segments.filter((segment) => {
      const draft = this.drafts.get(segment.number);
      const text = draft ? draft.text : segment.target;
      return segment.state !== "approved" && text.trim() !== "";
    });
    const numbers = (wanted) => ready.filter(wanted).map((segment) => segment.number);
    return {
      ready: numbers(() => true),
      clean: numbers((s) => s.findings.length === 0),
      errors: numbers((s) => s.findings.some((finding) => finding.severity === "error")),
      low: numbers((s) => s.groups.includes("low") && !this.drafts.get(s.number)),
      untouched: numbers((s) => s.state === "pretranslated" && !this.drafts.get(s.number)),
    };
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

// The line under the open segment: keys and actions, and the fields for reasons.

const LONGEST_REASON = 500;

Object.assign(Editor.prototype, {
  drawUnder(segment, doubt) {
    const { labels } = this.data;
    const { under } = this.rows.get(segment.number);
    const focused = this.root.activeElement;
    const had = focused && under.contains(focused) ? focused.dataset.action : null;
    const caret = had ? caretOf(focused) : null;
    const typed = under.querySelector(".reason input")?.value ?? "";
    const inline = make("div", "inline");
    inline.append(...findingRows(segment.findings, labels));
    const actions = make("div", "acts");
    actions.append(...this.actionsFor(segment));
    const parts = [inline, keyHints(this), actions];
    if (this.cutting === segment.number) parts.unshift(this.cutBox(segment));
    else if (this.rejecting === segment.number) parts.unshift(this.rejectBox(segment, typed));
    else if (doubt && segment.state !== "approved") {
      parts.unshift(this.doubtBox(segment, doubt, typed));
    }
    if (segment.reason) parts.unshift(this.sentBack(segment));
    under.replaceChildren(...parts);
    const same = had && under.querySelector(`[data-action="${had}"]`);
    same?.focus();
    if (same && caret) same.setSelectionRange(...caret);
  },

  /** Who sent the translation back, and why. */
  sentBack({ reason, changed_by }) {
    const box = make("div", "sent-back");
    box.append(appendFilled(make("b"), this.data.labels.rejected_by, { name: changed_by }));
    box.append(spokenWords("words", reason));
    return box;
  },

  /** What can be done with the open segment besides typing. */
  actionsFor(segment) {
    const { labels } = this.data;
    const { number, state } = segment;
    const approve =
      state === "approved"
        ? makeButton("btn", labels.reopen, () => this.outbox.push({ kind: "reopen", number }), "reopen")
        : makeButton("btn", labels.approve, () => this.approve(number, this.typedReason()), "approve");
    const turn = makeButton("link", "⇄", () => this.turn(), "turn");
    turn.setAttribute("aria-label", labels.turn);
    turn.title = `${labels.turn} (Alt+R)`;
    const actions = [turn, approve];
    if (this.follower(number) !== undefined) {
      const join = makeButton("link", labels.join, () => this.join(number), "merge");
      join.title = labels.merge;
      join.setAttribute("aria-label", labels.merge);
      actions.unshift(join);
    }
    if (/\S\s\S/.test(segment.source)) {
      actions.unshift(makeButton("link", labels.split, () => this.askWhere(number), "split"));
    }
    if (segment.target.trim() && state !== "rejected") {
      actions.unshift(makeButton("link", labels.reject, () => this.askWhy(number), "reject"));
    }
    return actions;
  },

  /** A field for a reason. */
  reasonLabel(words, action) {
    const label = make("label", "reason-for", words);
    const field = make("input", "search");
    field.type = "text";
    field.dir = "auto";
    field.maxLength = LONGEST_REASON;
    field.dataset.action = action;
    label.append(field);
    return label;
  },

  /** A box with words, rows, and a reason that `does(reason)` is given. */
  reasonBox({ words, rows, asked, action, go, typed }, does) {
    const box = make("div", "doubt");
    const form = make("form", "reason");
    const label = this.reasonLabel(asked, action);
    const field = label.querySelector("input");
    field.value = typed;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const reason = field.value.trim();
      if (reason) does(reason);
      else field.focus();
    });
    form.append(label, make("button", "btn q small", go));
    if (words) box.append(make("b", "", words));
    box.append(...rows, form);
    return box;
  },

  /** What speaks against approving, and the field for the reason to approve all the same. */
  doubtBox(segment, doubt, typed) {
    const { labels } = this.data;
    const errors = segment.findings.filter((finding) => finding.severity === "error");
    const words = doubt.message || labels.doubt;
    const rows = findingRows(errors, labels);
    const asked = { words, rows, asked: labels.reason, action: "reason", typed };
    const go = labels.approve_anyway;
    const box = this.reasonBox({ ...asked, go }, (reason) => this.approve(segment.number, reason));
    box.setAttribute("role", "alert");
    return box;
  },

  /** The field for the reason to send a translation back. */
  rejectBox(segment, typed) {
    const { labels } = this.data;
    const asked = { words: "", rows: [], asked: labels.reject_reason, action: "why", typed };
    return this.reasonBox({ ...asked, go: labels.reject }, (reason) => {
      this.rejecting = null;
      this.expect(segment.number, "rejected");
      this.outbox.push({ kind: "reject", number: segment.number, words: reason });
      this.drawAround();
      this.goOn();
    });
  },

  askWhy(number) {
    this.rejecting = number;
    this.drawAround();
    this.rows.get(number).under.querySelector(".reason input")?.focus();
  },
});

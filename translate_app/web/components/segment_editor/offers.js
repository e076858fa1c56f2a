// Cutting and joining segments, the same source elsewhere, and the bar that offers the next step.

const OFFERED_FOR = 20000; // ms; longer while the pointer or focus is on the bar

Object.assign(Editor.prototype, {
  /**
   * Say what was done and offer a step that follows; null takes the bar away.
   * A `passing` offer goes by itself after a while, or when the person does something else.
   */
  offer(offered) {
    window.clearTimeout(this.offerTimer);
    this.offered = offered;
    if (offered?.passing) this.letPass();
    this.offers.hidden = !offered;
    if (!offered) {
      this.offers.replaceChildren();
      return;
    }
    const { labels } = this.data;
    const does = () => {
      this.offer(null);
      offered.does();
      this.openField()?.area.focus();
    };
    const leave = () => {
      this.offer(null);
      this.openField()?.area.focus();
    };
    this.offers.replaceChildren(
      make("span", "", offered.words),
      makeButton("btn small", offered.action, does, "offer"),
      offered.passing ? this.closer(leave) : makeButton("btn q small", labels.dismiss, leave, "leave"),
    );
  },

  /** A small button that closes the bar. */
  closer(does) {
    const { labels } = this.data;
    const button = makeButton("link", "✕", does, "leave");
    button.setAttribute("aria-label", labels.close);
    button.title = labels.close;
    return button;
  },

  /** Take the bar away when its time is over and nobody is about to use it. */
  letPass() {
    this.offerTimer = window.setTimeout(() => {
      if (this.offers.matches(":hover, :focus-within")) this.letPass();
      else this.offer(null);
    }, OFFERED_FOR);
  },

  /** Something else is done: an offer that passes is over. */
  passOffer() {
    if (this.offered?.passing) this.offer(null);
  },

  /** Labels of segments as a list. */
  labelsOf(numbers) {
    const separator = this.data.dir === "rtl" ? "، " : ", ";
    return numbers.map((number) => this.segments.get(number)?.label).join(separator);
  },

  /** The open segments with the same source as this one and another translation. */
  twinsOf(number) {
    const like = (text) => folded(text).replace(/\s+/g, " ").trim();
    const { source } = this.segments.get(number);
    const [wanted, text] = [like(source), this.textOf(number)];
    return this.numbers.filter((other) => {
      const { source: its } = this.segments.get(other);
      if (other === number || its.length > source.length * 2 || like(its) !== wanted) return false;
      return this.seen(other).state !== "approved" && this.textOf(other) !== text;
    });
  },

  /** After an approval: what is the same elsewhere can have the same translation. */
  offerTwins(number) {
    const twins = this.twinsOf(number);
    if (twins.length === 0) return;
    const { labels } = this.data;
    this.offer({
      words: fill(labels.twins, { numbers: this.labelsOf(twins) }),
      action: labels.fill_twins,
      does: () => this.outbox.push({ kind: "fill_twins", number, numbers: twins }),
    });
  },

  /** Show the source with a cursor: Enter cuts the segment there. */
  askWhere(number) {
    this.cutting = number;
    this.drawAround();
    const field = this.rows.get(number).under.querySelector(".cut textarea");
    field?.focus();
    field?.setSelectionRange(0, 0);
  },

  /** The field in which the place of a cut is chosen. */
  cutBox(segment) {
    const { labels, source } = this.data;
    const box = make("div", "doubt cut");
    const label = make("label", "reason-for", labels.split_where);
    const field = sided(make("textarea"), source);
    // Not `readOnly`: browsers draw no caret there, and the caret is what is moved here.
    field.setAttribute("aria-readonly", "true");
    field.inputMode = "none";
    field.spellcheck = false;
    field.rows = 2;
    field.value = segment.source;
    field.dataset.action = "cut";
    field.addEventListener("beforeinput", (event) => event.preventDefault());
    field.addEventListener("input", () => {
      field.value = segment.source; // what an input method wrote cannot be held back before
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.cut(segment.number, field.selectionStart);
    });
    label.append(field);
    const does = () => this.cut(segment.number, field.selectionStart);
    box.append(label, makeButton("btn q small", labels.split, does, "cut-here"));
    return box;
  },

  /** Cut at `at`, in UTF-16 units; a word is cut beside and not inside. */
  cut(number, at) {
    const { source } = this.segments.get(number);
    const place = [...source.slice(0, besideWord(source, at))].length; // code points
    if (place === 0 || place === [...source].length) return;
    this.cutting = null;
    this.flush(number);
    this.outbox.push({ kind: "split", number, place });
    this.drawAround();
    this.openField()?.area.focus();
  },

  /** After a cut: the parts can be joined again. */
  offerUnsplit(number) {
    const part = this.follower(number);
    if (part === undefined) return;
    const { labels } = this.data;
    const numbers = [number, part];
    const { label } = this.segments.get(number);
    const words = fill(labels.was_split, { number: label, numbers: this.labelsOf(numbers) });
    const does = () => this.outbox.push({ kind: "merge", number, numbers });
    this.offer({ words, action: labels.unsplit, does, passing: true });
  },

  /** The segment behind this one in the same paragraph, or undefined. */
  follower(number) {
    const next = this.segments.get(this.numbers[this.numbers.indexOf(number) + 1]);
    return next && next.unit === this.segments.get(number).unit ? next.number : undefined;
  },

  join(number) {
    const numbers = [number, this.follower(number)];
    if (numbers[1] === undefined) return;
    const { labels } = this.data;
    const words = fill(labels.merged, { numbers: this.labelsOf(numbers) });
    for (const each of numbers) this.flush(each);
    this.outbox.push({ kind: "merge", number, numbers });
    const does = () => this.outbox.push({ kind: "unmerge", number });
    this.offer({ words, action: labels.unmerge, does, passing: true });
    this.openField()?.area.focus(); // the button goes with the segment that is joined
  },
});

// Which segments are shown and in which order: filters with counts, search, least sure first.

Object.assign(Editor.prototype, {
  buildTools() {
    this.tools = make("div", "tools");
    this.chips = make("div", "chips");
    this.chips.setAttribute("role", "group");
    this.search = make("input", "search");
    this.search.type = "search";
    this.search.dir = "auto";
    this.search.addEventListener("input", () => {
      this.query = folded(this.search.value.trim());
      this.filter();
    });
    this.sort = makeButton("btn q sort", "", () => {
      this.leave();
      this.leastSure = !this.leastSure;
      this.draw();
    });
    this.toggles = make("div", "toggles");
    this.signsButton = makeButton("toggle", "¶", () => this.toggleSigns());
    this.digitsButton = makeButton("toggle", "٣", () => this.toggleDigits());
    this.helpButton = makeButton("toggle", "?", () => this.showKeys());
    this.toggles.append(this.signsButton, this.digitsButton, this.helpButton);
    this.rest = makeButton("btn q", "", () => this.approveRest());
    const { chips, sort, search, rest } = this;
    this.tools.append(chips, sort, make("span", "sp"), search, rest);
  },

  toggleSigns() {
    this.signs = !this.signs;
    keep("signs", this.signs);
    this.drawTools();
    for (const number of this.rows.keys()) this.refresh(number);
  },

  toggleDigits() {
    this.arabicDigits = !this.arabicDigits;
    keep("digits", this.arabicDigits);
    this.drawTools();
    this.rows.get(this.active)?.field?.area.focus();
  },

  /** Remember what the person has seen of a release; at the first visit that is all of it. */
  beginLooking() {
    this.looked = kept(`seen/${this.data.release}`, {});
    if (Object.keys(this.looked).length > 0) return;
    for (const [number, { version }] of this.segments) this.looked[number] = version;
    keep(`seen/${this.data.release}`, this.looked);
  },

  /** The person has seen a segment as it is now. */
  look(number) {
    const segment = this.segments.get(number);
    if (!segment || this.looked[number] === segment.version) return;
    this.looked[number] = segment.version;
    window.clearTimeout(this.lookTimer);
    const { release } = this.data;
    this.lookTimer = window.setTimeout(() => keep(`seen/${release}`, this.looked), 500);
  },

  /** Whether somebody else has changed a segment since the person saw it. */
  isNews(segment) {
    const seen = this.looked[segment.number] ?? 0;
    return segment.version > seen && segment.changed_by !== this.data.user;
  },

  /** The filters that show a segment; its state is the one the person sees. */
  groupsOf(segment) {
    const state = this.expected.get(segment.number) || segment.state;
    const groups = segment.groups.filter((group) => group !== "open" && group !== "approved");
    groups.push(state === "approved" ? "approved" : "open");
    if (this.isNews(segment)) groups.push("changed");
    if (this.commented.has(segment.number)) groups.push("commented");
    return groups;
  },

  counts() {
    const counts = {};
    for (const segment of this.segments.values()) {
      for (const group of this.groupsOf(segment)) counts[group] = (counts[group] || 0) + 1;
    }
    return counts;
  },

  drawTools() {
    const { groups, labels } = this.data;
    const counts = this.counts();
    this.chips.setAttribute("aria-label", labels.show);
    const shown = groups.filter(({ id, always }) => always || counts[id] || id === this.group);
    const old = new Map([...this.chips.children].map((chip) => [chip.dataset.group, chip]));
    const chips = shown.map(({ id, label }) => {
      const chip = old.get(id) || makeButton("chip", "", () => this.choose(id));
      chip.dataset.group = id;
      const words = `${label} ${counts[id] || 0}`;
      if (chip.textContent !== words) chip.textContent = words;
      chip.classList.toggle("on", id === this.group);
      chip.setAttribute("aria-pressed", String(id === this.group));
      return chip;
    });
    const same = chips.length === old.size && chips.every((c, n) => c === this.chips.children[n]);
    if (!same) this.chips.replaceChildren(...chips);
    this.drawToggle(this.sort, this.leastSure, labels.least_sure, labels.least_sure);
    this.drawToggle(this.signsButton, this.signs, "¶", labels.show_signs);
    this.drawToggle(this.digitsButton, this.arabicDigits, "٣", labels.arabic_digits);
    this.digitsButton.hidden = this.data.target.lang !== "ar";
    this.helpButton.setAttribute("aria-label", labels.keys);
    this.helpButton.title = labels.keys;
    this.search.placeholder = labels.search;
    this.search.setAttribute("aria-label", labels.search);
    this.drawBar();
    this.drawConfirm();
  },

  drawToggle(button, on, words, label) {
    button.textContent = words;
    button.title = label;
    if (words !== label) button.setAttribute("aria-label", label);
    button.setAttribute("aria-pressed", String(on));
    button.classList.toggle("on", on);
  },

  /** How far the release has come, by the states that the person sees. */
  drawBar() {
    const { labels } = this.data;
    const total = this.segments.size || 1;
    const states = {};
    for (const { number, state } of this.segments.values()) {
      const seen = this.expected.get(number) || state;
      states[seen] = (states[seen] || 0) + 1;
    }
    const words = { part: String(states.approved || 0), whole: String(this.segments.size) };
    const said = fill(labels.approved_of, words);
    if (this.bar.getAttribute("aria-label") !== said) {
      this.bar.setAttribute("aria-label", said);
      this.bar.title = said;
    }
    ["approved", "reviewed", "edited", "pretranslated", "rejected"].forEach((state, place) => {
      const piece = this.bar.children[place] || this.bar.appendChild(make("i", state));
      piece.style.width = `${((states[state] || 0) / total) * 100}%`;
    });
  },

  choose(group) {
    this.group = group;
    this.drawTools();
    this.filter();
  },

  /** Rows as in the text, or the least sure drafts first. Nothing moves while a row is open. */
  arrange() {
    if (this.active !== null && this.order.length === this.numbers.length) return;
    const rank = (number) => {
      const { state, confidence } = this.segments.get(number);
      return state === "approved" ? 200 : (confidence ?? 150);
    };
    const { numbers } = this;
    this.order = this.leastSure ? [...numbers].sort((a, b) => rank(a) - rank(b)) : numbers;
    let place = this.list.firstChild;
    for (const number of this.order) {
      const { element } = this.rows.get(number);
      if (element === place) place = place.nextSibling;
      else this.list.insertBefore(element, place);
    }
  },

  /** Show the rows of the chosen group that hold the query; the open one always stays. */
  filter() {
    let shown = 0;
    for (const number of this.numbers) {
      const visible = number === this.active || this.wanted(number);
      const { element } = this.rows.get(number);
      if (element.hidden === visible) element.hidden = !visible;
      shown += visible ? 1 : 0;
    }
    this.nothing.textContent = this.data.labels.nothing_here;
    this.nothing.hidden = shown > 0;
    this.drawStop();
  },

  /** Whether a segment belongs to the chosen group and holds the query. */
  wanted(number) {
    const segment = this.segments.get(number);
    if (!this.groupsOf(segment).includes(this.group)) return false;
    if (this.query === "") return true;
    return folded(`${segment.source}\n${this.textOf(number)}`).includes(this.query);
  },
});

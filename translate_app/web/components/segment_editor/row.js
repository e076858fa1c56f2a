// One segment of the document: its elements are made once and changed in place.

/** The sign of a segment that people talk about. */
function talkSign(words) {
  const sign = make("span", "talk");
  sign.title = words;
  sign.append(make("span", "spoken", words));
  return sign;
}

class Row {
  /** `editor` gets: activate(number, focus, at), typed(number, text), flush(number), resolve. */
  constructor(editor, data) {
    this.editor = editor;
    this.number = data.number;
    this.filled = false;
    this.field = null;
    this.shown = "";
    this.element = make("div", "s");
    this.element.setAttribute("role", "listitem");
    this.element.classList.toggle("heading", data.heading);
  }

  /** Make the elements inside; called once, when the row comes near the window. */
  fill() {
    if (this.filled) return;
    this.filled = true;
    this.place = make("div", "n");
    this.source = make("div", "source");
    this.target = make("div", "target");
    this.state = make("div", "st");
    this.under = make("div", "under");
    this.conflict = make("div", "conflict");
    this.conflict.hidden = true;
    this.view = make("div", "view");
    this.reach(this.editor.stop === this.number);
    this.view.setAttribute("role", "button");
    this.view.addEventListener("click", (event) => {
      this.editor.activate(this.number, true, this.placeOf(event));
    });
    this.source.addEventListener("click", (event) => this.openBySource(event));
    this.view.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step && event.key !== "Enter" && event.key !== " ") return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      if (step) this.editor.walk(this.number, step);
      else this.editor.activate(this.number, true);
    });
    this.target.append(this.view);
    const { place, source, target, state, under, conflict } = this;
    this.element.append(place, source, target, state, under, conflict);
  }

  /** Whether Tab stops here while the row is closed. */
  reach(on) {
    if (this.view) this.view.tabIndex = on ? 0 : -1;
  }

  /** Show `data` with the draft on top of it; nothing is rebuilt that has not changed. */
  update(data, draft, status, here) {
    if (!this.filled) return;
    const { editor } = this;
    const text = draft ? draft.text : data.target;
    const open = Boolean(this.field);
    const dir = editor.directionOf(this.number);
    const talked = editor.commented.has(this.number);
    const now = JSON.stringify([data, draft, status, here, open, dir, editor.signs, talked]);
    if (now === this.shown) return;
    this.shown = now;
    const { source, labels } = editor.data;
    this.place.textContent = data.label;
    this.element.classList.toggle("heading", data.heading);
    this.element.classList.toggle("unsaved", Boolean(draft));
    const words = { number: data.label, state: data.state_label };
    this.element.setAttribute("aria-label", fill(labels.segment_state, words));
    sided(this.source, source);
    const marks = marksInUnits(data.source, data.source_marks);
    fillText(this.source, data.source, marks, source.dir, { signs: editor.signs });
    if (open) {
      this.reachMarks();
      this.source.tabIndex = -1; // keys are heard while something in it is selected
    } else this.source.removeAttribute("tabindex");
    this.showTarget(data, text, dir);
    this.showState(data, draft, status, here, talked);
  }

  /** The names of the open row are reached by Tab, and Enter puts them in. */
  reachMarks() {
    for (const mark of this.source.querySelectorAll("mark[data-tip]")) {
      mark.tabIndex = 0;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-label", `${mark.textContent}: ${mark.dataset.tip}`);
    }
  }

  showTarget(data, text, dir) {
    const { target, labels } = this.editor.data;
    const { signs } = this.editor;
    const known = marksInUnits(data.target, data.target_marks);
    const marks = survivingMarks(data.target, text, known);
    sided(this.view, target, dir);
    this.shownText = text;
    this.view.classList.toggle("empty", text === "");
    this.view.setAttribute("aria-description", labels.edit);
    if (text === "") {
      this.view.removeAttribute("lang");
      this.view.textContent = labels.no_target;
    } else if (!this.field) fillText(this.view, text, marks, dir, { signs });
    if (!this.field) return;
    this.field.label(fill(labels.target_of, { number: data.label }));
    this.field.turn(dir);
    this.field.show(text, marks, signs);
  }

  showState(data, draft, status, here, talked) {
    const { labels } = this.editor.data;
    const dot = make("i", `dot ${data.state}`);
    const words = make("span", "", data.state_label);
    if (data.detail) {
      const detail = make("small");
      detail.append(make("bdi", "", data.detail));
      if (data.confidence !== null) {
        detail.title = labels.confidence_means;
        detail.prepend(make("span", "spoken", `${labels.confidence} `));
      }
      words.append(make("br"), detail);
    }
    if (data.reason) {
      const reason = make("small", "why", data.reason);
      reason.dir = "auto";
      reason.title = data.reason;
      words.append(reason);
    }
    if (draft || status === "saving") {
      words.append(make("br"), make("small", "save", labels[status]));
    }
    if (here) words.append(make("br"), make("small", "here", here));
    this.state.replaceChildren(dot, words);
    if (talked) this.state.append(talkSign(labels.has_comments));
  }

  /** Place in the text that a click on it points at; undefined where that cannot be told. */
  placeOf({ clientX, clientY }) {
    const shadowRoots = [this.view.getRootNode()];
    const caret = document.caretPositionFromPoint?.(clientX, clientY, { shadowRoots });
    if (!caret || !this.view.contains(caret.offsetNode) || this.shownText === "") return undefined;
    const before = document.createRange();
    before.setStart(this.view, 0);
    before.setEnd(caret.offsetNode, caret.offset);
    return before.toString().length;
  }

  /** A click on the source opens the row too, unless it selects or goes to a link. */
  openBySource(event) {
    const root = this.source.getRootNode();
    const selection = (root.getSelection ? root : document).getSelection();
    if (this.field || selection?.toString() || event.target.closest?.("a, button")) return;
    this.editor.activate(this.number, true);
  }

  /** Open the text for editing; the caret goes to `at`, or to its end. */
  open(focus, at) {
    if (this.field) {
      if (focus) this.field.area.focus({ preventScroll: true });
      return;
    }
    const { editor, number } = this;
    this.field = new Field(editor.data.target, editor.directionOf(number), {
      typed: (text) => editor.typed(number, text),
      left: () => editor.flush(number),
      digits: () => editor.arabicDigits,
    });
    this.target.append(this.field.box);
    this.view.hidden = true;
    this.element.classList.add("on");
    this.element.setAttribute("aria-current", "true");
    editor.refresh(number);
    if (focus) this.field.focus(at);
  }

  /** Back to reading. What was typed stays with the editor. */
  close(focus) {
    if (!this.field) return;
    const { box } = this.field;
    this.field = null;
    this.view.hidden = false;
    this.element.classList.remove("on");
    this.element.removeAttribute("aria-current");
    this.under.replaceChildren();
    this.editor.refresh(this.number);
    if (focus) this.view.focus();
    box.remove();
  }

  /** Show both texts where somebody else saved first; null takes the box away. */
  showConflict(conflict) {
    const now = JSON.stringify(conflict);
    if (!this.filled || this.conflictShown === now) return;
    this.conflictShown = now;
    this.element.classList.toggle("stale", Boolean(conflict));
    this.conflict.hidden = !conflict;
    this.conflict.replaceChildren();
    if (!conflict) return;
    const choose = (keepMine) => this.editor.resolve(this.number, keepMine);
    fillConflict(this.conflict, conflict, this.editor.data, choose);
    if (this.field) this.conflict.scrollIntoView({ block: "nearest" });
  }
}

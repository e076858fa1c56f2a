// One segment of the document: its elements are made once and changed in place.

class Row {
  /** `editor` gets: activate(number), typed(number, text), leave(), flush(number), keys. */
  constructor(editor, data) {
    this.editor = editor;
    this.number = data.number;
    this.element = make("div", "s");
    this.element.setAttribute("role", "listitem");
    this.place = make("div", "n");
    this.source = make("div", "source");
    this.target = make("div", "target");
    this.state = make("div", "st");
    this.under = make("div", "under");
    this.conflict = make("div", "conflict");
    this.conflict.hidden = true;
    this.view = make("div", "view");
    this.view.tabIndex = 0;
    this.view.setAttribute("role", "button");
    this.view.addEventListener("click", (event) => {
      editor.activate(this.number, true, this.placeOf(event));
    });
    this.view.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      editor.activate(this.number, true);
    });
    this.target.append(this.view);
    this.element.append(this.place, this.source, this.target, this.state, this.under, this.conflict);
    this.textarea = null;
    this.shown = "";
  }

  /** Show `data` with the draft on top of it; nothing is rebuilt that has not changed. */
  update(data, draft, status) {
    this.data = data;
    const text = draft ? draft.text : data.target;
    const now = JSON.stringify([data, draft, status, Boolean(this.textarea)]);
    if (now === this.shown) return;
    this.shown = now;
    const { source, target, labels } = this.editor.data;
    this.place.textContent = data.label;
    this.element.classList.toggle("heading", data.heading);
    this.element.classList.toggle("unsaved", Boolean(draft));
    this.element.setAttribute(
      "aria-label",
      fill(labels.segment_state, { number: data.label, state: data.state_label }),
    );
    this.showSource(data, source);
    this.showTarget(data, text, target, labels);
    this.showState(data, draft, status, labels);
  }

  showSource(data, side) {
    this.source.lang = side.lang;
    this.source.dir = side.dir;
    const marks = marksInUnits(data.source, data.source_marks);
    fillText(this.source, data.source, marks, side.dir, true);
  }

  showTarget(data, text, side, labels) {
    const known = marksInUnits(data.target, data.target_marks);
    const marks = survivingMarks(data.target, text, known);
    this.view.lang = side.lang;
    this.view.dir = side.dir;
    this.view.title = labels.edit;
    this.shownText = text;
    this.view.classList.toggle("empty", text === "");
    if (text === "") {
      this.view.removeAttribute("lang");
      this.view.textContent = labels.no_target;
    } else fillText(this.view, text, marks, side.dir, true);
    if (!this.textarea) return;
    this.textarea.setAttribute("aria-label", fill(labels.target_of, { number: data.label }));
    if (this.textarea.value !== text) this.textarea.value = text;
    fillText(this.backdrop, `${text}\n`, marks, side.dir, false);
  }

  showState(data, draft, status, labels) {
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
    if (draft) words.append(make("br"), make("small", "save", labels[status]));
    this.state.replaceChildren(dot, words);
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

  /** Open the text for editing; the caret goes to `at`, or to its end. */
  open(focus, at) {
    if (this.textarea) {
      if (focus) this.textarea.focus();
      return;
    }
    const { target } = this.editor.data;
    this.box = make("div", "edit");
    this.backdrop = make("div", "backdrop");
    this.backdrop.setAttribute("aria-hidden", "true");
    this.textarea = make("textarea");
    this.textarea.rows = 1;
    this.textarea.spellcheck = true;
    this.textarea.maxLength = 50000;
    for (const part of [this.backdrop, this.textarea]) {
      part.lang = target.lang;
      part.dir = target.dir;
    }
    this.textarea.addEventListener("input", () => {
      this.editor.typed(this.number, this.textarea.value);
    });
    this.textarea.addEventListener("blur", () => this.editor.flush(this.number));
    this.box.append(this.backdrop, this.textarea);
    this.target.append(this.box);
    this.view.hidden = true;
    this.element.classList.add("on");
    this.element.setAttribute("aria-current", "true");
    this.editor.refresh(this.number);
    if (focus) {
      this.textarea.focus({ preventScroll: true });
      const place = at ?? this.textarea.value.length;
      this.textarea.setSelectionRange(place, place);
    }
  }

  /** Back to reading. What was typed stays with the editor. */
  close(focus) {
    if (!this.textarea) return;
    const box = this.box;
    this.textarea = null;
    this.view.hidden = false;
    this.element.classList.remove("on");
    this.element.removeAttribute("aria-current");
    this.under.replaceChildren();
    box.remove();
    this.editor.refresh(this.number);
    if (focus) this.view.focus();
  }

  /** Put a draft in place of the whole text; the browser's undo brings the text back. */
  replace(text) {
    if (!this.textarea) return;
    this.textarea.focus();
    this.textarea.select();
    this.insert(text);
  }

  /** Put a name where the caret is; the browser's undo knows about it. */
  insert(text) {
    if (!this.textarea) return;
    this.textarea.focus();
    if (!document.execCommand("insertText", false, text)) {
      const { selectionStart, selectionEnd } = this.textarea;
      this.textarea.setRangeText(text, selectionStart, selectionEnd, "end");
      this.editor.typed(this.number, this.textarea.value);
    }
  }

  /** Show both texts where somebody else saved first; null takes the box away. */
  showConflict(conflict) {
    const now = JSON.stringify(conflict);
    if (this.conflictShown === now) return;
    this.conflictShown = now;
    this.element.classList.toggle("stale", Boolean(conflict));
    this.conflict.hidden = !conflict;
    this.conflict.replaceChildren();
    if (!conflict) return;
    const { labels, target } = this.editor.data;
    const columns = make("div", "both");
    for (const [title, text, action, keep] of [
      [fill(labels.theirs, { name: conflict.by }), conflict.theirs, labels.take_theirs, false],
      [labels.mine, conflict.mine, labels.keep_mine, true],
    ]) {
      const column = make("div");
      const words = make("div", "text");
      words.lang = target.lang;
      words.dir = target.dir;
      fillText(words, text, [], target.dir, true);
      const button = make("button", keep ? "btn" : "btn q", action);
      button.type = "button";
      button.addEventListener("click", () => this.editor.resolve(this.number, keep));
      column.append(make("strong", "", title), words, button);
      columns.append(column);
    }
    this.conflict.append(make("p", "", labels.stale), columns);
    this.conflict.setAttribute("role", "alert");
    if (this.textarea) this.conflict.scrollIntoView({ block: "nearest" });
  }
}

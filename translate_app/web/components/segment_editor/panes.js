// Getting about by keyboard: all closed rows are one stop of the Tab key, and the panel is near.

const LONGEST_SEARCH = 200;

Object.assign(Editor.prototype, {
  /** Whether a segment's row is there and shown. */
  isShown(number) {
    const row = this.rows.get(number);
    return Boolean(row) && !row.element.hidden;
  },

  /**
   * One closed row is reached by Tab, the one the person was in last, and from there the arrow
   * keys walk. While a row is open none is: Tab leads on to its buttons and the panel.
   */
  drawStop() {
    if (!this.isShown(this.lastPlace)) this.lastPlace = this.firstWaiting(1) ?? null;
    const number = this.active === null ? this.lastPlace : null;
    if (number === this.stop) return;
    this.rows.get(this.stop)?.reach(false);
    this.rows.get(number)?.reach(true);
    this.stop = number;
  },

  /** Focus the shown row before (-1) or behind (1) a closed one, without opening it. */
  walk(number, step) {
    const next = this.beside(number, step);
    if (next === undefined) return;
    this.lastPlace = next;
    this.drawStop();
    const row = this.rows.get(next);
    this.shelf.take(row.element);
    row.view.focus();
  },

  /** The shown segment before (-1) or behind (1) another one; undefined where there is none. */
  beside(number, step) {
    let at = this.order.indexOf(number) + step;
    while (at >= 0 && at < this.order.length && !this.isShown(this.order[at])) at += step;
    return this.order[at];
  },

  /** From the text to what stands beside it, and back. */
  changePane() {
    if (!this.aside.contains(this.root.activeElement)) this.aside.focus();
    else if (this.openField()) this.openField().area.focus();
    else this.rows.get(this.stop)?.view?.focus();
  },

  /** The words that are selected in a field or a text of the editor. */
  chosenWords() {
    const field = this.root.activeElement;
    const caret = field && caretOf(field);
    const selection = (this.root.getSelection ? this.root : document).getSelection();
    const inside = selection?.anchorNode && this.frame.contains(selection.anchorNode);
    const words = (caret && field.value.slice(...caret)) || (inside ? selection.toString() : "");
    return words.replace(/\s+/g, " ").trim().slice(0, LONGEST_SEARCH);
  },

  /** Search in everything translated for the selected words; without any, ask for them. */
  searchChosen() {
    const words = this.chosenWords();
    const field = this.aside.querySelector('[data-action="concordance"]');
    if (words) this.wantedWords = field.value = words;
    field.focus();
    field.select();
    if (words) this.outbox.push({ kind: "find", number: 0, words });
  },
});

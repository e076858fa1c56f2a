// The keyboard: one table for what is pressed, what it does and what the help says.
//
// Letters count by what they write, or, where the layout writes no Latin letters (Arabic), by
// their place on the keyboard. Ctrl is the Command key on a Mac.

const MAC = /Mac|iP(hone|ad)/.test(navigator.platform);

/** Whether `event` is the key of that Latin letter. */
function isLetter(event, letter) {
  const latin = /^[a-z]$/i.test(event.key);
  return latin ? event.key.toLowerCase() === letter : event.code === `Key${letter.toUpperCase()}`;
}

const command = (event) => (event.ctrlKey || event.metaKey) && !event.altKey;
const plainCommand = (event) => command(event) && !event.shiftKey;
const inField = (editor, event) => event.composedPath()[0] === editor.openField()?.area;

/**
 * {keys, label, when(event, editor), does(editor, event)}; the first that fits is done.
 * `anywhere`: also where no segment is open; `outside`: also where focus is beyond the editor.
 */
const KEYS = [
  {
    keys: ["Ctrl", "Enter"],
    label: "key_approve",
    hint: true,
    when: (event) => command(event) && event.key === "Enter",
    does: (editor) => editor.approve(editor.active, editor.typedReason()),
  },
  {
    keys: ["Ctrl", "S"],
    label: "key_save",
    anywhere: true,
    when: (event) => plainCommand(event) && isLetter(event, "s"),
    does: (editor) => editor.flushAll(),
  },
  {
    keys: ["Alt", "↑"],
    label: "key_previous",
    anywhere: true,
    outside: true,
    when: (event) => event.altKey && event.key === "ArrowUp",
    does: (editor) => editor.move(-1),
  },
  {
    keys: ["Alt", "↓"],
    label: "key_next",
    anywhere: true,
    outside: true,
    when: (event) => event.altKey && event.key === "ArrowDown",
    does: (editor) => editor.move(1),
  },
  {
    keys: ["Ctrl", "1…4"],
    label: "key_others",
    hint: true,
    when: (event) => plainCommand(event) && /^(Digit|Numpad)[1-4]$/.test(event.code),
    does: (editor, event) => editor.useProposal(Number(event.code.slice(-1)) - 1),
  },
  {
    keys: ["Ctrl", "G"],
    label: "key_name",
    hint: true,
    // Only in the text: elsewhere the key searches, as the browser has it.
    when: (event, editor) =>
      plainCommand(event) && isLetter(event, "g") && inField(editor, event),
    does: (editor) => editor.insertMissing(),
  },
  {
    keys: ["Alt", "N"],
    label: "key_add_name",
    when: (event) => event.altKey && !event.ctrlKey && event.code === "KeyN",
    does: (editor) => editor.addName(),
  },
  {
    keys: ["Ctrl", "Shift", "C"],
    label: "key_copy",
    when: (event) => command(event) && event.shiftKey && isLetter(event, "c"),
    does: (editor) => editor.copySource(),
  },
  { keys: ["Ctrl", "Z"], label: "key_undo", when: () => false },
  {
    keys: ["F2"],
    label: "key_comment",
    hint: true,
    when: (event) => event.key === "F2",
    does: (editor) => editor.comment(),
  },
  {
    keys: ["F6"],
    label: "key_panel",
    anywhere: true,
    when: (event) => event.key === "F6" && !command(event) && !event.altKey && !event.shiftKey,
    does: (editor) => editor.changePane(),
  },
  {
    keys: ["Ctrl", "K"],
    label: "key_search",
    anywhere: true,
    outside: true,
    when: (event) => plainCommand(event) && isLetter(event, "k"),
    does: (editor) => editor.searchChosen(),
  },
  {
    keys: ["Alt", "T"],
    label: "key_twins",
    anywhere: true,
    when: (event, editor) =>
      event.altKey && !event.ctrlKey && event.code === "KeyT" && Boolean(editor.offered),
    does: (editor) => editor.offers.querySelector("button")?.click(),
  },
  {
    keys: ["Alt", "R"],
    label: "key_direction",
    when: (event) => event.altKey && !event.ctrlKey && event.code === "KeyR",
    does: (editor) => editor.turn(),
  },
  {
    keys: ["Esc"],
    label: "key_leave",
    when: (event) => event.key === "Escape",
    does: (editor) => editor.escape(),
  },
  {
    keys: ["?"],
    label: "key_keys",
    hint: true,
    anywhere: true,
    // In a text `?` is a question mark; Ctrl+/ is the same key there.
    when: (event) =>
      (["?", "؟"].includes(event.key) && !isTyping(event)) ||
      (command(event) && event.code === "Slash"),
    does: (editor) => editor.showKeys(),
  },
];

/** Whether the key goes into a field. */
function isTyping(event) {
  const [field] = event.composedPath();
  return ["TEXTAREA", "INPUT", "SELECT"].includes(field.tagName) || field.isContentEditable;
}

/** A combination of keys as a person reads it. */
function combination(...keys) {
  const shown = make("bdi");
  shown.dir = "ltr";
  const names = MAC ? { Ctrl: "⌘", Alt: "⌥", Shift: "⇧" } : {};
  shown.append(...keys.map((key) => make("kbd", "", names[key] || key)));
  return shown;
}

Object.assign(Editor.prototype, {
  key(event) {
    event.stopPropagation(); // Streamlit's own one-letter shortcuts listen on the document
    if (event.isComposing || this.help.open) return;
    const fits = (key) => (key.anywhere || this.active !== null) && key.when(event, this);
    const found = KEYS.find(fits);
    if (!found) return;
    event.preventDefault();
    found.does(this, event);
  },

  /** A key pressed on the page around, as after a reload: only those that lead into the text. */
  keyOutside(event) {
    const inBox = (node) => node.getAttribute?.("role") === "dialog" || node.localName === "dialog";
    const taken = isTyping(event) || event.composedPath().some(inBox);
    if (taken || !this.data || this.help.open) return;
    const found = KEYS.find((key) => key.outside && key.when(event, this));
    if (!found) return;
    event.preventDefault();
    found.does(this, event);
  },

  openField() {
    return this.rows.get(this.active)?.field;
  },

  typedReason() {
    return this.doubted(this.active) ? (this.reasonField()?.value.trim() ?? "") : "";
  },

  /** From a panel back to the text, from the text out of it. */
  escape() {
    const field = this.openField();
    const inText = field && this.root.activeElement === field.area;
    this.naming = null;
    if (this.rejecting !== null || this.cutting !== null) {
      this.rejecting = null;
      this.cutting = null;
    }
    this.drawAround();
    if (field && !inText) field.area.focus();
    else this.leave();
  },

  showKeys() {
    const { labels, dir } = this.data;
    const table = make("dl");
    for (const { keys, label } of KEYS) {
      const term = make("dt");
      term.append(combination(...keys));
      if (label === "key_keys") term.append(" ", combination("Ctrl", "/"));
      table.append(term, make("dd", "", labels[label]));
    }
    const close = makeButton("btn q", labels.close, () => this.help.close());
    this.help.dir = dir;
    this.help.setAttribute("aria-label", labels.keys);
    this.help.replaceChildren(make("h2", "", labels.keys), table, close);
    const back = this.root.activeElement;
    this.help.addEventListener("close", () => back?.focus(), { once: true });
    this.help.showModal();
  },
});

/** The keys used most, for the line under the open segment. */
function keyHints(editor) {
  const { labels } = editor.data;
  const hints = make("div", "keys");
  for (const { keys, label } of KEYS.filter((key) => key.hint)) {
    const hint = make("span");
    // The hints stand under a text, where `?` is a question mark.
    const shown = label === "key_keys" ? ["Ctrl", "/"] : keys;
    hint.append(combination(...shown), ` ${labels[label]}`);
    hints.append(hint);
  }
  return hints;
}

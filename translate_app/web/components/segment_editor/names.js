// Names of the open segment: what the termbase has, who is meant, what may be added to it.

const LONGEST_NAME = 300;

/** The panel of a segment's names: known ones, ones to choose between, perhaps new ones. */
function nameCard(editor, segment, unknown) {
  const { data } = editor;
  const { labels } = data;
  const { names } = segment;
  const found = names.filter((name) => name.found).length;
  const share = fill(labels.of, { part: String(found), whole: String(names.length) });
  const rows = names.length
    ? names.flatMap((name, place) => nameRows(editor, segment, name, place))
    : none(labels.no_names);
  rows.push(...unknownRows(editor, segment, unknown));
  if (editor.naming?.number === segment.number) rows.push(nameForm(editor));
  else {
    const add = makeButton("btn q small", labels.add_name, () => editor.addName(), "add-name");
    add.title = `${labels.add_name} (Alt+N)`;
    rows.push(withoutFocus(add));
  }
  return card("names", labels.names, names.length ? share : "", rows);
}

/** A name of the source; a click puts the target name at the caret. Who is meant stands under. */
function nameRows(editor, segment, name, place) {
  const { labels, source, target } = editor.data;
  const row = make("div", name.found ? "row pair" : "row pair missing");
  const does = () => editor.openField()?.insertName(name.target);
  const button = sided(makeButton("name", name.target, does, `name-${place}`), target);
  button.title = name.found ? labels.insert : labels.name_missing;
  if (!name.found) button.setAttribute("aria-description", button.title);
  row.append(sided(make("span", "", name.source), source), withoutFocus(button));
  const choices = name.choices.length ? name.choices : editor.offeredNames.get(name.surface);
  return choices ? [row, choiceRow(editor, segment, name, choices, place)] : [row];
}

/** The entries that a name may mean, as buttons; the one that a person chose is pressed. */
function choiceRow(editor, segment, name, choices, place) {
  const { labels, source, target } = editor.data;
  const group = make("div", "choices");
  const asked = fill(labels.who, { name: name.surface });
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", asked);
  group.append(make("small", "", asked));
  const decided = name.choices.length === 0;
  choices.forEach((choice, n) => {
    const does = () => editor.chooseName(segment.number, name.surface, choice.key, choices);
    const button = makeButton("choice", "", does, `choice-${place}-${n}`);
    button.setAttribute("aria-pressed", String(decided && choice.key === name.key));
    const names = make("span", "names-of");
    names.append(
      sided(make("bdi", "", choice.source), source),
      " = ",
      sided(make("bdi", "", choice.target), target),
    );
    const note = make("small");
    note.append(make("bdi", "", choice.note));
    button.append(names, note);
    group.append(withoutFocus(button));
  });
  return group;
}

/** What may be names: each proposal fills the form, nothing is saved by itself. */
function unknownRows(editor, segment, unknown) {
  const { labels, source, target } = editor.data;
  if (unknown.length === 0) return [];
  const rows = [make("h4", "", labels.maybe_names)];
  unknown.forEach((name, place) => {
    const row = make("div", "row pair unknown");
    const offers = make("span", "spellings");
    for (const [n, spelling] of (name.proposals.length ? name.proposals : [""]).entries()) {
      const does = () => editor.addName({ ...name, target: spelling });
      const action = `unknown-${place}-${n}`;
      const button = makeButton("name", spelling || labels.add_name, does, action);
      const said = fill(labels.add_as, { name: name.source, target: spelling });
      if (spelling) sided(button, target).setAttribute("aria-label", said);
      button.title = said;
      offers.append(withoutFocus(button));
    }
    row.append(sided(make("span", "", name.source), source), offers);
    rows.push(row);
  });
  return rows;
}

/** The form for a new entry of the glossary. */
function nameForm(editor) {
  const { data, naming } = editor;
  const { labels } = data;
  const form = make("form", "naming");
  form.setAttribute("aria-label", labels.add_name);
  for (const [side, key] of [[data.source, "source"], [data.target, "target"]]) {
    const field = sided(make("input", "search"), side);
    field.type = "text";
    field.maxLength = LONGEST_NAME;
    field.value = naming[key];
    field.dataset.action = `name-in-${key}`;
    field.addEventListener("input", () => {
      naming[key] = field.value;
    });
    form.append(labelled(side.name, field));
  }
  const types = make("select");
  types.dataset.action = "name-type";
  for (const [type, words] of Object.entries(data.types)) types.append(new Option(words, type));
  types.value = naming.type;
  types.addEventListener("change", () => {
    naming.type = types.value;
  });
  form.append(labelled(labels.name_type, types));
  if (naming.message) {
    const message = make("p", "wrong", naming.message);
    message.setAttribute("role", "alert");
    form.append(message);
  }
  const save = make("button", "btn small", labels.save_name);
  save.dataset.action = "save-name";
  save.disabled = naming.sent;
  const ends = make("div", "ends");
  ends.append(save, makeButton("btn q small", labels.cancel, () => editor.endNaming(), "no-name"));
  form.append(ends);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    editor.saveName();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation(); // here Ctrl+Enter saves the name and approves nothing
    editor.saveName();
  });
  return form;
}

function labelled(words, field) {
  const label = make("label", "reason-for", words);
  label.append(field);
  return label;
}

Object.assign(Editor.prototype, {
  /** Remember what is selected in the open source: the caret goes elsewhere before it is used. */
  pick() {
    const source = this.rows.get(this.active)?.source;
    const selection = (this.root.getSelection ? this.root : document).getSelection();
    if (!source || !selection || selection.rangeCount === 0) return;
    const inside = [selection.anchorNode, selection.focusNode].every((at) => source.contains(at));
    if (inside) this.picked = { number: this.active, text: selection.toString() };
  },

  /** Open the form for a new name with what is selected on both sides, or with `proposal`. */
  addName(proposal = {}) {
    const field = this.openField();
    if (!field) return;
    this.pick(); // the browser tells of a selection only after a moment
    const number = this.active;
    const one = (text) => text.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME);
    const { value, selectionStart, selectionEnd } = field.area;
    const picked = this.picked?.number === number ? this.picked.text : "";
    const { source = picked, target = value.slice(selectionStart, selectionEnd) } = proposal;
    const type = proposal.type || kept("name-type", "person");
    this.naming = { number, source: one(source), target: one(target), type, message: "", sent: false };
    this.drawAround();
    const empty = ["source", "target"].find((key) => this.naming[key] === "");
    this.focusBeside(empty ? `name-in-${empty}` : "name-type");
  },

  focusBeside(action) {
    this.aside.querySelector(`[data-action="${action}"]`)?.focus();
  },

  saveName() {
    const { naming } = this;
    const missing = ["source", "target"].find((key) => naming[key].trim() === "");
    if (missing) this.focusBeside(`name-in-${missing}`);
    if (missing || naming.sent) return;
    const { number, source, target, type } = naming;
    keep("name-type", type);
    naming.sent = true;
    this.outbox.push({ kind: "add_name", number, name: { source, target, type } });
    this.drawAround();
  },

  /** Close the form; what was typed into the translation is where it was. */
  endNaming() {
    this.naming = null;
    this.drawAround();
    this.openField()?.area.focus();
  },

  /** The server has taken the name, or says what is wrong with it. */
  nameSettled(event, saved, message) {
    const { naming } = this;
    if (saved) this.say(fill(this.data.labels.name_added, { name: event.name.source }));
    if (!naming?.sent || naming.number !== event.number) return;
    const inForm = Boolean(this.root.activeElement?.closest?.(".naming"));
    this.naming = saved ? null : { ...naming, message, sent: false };
    this.drawAround();
    if (saved && inForm) this.openField()?.area.focus();
    if (!saved) this.focusBeside("name-in-source");
  },

  /** Say which of several entries a name means; it can be said again as long as it is shown. */
  chooseName(number, surface, entry, choices) {
    this.offeredNames.set(surface, choices);
    this.outbox.push({ kind: "choose_name", number, words: surface, entry });
    this.openField()?.area.focus();
  },
});

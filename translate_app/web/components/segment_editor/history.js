// The life of a segment, its comments, and the search through everything that was translated.

/** The steps of a segment, latest first: what each changed, and a way back to it. */
function historyRows(history, editor) {
  const { target, labels } = editor.data;
  return history.map((step, place) => {
    const row = make("details", "row");
    const summary = make("summary");
    step.parts.forEach((part, n) => {
      summary.append(n ? " · " : "", make("bdi", "", part));
    });
    if (step.reason) summary.append(" · ", make("q", "", step.reason));
    row.append(summary);
    row.addEventListener("toggle", () => {
      if (!row.open || row.children.length > 1) return;
      const text = sided(make("div", "then"), target);
      const before = history[place + 1];
      if (before) fillDifferences(text, before.target, step.target);
      else fillText(text, step.target, [], target.dir);
      row.append(text);
      if (place > 0 && step.target) {
        const back = () => editor.openField()?.replace(step.target);
        row.append(makeButton("btn q small", labels.restore, back, `restore-${place}`));
      }
    });
    return row;
  });
}

/** What was said about a segment, and a field to say more. */
function commentCard(editor, beside) {
  const { labels } = editor.data;
  const { number, comments } = beside;
  const rows = comments.map((comment) => {
    const row = make("div", comment.resolved ? "row said resolved" : "row said");
    const head = make("div", "foot");
    head.append(make("bdi", "", comment.by), make("bdi", "", comment.at));
    const text = make("div", "words", comment.text);
    // The language of what is said, not of the name that it addresses.
    text.dir = /\p{Script=Arabic}/u.test(comment.text) ? "rtl" : "ltr";
    row.append(head, text);
    if (comment.resolved) head.append(make("span", "", labels.resolved));
    else {
      const does = () => editor.outbox.push({ kind: "resolve", number, place: comment.id });
      row.append(makeButton("btn q small", labels.resolve, does, `resolve-${comment.id}`));
    }
    return row;
  });
  const form = make("form", "comment");
  const field = make("textarea");
  field.rows = 1;
  field.dir = "auto";
  field.maxLength = 5000;
  field.placeholder = labels.comment;
  field.dataset.action = "comment";
  field.setAttribute("aria-label", labels.comment);
  field.value = editor.unsent?.number === number ? editor.unsent.words : "";
  field.addEventListener("input", () => {
    editor.unsent = { number, words: field.value };
  });
  const send = () => {
    const words = field.value.trim();
    if (words === "") return;
    editor.unsent = null;
    field.value = "";
    editor.outbox.push({ kind: "comment", number, words });
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  const button = make("button", "btn q small", labels.send);
  form.append(field, button);
  const open = comments.filter((comment) => !comment.resolved).length;
  return card("comments", labels.comments, open ? String(open) : "", [...rows, form]);
}

/** A search over memory and all releases, in both languages. */
function concordanceCard(editor) {
  const { data, found } = editor;
  const { labels } = data;
  const form = make("form", "concordance");
  const field = make("input", "search");
  field.type = "search";
  field.dir = "auto";
  field.maxLength = 200;
  field.placeholder = labels.concordance_hint;
  field.setAttribute("aria-label", labels.concordance);
  field.dataset.action = "concordance";
  field.value = editor.wantedWords ?? "";
  field.addEventListener("input", () => {
    editor.wantedWords = field.value;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (words) editor.outbox.push({ kind: "find", number: 0, words });
  });
  form.append(field);
  const rows = (found?.rows || []).map((row) => {
    const shown = make("div", "row hit");
    const [source, target] = [data.source, data.target].map((side, n) => {
      const text = sided(make("div"), side);
      const marks = marksInUnits(n ? row.target : row.source, n ? row.target_marks : row.source_marks);
      fillText(text, n ? row.target : row.source, marks, side.dir);
      return text;
    });
    shown.append(source, target, make("small", "", row.where));
    return shown;
  });
  if (found && rows.length === 0) rows.push(...none(labels.nothing_found));
  return card("concord", labels.concordance, rows.length && found ? String(found.rows.length) : "", [
    form,
    ...rows,
  ]);
}

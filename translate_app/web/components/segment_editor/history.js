// The life of a segment, and the search through everything that was translated.

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

/** A search over memory and all releases, in both languages. */
function concordanceCard(editor) {
  const { data, found } = editor;
  const { labels } = data;
  const form = make("form", "concordance");
  const field = make("input", "search");
  field.type = "search";
  field.dir = "auto";
  field.maxLength = LONGEST_SEARCH;
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

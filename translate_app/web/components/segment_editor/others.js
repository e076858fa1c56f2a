// Other drafts of the open segment: asked for on request, put in by click or Ctrl+1 to Ctrl+4.

const OTHER_KEYS = 4;

/** The answer for a segment, or null where nobody asked. */
function othersOf(data, number) {
  return data.others && data.others.number === number ? data.others : null;
}

/** Every draft of an answer in the order of the keys. */
function otherDrafts(others) {
  return others ? others.engines.flatMap((engine) => engine.drafts) : [];
}

/** A draft as a button. */
function otherRow(draft, place, data, use) {
  const { labels, target } = data;
  const row = make("button", "row other");
  row.type = "button";
  row.title = labels.use_other;
  row.dataset.action = `other-${place}`;
  const text = make("span", "words");
  text.lang = target.lang;
  text.dir = target.dir;
  fillText(text, draft.text, marksInUnits(draft.text, draft.marks), target.dir, true);
  const foot = make("span", "foot");
  if (place < OTHER_KEYS) foot.append(combination("Ctrl", String(place + 1)));
  if (draft.confidence) {
    const sure = make("span");
    sure.title = labels.confidence_means;
    sure.append(`${labels.confidence} `, make("bdi", "", draft.confidence));
    foot.append(sure);
  }
  row.append(text, foot);
  row.addEventListener("pointerdown", (event) => event.preventDefault());
  row.addEventListener("click", () => use(draft.text));
  return row;
}

/** The rows of the panel: a button to ask, then what the engines propose, side by side. */
function otherRows(data, number, asking, ask, use) {
  const { labels } = data;
  const others = othersOf(data, number);
  const rows = [];
  let place = 0;
  for (const engine of others ? others.engines : []) {
    if (others.engines.length > 1) {
      const name = make("div", "engine");
      name.append(make("bdi", "", engine.name));
      rows.push(name);
    }
    if (engine.problem) rows.push(make("p", "none", engine.problem));
    for (const draft of engine.drafts) {
      rows.push(otherRow(draft, place, data, use));
      place += 1;
    }
  }
  if (asking || (others && !others.complete)) {
    const words = make("p", "none busy", labels.asking_others);
    words.setAttribute("role", "status");
    rows.push(words);
  } else if (place === 0) {
    if (others && rows.length === 0) rows.push(make("p", "none", labels.no_others));
    const button = make("button", "btn q", labels.ask_others);
    button.type = "button";
    button.dataset.action = "ask";
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", ask);
    rows.push(button);
  }
  return rows;
}

/** A combination of keys. */
function combination(...keys) {
  const shown = make("bdi");
  shown.dir = "ltr";
  shown.append(...keys.map((key) => make("kbd", "", key)));
  return shown;
}

// Proposals for the open segment: memory matches and other drafts of the engines, put in by
// click or Ctrl+1 to Ctrl+4.

const PROPOSAL_KEYS = 4;

/** Every proposal in the order of the keys: memory first. */
function proposalsOf(beside) {
  if (!beside) return [];
  const drafts = (beside.others?.engines || []).flatMap((engine) => engine.drafts);
  const memory = (beside.memory || []).map((match) => ({ ...match, text: match.target }));
  return [...memory, ...drafts];
}

/** A proposal as a button; `top` stands over its text, `notes` under it. */
function proposalRow(proposal, place, data, use, top, notes) {
  const { labels, target } = data;
  const row = makeButton("row other", "", () => use(proposal.text), `proposal-${place}`);
  row.title = labels.use_other;
  const text = sided(make("span", "words"), target);
  fillText(text, proposal.text, marksInUnits(proposal.text, proposal.marks || []), target.dir);
  const foot = make("span", "foot");
  if (place < PROPOSAL_KEYS) foot.append(combination("Ctrl", String(place + 1)));
  foot.append(...notes);
  row.append(...top, text, foot);
  return withoutFocus(row);
}

/** Memory matches: their source against this one, their translation, how close they are. */
function memoryRows(memory, segment, data, use) {
  return memory.map((match, place) => {
    const source = sided(make("span", "matched"), data.source);
    if (match.source === segment.source) source.textContent = match.source;
    else fillDifferences(source, match.source, segment.source);
    const quality = make("b", match.quality >= 100 ? "pct exact" : "pct", match.quality_label);
    quality.title = data.labels.quality;
    const where = make("span", "", match.where);
    const top = make("span", "top");
    top.append(quality, " ", source);
    const proposal = { text: match.target, marks: [] };
    return proposalRow(proposal, place, data, use, [top], [where]);
  });
}

/** What the engines propose, side by side, with a button to ask where nobody has asked. */
function otherRows(editor, beside) {
  const { data } = editor;
  const { labels } = data;
  const others = beside.others || null;
  const asking = editor.asking === editor.active;
  const rows = [];
  const use = (text) => editor.openField()?.replace(text);
  let place = beside.memory?.length || 0;
  const first = place;
  for (const engine of others ? others.engines : []) {
    if (others.engines.length > 1) {
      const name = make("div", "engine");
      name.append(make("bdi", "", engine.name));
      rows.push(name);
    }
    if (engine.problem) rows.push(make("p", "none", engine.problem));
    for (const draft of engine.drafts) {
      rows.push(proposalRow(draft, place, data, use, [], confidenceNotes(draft, labels)));
      place += 1;
    }
  }
  if (asking || (others && !others.complete)) {
    const words = make("p", "none busy", labels.asking_others);
    words.setAttribute("role", "status");
    rows.push(words);
  } else if (place === first) {
    if (others && rows.length === 0) rows.push(make("p", "none", labels.no_others));
    rows.push(withoutFocus(makeButton("btn q", labels.ask_others, () => editor.askOthers(), "ask")));
  }
  return rows;
}

function confidenceNotes(draft, labels) {
  if (!draft.confidence) return [];
  const sure = make("span");
  sure.title = labels.confidence_means;
  sure.append(`${labels.confidence} `, make("bdi", "", draft.confidence));
  return [sure];
}

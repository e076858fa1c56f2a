// What stands around the document: filters, the side panels, the status line.

/** A panel with a heading, a count at its end and rows. */
function card(title, count, rows) {
  const section = make("section", "card");
  const heading = make("h3");
  heading.append(make("span", "", title), make("span", "", count));
  section.append(heading, ...rows);
  return section;
}

/** Findings of a segment as rows. */
function findingRows(findings) {
  return findings.map((finding) => {
    const row = make("div", "row find");
    row.append(make("span", `sev ${finding.severity}`), make("div", "", finding.text));
    return row;
  });
}

/** Names that stand in a segment's source; a click puts the target name at the caret. */
function nameRows(names, data, insert) {
  return names.map((name) => {
    const row = make("div", name.found ? "row pair" : "row pair missing");
    const source = make("span", "", name.source);
    source.lang = data.source.lang;
    source.dir = data.source.dir;
    const target = make("button", "name", name.target);
    target.type = "button";
    target.lang = data.target.lang;
    target.dir = data.target.dir;
    target.title = name.found ? data.labels.insert : data.labels.name_missing;
    target.addEventListener("pointerdown", (event) => event.preventDefault());
    target.addEventListener("click", () => insert(name.target));
    row.append(source, target);
    return row;
  });
}

/** The steps of a segment, latest first, each with its text to look at. */
function historyRows(history, side) {
  return history.rows.map((step) => {
    const row = make("details", "row");
    const text = make("div", "then");
    text.lang = side.lang;
    text.dir = side.dir;
    fillText(text, step.target, [], side.dir, true);
    const summary = make("summary");
    step.parts.forEach((part, place) => {
      summary.append(place ? " · " : "", make("bdi", "", part));
    });
    row.append(summary, text);
    return row;
  });
}

/** Segments with findings, where none is open: a click goes there. */
function overviewRows(data, go) {
  return data.segments
    .filter((segment) => segment.findings.length > 0)
    .map((segment) => {
      const worst = segment.findings.some((f) => f.severity === "error") ? "error" : "warning";
      const row = make("button", "row find go");
      row.type = "button";
      const words = make("span", "", segment.findings.map((f) => f.text).join(" "));
      row.append(make("span", `sev ${worst}`), make("b", "", segment.label), words);
      row.addEventListener("click", () => go(segment.number));
      return row;
    });
}

/** All side panels for the open segment, or for the whole release; `does` has the actions. */
function sidePanels(data, segment, asking, does) {
  const { labels } = data;
  const none = (text) => [make("p", "none", text)];
  if (!segment) {
    const rows = overviewRows(data, does.go);
    return [card(labels.findings, "", rows.length ? rows : none(labels.no_findings))];
  }
  const found = segment.names.filter((name) => name.found).length;
  const share = fill(labels.of, { part: String(found), whole: String(segment.names.length) });
  const panels = [
    card(
      labels.findings,
      segment.findings.length ? String(segment.findings.length) : "",
      segment.findings.length ? findingRows(segment.findings) : none(labels.no_findings_here),
    ),
    card(
      labels.names,
      segment.names.length ? share : "",
      segment.names.length ? nameRows(segment.names, data, does.insert) : none(labels.no_names),
    ),
    card(labels.others, "", otherRows(data, segment.number, asking, does.ask, does.use)),
  ];
  if (data.history && data.history.number === segment.number && data.history.rows.length) {
    const count = String(data.history.rows.length);
    panels.push(card(labels.history, count, historyRows(data.history, data.target)));
  }
  return panels;
}

/** The keys, for the line under the open segment. */
function keyHints(labels) {
  const hints = make("div", "keys");
  for (const [keys, label] of [
    [["Ctrl", "Enter"], labels.key_approve],
    [["Ctrl", "S"], labels.key_save],
    [["Ctrl", "1…4"], labels.key_others],
    [["Alt", "↑"], labels.key_previous],
    [["Alt", "↓"], labels.key_next],
    [["Esc"], labels.key_leave],
  ]) {
    const hint = make("span");
    hint.append(combination(...keys), ` ${label}`);
    hints.append(hint);
  }
  return hints;
}

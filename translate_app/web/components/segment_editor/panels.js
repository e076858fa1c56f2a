// What stands beside the document: what the checks found, names, proposals, comments, history.

/** A panel with a heading, a count at its end and rows. */
function card(kind, title, count, rows) {
  const section = make("section", `card ${kind}`);
  const heading = make("h3");
  heading.append(make("span", "", title), make("span", "", count));
  section.setAttribute("aria-label", title);
  section.append(heading, ...rows);
  return section;
}

/** Words where a panel has nothing to show. */
function none(text) {
  return [make("p", "none", text)];
}

/** A press on `button` leaves focus where it is: in the text. */
function withoutFocus(button) {
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  return button;
}

/** Findings of a segment as rows; `mend(text)` is offered where a machine can mend one. */
function findingRows(findings, labels, mend) {
  return findings.map((finding, place) => {
    const row = make("div", "row find");
    row.append(make("span", `sev ${finding.severity}`));
    const words = make("div", "words", finding.text);
    words.prepend(make("span", "spoken", `${labels[finding.severity]}: `));
    row.append(words);
    if (finding.mended && mend) {
      const does = () => mend(finding.mended);
      const button = makeButton("btn q small", labels.mend, does, `mend-${place}`);
      row.append(withoutFocus(button));
    }
    return row;
  });
}

/** Segments with findings, where none is open: a click goes there. */
function overviewRows(segments, go) {
  return segments
    .filter((segment) => segment.findings.length > 0)
    .map((segment) => {
      const worst = segment.findings.some((f) => f.severity === "error") ? "error" : "warning";
      const row = makeButton("row find go", "", () => go(segment.number));
      const words = make("span", "", segment.findings.map((f) => f.text).join(" "));
      row.append(make("span", `sev ${worst}`), make("b", "", segment.label), words);
      return row;
    });
}

const OVERVIEW = 60; // rows

/** The panels where no segment is open: the findings of the whole release, and the search. */
function releasePanels(editor) {
  const { labels } = editor.data;
  const segments = editor.numbers.map((number) => editor.segments.get(number));
  const rows = overviewRows(segments, (number) => editor.activate(number, true));
  const count = rows.length ? String(rows.length) : "";
  const shown = rows.length ? rows.slice(0, OVERVIEW) : none(labels.no_findings);
  return [card("findings", labels.findings, count, shown), concordanceCard(editor)];
}

/** The panels of the open segment. */
function segmentPanels(editor, segment) {
  const { data } = editor;
  const { labels } = data;
  const beside = editor.besides.get(segment.number) || {};
  const field = () => editor.openField();
  const untouched = !editor.drafts.get(segment.number);
  const mend = untouched ? (text) => field()?.replace(text) : null;
  const findings = segment.findings.length
    ? findingRows(segment.findings, labels, mend)
    : none(labels.no_findings_here);
  const count = segment.findings.length ? String(segment.findings.length) : "";
  const panels = [
    card("findings", labels.findings, count, findings),
    nameCard(editor, segment, beside.unknown || []),
  ];
  if (beside.memory?.length) {
    const rows = memoryRows(beside.memory, segment, data, (text) => field()?.replace(text));
    panels.push(card("memory", labels.memory, String(rows.length), rows));
  }
  panels.push(card("others", labels.others, "", otherRows(editor, beside)));
  if (beside.comments) panels.push(commentCard(editor, beside));
  if (beside.history?.length) {
    const rows = historyRows(beside.history, editor);
    panels.push(card("history", labels.history, String(rows.length), rows));
  }
  panels.push(concordanceCard(editor));
  return panels;
}

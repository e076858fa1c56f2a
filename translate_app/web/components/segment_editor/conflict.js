// Two texts for one segment: both are shown, with their difference, until a person chose.

/** Fill `box` with both texts; `choose(keepMine)` is told which one stands. */
function fillConflict(box, conflict, { labels, target }, choose) {
  box.replaceChildren();
  const columns = make("div", "both");
  for (const [title, text, action, keep] of [
    [fill(labels.theirs, { name: conflict.by }), conflict.theirs, labels.take_theirs, false],
    [labels.mine, conflict.mine, labels.keep_mine, true],
  ]) {
    const column = make("div");
    const words = sided(make("div", "text"), target);
    fillText(words, text, [], target.dir);
    const button = makeButton(keep ? "btn" : "btn q", action, () => choose(keep));
    column.append(make("strong", "", title), words, button);
    columns.append(column);
  }
  const difference = sided(make("div", "differs"), target);
  fillDifferences(difference, conflict.theirs, conflict.mine);
  const compared = make("div", "compared");
  compared.append(make("strong", "", labels.difference), difference);
  box.append(make("p", "", labels.stale), columns, compared);
  box.setAttribute("role", "alert");
}

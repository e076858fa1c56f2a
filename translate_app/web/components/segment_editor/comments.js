// What people say about a segment: comments, answers, a question to the editor.

/** Comments with their answers under them, oldest first. */
function threads(comments) {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const first = (comment) => {
    const before = known.get(comment.reply_to);
    return before && before.id < comment.id ? first(before) : comment;
  };
  const by = new Map(comments.map((comment) => [comment, first(comment)]));
  const heads = comments.filter((comment) => by.get(comment) === comment);
  return heads.map((head) => comments.filter((comment) => by.get(comment) === head));
}

/** One comment; an answer is set in. */
function commentRow(editor, number, comment, isReply) {
  const { labels } = editor.data;
  const { id, by, text: words, resolved } = comment;
  const row = make("div", `row said${resolved ? " resolved" : ""}${isReply ? " reply" : ""}`);
  const head = make("div", "foot");
  head.append(make("bdi", "", by), make("bdi", "", comment.at));
  const text = spokenWords("words", words);
  const ends = make("div", "ends");
  const answer = makeButton("link", labels.reply, () => editor.reply(number, comment), `reply-${id}`);
  answer.setAttribute("aria-label", fill(labels.reply_to, { name: by }));
  ends.append(answer);
  if (resolved) head.append(make("span", "", labels.resolved));
  else {
    const does = () => editor.outbox.push({ kind: "resolve", number, place: id });
    ends.append(makeButton("link", labels.resolve, does, `resolve-${id}`));
  }
  row.append(head, text, ends);
  return row;
}

/** The field for a new comment. */
function commentField(editor, number) {
  const { labels } = editor.data;
  const unsent = editor.unsent?.number === number ? editor.unsent : null;
  const field = make("textarea");
  field.rows = 1;
  const turn = () => {
    // A sign such as @ has no direction of its own: it stands where the page begins.
    field.dir = /\p{L}/u.test(field.value) ? "auto" : editor.data.dir;
  };
  field.maxLength = 5000;
  field.placeholder = labels.comment;
  field.dataset.action = "comment";
  field.setAttribute("aria-label", labels.comment);
  field.value = unsent ? unsent.words : "";
  turn();
  field.addEventListener("input", () => {
    turn();
    const reply = editor.unsent?.number === number ? editor.unsent.reply : null;
    editor.unsent = { number, words: field.value, reply };
  });
  return field;
}

/** What was said about a segment, and a field to say more. */
function commentCard(editor, beside) {
  const { labels } = editor.data;
  const { number, comments } = beside;
  const rows = threads(comments).flatMap((thread) =>
    thread.map((comment, place) => commentRow(editor, number, comment, place > 0)),
  );
  const form = make("form", "comment");
  const field = commentField(editor, number);
  const people = offerPeople(field, editor.data);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    editor.sendComment(number, "comment");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    editor.sendComment(number, "comment");
  });
  const send = make("button", "btn q small", labels.send);
  send.dataset.action = "send";
  const asks = () => editor.sendComment(number, "ask");
  const ends = make("div", "ends");
  ends.append(send, makeButton("link", labels.ask_editor, asks, "ask-editor"));
  const reply = editor.unsent?.number === number ? editor.unsent.reply : null;
  if (reply) {
    const to = make("div", "foot");
    to.append(make("span", "", fill(labels.reply_to, { name: reply.by })));
    to.append(makeButton("link", labels.cancel, () => editor.reply(number, null), "no-reply"));
    form.append(to);
  }
  form.append(field, people, ends);
  const open = comments.filter((comment) => !comment.resolved).length;
  return card("comments", labels.comments, open ? String(open) : "", [...rows, form]);
}

Object.assign(Editor.prototype, {
  /** Go to the field for comments, as soon as it is there. */
  comment() {
    this.toComment = this.active;
    this.goToComment();
  },

  goToComment() {
    const field = this.aside.querySelector(".comment textarea");
    if (this.toComment !== this.active || !field) return;
    this.toComment = null;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  },

  /** Answer a comment with what is written; null answers none. */
  reply(number, comment) {
    const words = this.unsent?.number === number ? this.unsent.words : "";
    this.unsent = { number, words, reply: comment && { id: comment.id, by: comment.by } };
    this.drawAround();
    this.comment();
  },

  /** Say what is written, or ask the editor. */
  sendComment(number, kind) {
    const unsent = this.unsent?.number === number ? this.unsent : null;
    const words = unsent?.words.trim() ?? "";
    if (words === "") {
      this.comment();
      return;
    }
    const place = kind === "comment" ? (unsent.reply?.id ?? 0) : 0;
    this.said = unsent;
    this.unsent = null;
    this.outbox.push({ kind, number, words, place });
    this.around = "";
    this.drawAround();
  },

  /** What could not be said stands in the field again. */
  commentRefused(event) {
    const mine = this.said?.number === event.number && this.said.words.trim() === event.words;
    if (this.unsent || !mine) return;
    this.unsent = this.said;
    this.around = "";
  },
});

// The plan of a release: what is typed stays here until it is saved as a whole.

const FIELDS = ["translator", "reviewer", "priority", "due_at", "embargo_until"];
const MOMENTS = ["due_at", "embargo_until"];
const two = (number) => String(number).padStart(2, "0");

/** A moment as `<input type="datetime-local">` has it, by the reader's clock. */
function local(iso) {
  if (!iso) return "";
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment in UTC; as it was where the field says the same minute. */
function moment(text, before) {
  if (!text) return "";
  if (text === local(before)) return before;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString().replace("Z", "+00:00");
}

function control(name, data) {
  if (name === "priority") {
    const select = document.createElement("select");
    for (const each of data.priorities) select.append(new Option(data.labels[each], each));
    return select;
  }
  const input = document.createElement("input");
  if (MOMENTS.includes(name)) {
    input.type = "datetime-local";
    input.className = "moment";
  } else {
    input.setAttribute("list", "people");
    input.maxLength = 80;
    input.autocomplete = "off";
    input.dir = "auto";
  }
  return input;
}

function build(root, data) {
  const form = document.createElement("form");
  const fields = {};
  for (const name of FIELDS) {
    const label = document.createElement("label");
    fields[name] = control(name, data);
    label.append(document.createElement("span"), fields[name]);
    form.append(label);
  }
  const people = document.createElement("datalist");
  people.id = "people";
  const button = document.createElement("button");
  button.type = "submit";
  const answer = document.createElement("p");
  answer.className = "answer";
  answer.setAttribute("role", "status");
  form.append(people, button, answer);
  root.append(form);
  return { form, fields, people, button, answer, stand: "", shown: {}, sent: {} };
}

/** The plan as it is now; what is typed and not saved stays, a mere redrawing changes nothing. */
function fill(made, data) {
  const stand = JSON.stringify(FIELDS.map((name) => data[name]).concat(data.version));
  if (made.stand === stand) return;
  made.stand = stand;
  const saved = data.answer?.tone === "done" ? made.sent : {};
  for (const name of FIELDS) {
    const field = made.fields[name];
    const now = MOMENTS.includes(name) ? local(data[name]) : data[name];
    const typed = name in made.shown && field.value !== made.shown[name];
    if (!typed || field.value === saved[name]) field.value = now;
    made.shown[name] = now;
  }
}

/** What came of saving, once; it goes when somebody types on. */
function tell(made, answer) {
  if (!answer || told.has(answer.id)) return;
  told.add(answer.id);
  made.answer.className = `answer ${answer.tone}`;
  made.answer.setAttribute("role", answer.tone === "error" ? "alert" : "status");
  made.answer.textContent = answer.text;
}

const forms = new WeakMap();
const told = new Set(); // ids of answers

export default function plan({ data, parentElement, setTriggerValue }) {
  let made = forms.get(parentElement);
  if (!made) {
    made = build(parentElement, data);
    forms.set(parentElement, made);
  }
  const { form, fields, people, button } = made;
  const before = data;
  const values = () => Object.fromEntries(FIELDS.map((name) => [name, MOMENTS.includes(name)
    ? moment(fields[name].value, before[name]) : fields[name].value]));
  const changed = () => FIELDS.some((name) => values()[name] !== before[name]);
  for (const name of FIELDS) fields[name].previousSibling.textContent = data.labels[name];
  people.replaceChildren(...data.people.map((person) => new Option(person)));
  button.textContent = data.labels.save;
  fill(made, data);
  tell(made, data.answer);
  button.disabled = !changed();
  form.oninput = () => {
    button.disabled = !changed();
    made.answer.textContent = "";
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!changed()) return;
    made.answer.textContent = ""; // so that the same answer is said again
    made.sent = Object.fromEntries(FIELDS.map((name) => [name, fields[name].value]));
    setTriggerValue("plan", { ...values(), version: data.version });
  };
}

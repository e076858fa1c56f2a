// `<input type="datetime-local">` speaks of the reader's clock; what is sent is UTC.

const two = (number) => String(number).padStart(2, "0");

function local(iso) {
  if (!iso) return "";
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export default function moment({ data, parentElement, setTriggerValue }) {
  let input = parentElement.querySelector("input");
  if (!input) {
    const label = document.createElement("label");
    const words = document.createElement("span");
    input = document.createElement("input");
    input.type = "datetime-local";
    label.append(words, input);
    parentElement.append(label);
    // Told when the field is left: while one types, a year passes through the first century.
    input.addEventListener("blur", () => {
      if (input.value === input.dataset.sent) return;
      input.dataset.sent = input.value;
      const at = input.value ? new Date(input.value) : null;
      input.send(at && !Number.isNaN(at.getTime()) ? at.toISOString().replace("Z", "+00:00") : "");
    });
  }
  input.send = (value) => setTriggerValue("moment", value);
  input.previousSibling.textContent = data.label;
  if (input.getRootNode().activeElement !== input) {
    input.value = local(data.value);
    input.dataset.sent = input.value;
  }
}

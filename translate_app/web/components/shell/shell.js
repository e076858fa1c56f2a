// Direction, language, colours and words of the whole page, and the cookies that remember them.

const dark = window.matchMedia("(prefers-color-scheme: dark)");
let chosen = "system";

function paint() {
  const theme = chosen === "system" ? (dark.matches ? "dark" : "light") : chosen;
  document.documentElement.dataset.theme = theme;
  document.documentElement.style.colorScheme = theme;
}
dark.addEventListener("change", paint);

export default function shell({ data }) {
  const root = document.documentElement;
  root.lang = data.language;
  root.dir = data.dir;
  chosen = data.theme;
  paint();
  speak(data.words);
  for (const [name, value] of Object.entries(data.cookies)) {
    document.cookie = `${name}=${value}; path=/; max-age=31536000; SameSite=Lax`;
  }
}

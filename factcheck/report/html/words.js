// What the page says, in the language it is read in.

const DATA = JSON.parse(document.getElementById("data").textContent);
const LANGUAGES = ["zh", "en"];
const CODES = ["zh-Hans", "en"];
const storage = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); return true; } catch { return false; } },
};
let language = Math.max(0, LANGUAGES.indexOf(storage.get("factcheck.lang") ?? LANGUAGES[DATA.lang]));

// The text of a key of messages.tsv; one||many where fields.n matters.
function t(key, fields) {
  let text = DATA.ui[key] ? DATA.ui[key][language] : key;
  if (text.includes("||")) {
    const [one, many] = text.split("||");
    text = fields && fields.n === 1 ? one : many;
  }
  return fields ? text.replace(/\{(\w+)\}/g, (whole, name) => (name in fields ? String(fields[name]) : whole)) : text;
}

function s(number) {
  const text = DATA.strings[number];
  return typeof text === "string" ? text : text[language];
}

function label(name, text) { return language ? `${name}: ${text}` : `${name}：${text}`; }
function list(parts) { return parts.join(language ? ", " : "、"); }

// Values are told apart by a letter, never by colour alone.
const STEMS = "甲乙丙丁戊己庚辛壬癸";
function letter(index) {
  if (!language) return index < 10 ? STEMS[index] : `${STEMS[index % 10]}${Math.floor(index / 10) + 1}`;
  return String.fromCharCode(65 + (index % 26)) + (index < 26 ? "" : String(Math.floor(index / 26) + 1));
}

// A string of the table in both languages, folded once: outlets and titles stand in many findings.
const FOLDED = new Map();
function foldString(number) {
  if (!FOLDED.has(number)) {
    const text = DATA.strings[number];
    FOLDED.set(number, fold(typeof text === "string" ? text : text.join("\n")));
  }
  return FOLDED.get(number);
}

// Traditional and simplified characters, full and half width, capitals: one spelling for the search.
let FOLD = null;
function fold(text) {
  if (!FOLD) {
    FOLD = new Map();
    const from = Array.from(DATA.fold[0]), to = Array.from(DATA.fold[1]);
    from.forEach((character, index) => FOLD.set(character, to[index]));
  }
  let folded = "";
  for (const character of text.normalize("NFKC").toLowerCase()) folded += FOLD.get(character) ?? character;
  return folded;
}

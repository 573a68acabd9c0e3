// An article's words, with what is claimed marked where it stands.

const SETTING = 90;

// Pieces of text[from:to] between the borders of what is marked: [start, end, kinds of furniture, marks].
function splitText(article, from, to, marks) {
  const borders = new Set([from, to]);
  const inside = (place) => place > from && place < to;
  const furniture = article.marks.filter((mark) => mark[0] < to && mark[1] > from);
  for (const [start, end] of furniture) { if (inside(start)) borders.add(start); if (inside(end)) borders.add(end); }
  for (const mark of marks) { if (inside(mark.start)) borders.add(mark.start); if (inside(mark.end)) borders.add(mark.end); }
  const places = [...borders].sort((a, b) => a - b);
  const starts = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces = [];
  let next = 0, active = [];
  for (let i = 0; i + 1 < places.length; i += 1) {
    const start = places[i], end = places[i + 1];
    active = active.filter((mark) => mark.end > start);
    for (; next < starts.length && starts[next].start <= start; next += 1) if (starts[next].end > start) active = [...active, starts[next]];
    const kind = furniture.find((mark) => mark[0] <= start && mark[1] >= end);
    pieces.push({ start, end, kind: kind ? kind[2] : -1, marks: active });
  }
  return pieces;
}

// The sentence of a claim in its setting; its exact words are marked, underlined and labelled.
function showSentence(claim, tag) {
  const article = ARTICLES[claim.article];
  const text = article.text;
  // A claim may stand outside its sentence's borders: show both.
  const from = Math.min(claim.from, claim.start), to = Math.max(claim.to, claim.end);
  const before = settingBefore(article, from), after = settingAfter(article, to);
  const quote = h("blockquote.sentence", { lang: "zh" }, before ? h("span.setting", null, before) : null);
  let mark = null;
  for (const piece of splitText(article, from, to, [{ start: claim.start, end: claim.end }])) {
    const words = squeeze(text.slice(piece.start, piece.end));
    if (piece.marks.length && !mark) {
      mark = h("mark", { class: `value-${tag % 6}` }, h("span.mark-label", null, letter(tag)));
      quote.append(mark);
    }
    append(piece.marks.length ? mark : quote, [piece.kind > 0 ? h("span.noise", null, words) : words]);
  }
  append(quote, [after ? h("span.setting", null, after) : null]);
  return quote;
}

// Whole sentences of the article around the one quoted, as far as they fit; furniture is no setting.
function settingBefore(article, to) {
  const from = Math.max(0, to - SETTING);
  const words = articleWords(article, from, to);
  const begins = from === 0 ? 0 : words.search(/[。！？；\n]/) + 1;
  return squeeze(begins || from === 0 ? words.slice(begins) : `…${words}`).trimStart();
}

function settingAfter(article, from) {
  const to = Math.min(article.text.length, from + SETTING);
  const words = articleWords(article, from, to);
  const ends = to === article.text.length ? words.length : Math.max(...["。", "！", "？", "\n"].map((mark) => words.lastIndexOf(mark))) + 1;
  return squeeze(ends ? words.slice(0, ends) : words.trim() ? `${words}…` : "").trimEnd();
}

function articleWords(article, from, to) {
  return splitText(article, from, to, []).filter((piece) => piece.kind <= 0).map((piece) => article.text.slice(piece.start, piece.end)).join("");
}

function squeeze(text) { return text.replace(/\s+/g, " "); }

// One article with everything it claims marked in place; what each claim agrees or disagrees with stands beside it.

let marked = "related";

function articlesView() {
  if (state.article < 0) return articleTable();
  const article = ARTICLES[state.article];
  return h("section.article", null,
    h("p", null, h("a", { href: linkTo({ view: "articles" }) }, t("html.all_articles"))),
    h("h2", { id: "article-title", tabindex: -1 }, cut(nameOf(article), 200)),
    h("p.source", null, h("b", null, cut(s(article.outlet), 80)), " ", dateOf(article), " · ", cut(article.path || article.id, 160)),
    article.notes.length ? h("ul.notes", null, article.notes.map((note) => h("li", null, s(note)))) : null,
    markChoice(), h("p.legend", null, h("span.claim.found", null, t("html.legend_found")), " ", h("span.claim.related", null, t("html.legend_related")), " ",
      h("span.claim.alone", null, t("html.legend_alone")), " ", h("span.boilerplate", null, t("html.legend_boilerplate"))),
    h("div.reading", null, h("div.text", { lang: "zh" }, paragraphsOf(article)), h("aside", { id: "beside", "aria-label": t("html.claims_here"), "aria-live": "polite" }, besideOf(article))));
}

function articleTable() {
  const rows = ARTICLES.map((article) => {
    const found = new Set(CLAIMS_OF[article.index].flatMap((claim) => FOUND_IN[claim].map((each) => each.finding.index)));
    return h("tr", null, h("th", { scope: "row" }, h("a", { href: linkTo({ view: "articles", article: article.index }) }, cut(nameOf(article), 80))),
      h("td", null, cut(s(article.outlet), 40)), h("td.date", null, dateOf(article)), h("td.figure", null, String(CLAIMS_OF[article.index].length)), h("td.figure", null, String(found.size)));
  });
  const heads = [t("column.title"), t("column.outlet"), t("column.date"), t("html.claims"), t("heading.findings")];
  return h("section", null, h("h2", null, t("heading.articles")), h("div.scroll", { tabindex: 0, role: "group", "aria-label": t("heading.articles") },
    h("table", null, h("thead", null, h("tr", null, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", null, rows))));
}

function markChoice() {
  const options = ["found", "related", "all"];
  return h("label.field", null, h("span", null, t("html.mark")), h("select", { on: { change: (event) => { marked = event.target.value; render(); } } },
    options.map((option) => h("option", { value: option, selected: option === marked }, t("html.mark." + option)))));
}

function standing(claim) { return FOUND_IN[claim].length ? "found" : RELATED[claim].length ? "related" : "alone"; }
const RANK = { found: 0, related: 1, alone: 2 };

function paragraphsOf(article) {
  const most = { found: 0, related: 1, all: 2 }[marked];
  const marks = CLAIMS_OF[article.index].filter((claim) => RANK[standing(claim)] <= most || claim === state.claim).map((claim) => CLAIMS[claim]);
  const paragraphs = [];
  let line = h("p");
  const told = new Set();
  for (const piece of splitText(article, 0, article.text.length, marks)) {
    const lines = article.text.slice(piece.start, piece.end).split("\n");
    lines.forEach((words, index) => {
      if (index) {
        if (line.childNodes.length) paragraphs.push(line);
        line = h("p");
      }
      if (words.trim()) line.append(showPiece(article, piece, words, told));
    });
  }
  if (line.childNodes.length) paragraphs.push(line);
  return paragraphs;
}

function showPiece(article, piece, words, told) {
  const kind = ["headline", "boilerplate", "noise"][piece.kind];
  if (!piece.marks.length) return kind ? h(`span.${kind}`, null, words) : h("span", null, words);
  const first = [...piece.marks].sort((a, b) => RANK[standing(a.index)] - RANK[standing(b.index)] || a.end - a.start - (b.end - b.start))[0];
  const chosen = piece.marks.some((mark) => mark.index === state.claim);
  const numbers = piece.marks.flatMap((mark) => (told.has(mark.index) ? [] : FOUND_IN[mark.index].map((each) => each.finding.number)));
  piece.marks.forEach((mark) => told.add(mark.index));
  const how = standing(first.index);
  const classes = `claim ${how}${chosen ? " chosen" : ""}${kind ? ` ${kind}` : ""}`;
  const shown = [numbers.length ? h("span.mark-label", null, [...new Set(numbers)].slice(0, 3).join(" ") + (numbers.length > 3 ? "…" : "")) : null, words];
  if (how === "alone") return h("span", { class: classes }, shown);
  return h("a", { class: classes, href: linkTo({ view: "articles", article: article.index, claim: first.index }) }, shown);
}

// The claims that overlap the chosen one, or an invitation to choose.
function besideOf(article) {
  if (state.claim < 0) return h("p.hint", null, t("html.choose_claim"));
  const chosen = CLAIMS[state.claim];
  const here = CLAIMS_OF[article.index].filter((claim) => CLAIMS[claim].start < chosen.end && CLAIMS[claim].end > chosen.start && (claim === chosen.index || standing(claim) !== "alone"));
  here.sort((a, b) => (b === chosen.index) - (a === chosen.index) || RANK[standing(a)] - RANK[standing(b)] || a - b);
  return [h("h3", null, t("html.claims_here")), here.slice(0, 12).map(claimCard)];
}

function claimCard(claim) {
  const c = CLAIMS[claim];
  const relations = [...RELATED[claim]].sort((a, b) => CONFLICTS.has(b.kind) - CONFLICTS.has(a.kind));
  return h("div.card", null,
    h("p", null, h("b", null, cut([s(c.subject), s(c.attribute)].filter(Boolean).join(" · "), 120))),
    h("p.quote", { lang: "zh" }, `「${cut(quoteOf(c), 200)}」`), s(c.value) ? h("p", null, `= ${cut(s(c.value), 200)}`) : null,
    ARTICLES[c.article].pages.length ? h("p.where", null, placeOf(c)) : null,
    s(c.speaker) ? h("p", null, `${cut(s(c.speaker), 80)} · ${t("stance." + s(c.stance))}`) : null,
    FOUND_IN[claim].length ? h("p", null, label(t("heading.findings"), ""), FOUND_IN[claim].slice(0, 8).map(({ finding }) => [h("a", { href: makeHash({ view: "findings", finding: finding.id }) }, `${finding.number}`), " "])) : null,
    relations.length ? h("ul", null, relations.slice(0, 20).map((relation) => {
      const other = CLAIMS[relation.a === claim ? relation.b : relation.a];
      return h("li", null, h("b", { class: CONFLICTS.has(relation.kind) ? "conflict" : "agree" }, t("kind." + relation.kind)), " ",
        h("a", { href: linkTo({ view: "articles", article: other.article, claim: other.index }) }, cut(s(other.outlet), 40)), " ",
        h("span", { lang: "zh" }, `「${cut(quoteOf(other), 80)}」`), " ", h("small", null, t("reason." + relation.reason)));
    })) : h("p.hint", null, t("html.no_relation")));
}

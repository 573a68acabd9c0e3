// Who agrees with whom, and facts whose value was updated.

function outletsView() {
  const { outlets, cells } = DATA.matrix;
  const found = new Map();
  for (const [row, column, ...counts] of cells) {
    found.set(`${row}/${column}`, counts);
    found.set(`${column}/${row}`, counts);
  }
  if (!outlets.length) return h("section", null, h("h2", null, t("html.outlets")), h("p.empty", null, t("html.no_outlets")));
  const names = outlets.map((outlet) => cut(s(outlet), 24));
  const cell = (counts) => (counts ? h("td.figure", null, counts[0] ? h("span.agree", null, `${counts[0]} ${t("html.agreeing")}`) : null, counts[1] ? h("span.conflict", null, `${counts[1]} ${t("html.conflicting")}`) : null,
    counts[2] ? h("span", null, `${counts[2]} ${t("kind.updates")}`) : null) : h("td.figure.none", null, "·"));
  return h("section", null, h("h2", null, t("html.outlets")), h("p", null, t("html.outlets_about")),
    h("div.scroll", { tabindex: 0, role: "group", "aria-label": t("html.outlets") }, h("table.matrix", null,
      h("thead", null, h("tr", null, h("td"), names.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", null, names.map((name, row) => h("tr", null, h("th", { scope: "row" }, name), names.map((_, column) => cell(found.get(`${row}/${column}`)))))))));
}

function historiesView() {
  const most = 100;
  return h("section", null, h("h2", null, t("html.histories")), h("p", null, t("html.histories_about")),
    DATA.histories.slice(0, most).map(([names, claims, timeline]) => {
      const numbers = new Map(claims.map((claim, index) => [claim, String(index + 1)]));
      const relations = [...new Set(claims.flatMap((claim) => RELATED[claim]))];
      const title = cut(names.map(s).filter(Boolean).join(" · "), 120);
      return h("article.history", null, h("h3", null, title),
        drawTimeline(timeline, relations, [""], (claim) => numbers.get(claim), false),
        h("ol.moments", null, claims.map((claim) => h("li", null, s(CLAIMS[claim].asOf) ? `${t("html.as_of")} ${s(CLAIMS[claim].asOf)}` : CLAIMS[claim].article >= 0 ? dateOf(ARTICLES[CLAIMS[claim].article]) : "", " ",
          h("a", { href: linkTo({ view: "articles", article: CLAIMS[claim].article, claim }) }, `${cut(s(CLAIMS[claim].outlet), 40)}「${cut(quoteOf(CLAIMS[claim]), 80)}」`)))));
    }),
    DATA.histories.length ? null : h("p.empty", null, t("html.no_histories")),
    DATA.histories.length > most ? h("p", null, t("evidence.more", { n: DATA.histories.length - most })) : null);
}

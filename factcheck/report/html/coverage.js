// What was read and what was not.

function coverageView() {
  const lines = (title, items) => (items.length ? [h("h3", null, title), h("ul", null, items.map((item) => h("li", null, s(item))))] : null);
  return h("section", null, h("h2", null, t("heading.coverage")), h("p", null, t("html.coverage_about")),
    h("ul", null, DATA.coverage.map((item) => h("li", null, s(item)))), lines(t("heading.errors"), DATA.errors), lines(t("heading.notes"), DATA.notes),
    DATA.backend ? h("p.hint", null, label(t("heading.backend"), DATA.backend)) : null);
}

// The data by name. data.py says what stands where.

const ARTICLES = DATA.articles.map(([id, path, outlet, date, title, url, text, notes, marks, pages], index) => ({
  index, id: s(id), path: s(path), outlet, date, title: s(title), titleNumber: title, url: s(url), text: s(text), notes, marks, pages,
}));

const CLAIMS = DATA.claims.map((c, index) => ({
  index, article: c[0], start: c[1], end: c[2], from: c[3], to: c[4], outlet: c[5], speaker: c[6], stance: c[7], family: c[8],
  subject: c[9], attribute: c[10], value: c[11], asOf: c[12], headline: c[13] === 1, scope: c[14],
}));

const RELATIONS = DATA.relations.map(([a, b, kind, reason, gates]) => ({ a, b, kind: s(kind), reason: s(reason), gates }));

const FINDINGS = DATA.findings.map((f, index) => {
  const values = f[11].map(([name, support, claims]) => ({ label: name, support, claims }));
  const claims = values.flatMap((value) => value.claims);
  const articles = [...new Set(claims.map((claim) => CLAIMS[claim].article))].filter((number) => number >= 0);
  return {
    index, number: index + 1, id: s(f[0]), rule: s(f[1]), level: s(f[2]), family: s(f[3]), kind: s(f[4]), reason: s(f[5]), state: s(f[6]),
    fingerprint: s(f[7]), fact: f[8], message: f[9], advice: f[10], values, claims, relations: f[12], graph: f[13], timeline: f[14], subject: s(f[15]),
    articles, outlets: new Set(claims.map((claim) => CLAIMS[claim].outlet)), dates: articles.map((number) => ARTICLES[number].date).filter(Boolean),
    words: null, entity: null,
  };
});

// For each claim: its relations, and the findings and values it stands in.
const RELATED = CLAIMS.map(() => []);
RELATIONS.forEach((relation) => { RELATED[relation.a].push(relation); RELATED[relation.b].push(relation); });
const FOUND_IN = CLAIMS.map(() => []);
FINDINGS.forEach((finding) => finding.values.forEach((value, group) => value.claims.forEach((claim) => FOUND_IN[claim].push({ finding, group }))));
const CLAIMS_OF = ARTICLES.map(() => []);
CLAIMS.forEach((claim) => { if (claim.article >= 0) CLAIMS_OF[claim.article].push(claim.index); });

const LEVELS = ["error", "warning", "info"];
const STATES = ["new", "changed", "expanded", "known", "confirmed", "dismissed"];

function quoteOf(claim) { return claim.article < 0 ? "" : ARTICLES[claim.article].text.slice(claim.start, claim.end); }
function lineOf(claim) {
  const text = ARTICLES[claim.article].text;
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < claim.start; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
// Where to look a claim up: the page of a file that has pages, else the line.
function placeOf(claim) {
  const { path, id, pages } = ARTICLES[claim.article];
  const page = pages.filter((start) => start <= claim.start).length;
  return page ? `${cut(path || id, 120)} ${t("evidence.page", { n: page })}` : `${cut(path || id, 120)}:${lineOf(claim)}`;
}
function nameOf(article) { return article.title || article.path || article.id; }
function dateOf(article) { return article.date || t("date.unknown"); }

// Everything a search looks at, in both languages and one spelling.
function wordsOf(finding) {
  if (finding.words === null) {
    const parts = [fold(`${finding.id}\n${finding.rule}\n${finding.fingerprint}`), ...[finding.fact, finding.message, ...finding.values.map((value) => value.label)].map(foldString)];
    for (const number of finding.claims) {
      const claim = CLAIMS[number];
      parts.push(foldString(claim.outlet), foldString(claim.speaker), fold(quoteOf(claim)), claim.article < 0 ? "" : foldString(ARTICLES[claim.article].titleNumber));
    }
    finding.words = parts.join("\n");
  }
  return finding.words;
}

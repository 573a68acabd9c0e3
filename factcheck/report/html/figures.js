// Drawings of layouts made in Python (figures.py). Each is an image with a text alternative, and its content stands beside it in words.

const CONFLICTS = new Set(["contradicts", "disputes"]);
const LANE = 44;
let drawings = 0;

function drawing(width, height, title, description, ...children) {
  const id = `drawing-${(drawings += 1)}`;
  return h("div.drawing", { tabindex: 0, role: "group", "aria-label": title },
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": `${id}-t ${id}-d` },
      svg("title", { id: `${id}-t` }, title), svg("desc", { id: `${id}-d` }, cut(description, 1500)), ...children));
}

function line(from, to, kind) {
  return svg("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1], class: `edge edge-${kind}` });
}

function point(place, index, text, title) {
  return svg("g", { class: `point value-${index % 6}` }, svg("title", null, title), svg("circle", { cx: place[0], cy: place[1], r: 15 }),
    svg("text", { x: place[0], y: place[1] + 4.5, "text-anchor": "middle" }, text));
}

function describeRelation(relation, names) {
  return `${names.get(relation.a)} – ${names.get(relation.b)}: ${t("kind." + relation.kind)}${language ? ` (${t("reason." + relation.reason)})` : `（${t("reason." + relation.reason)}）`}`;
}

// The claims of a finding on a ring: agreement solid, contradiction dashed.
function drawGraph(finding) {
  const places = new Map(finding.graph.map(([claim, , , x, y]) => [claim, [x, y]]));
  const names = namesOf(finding);
  const relations = finding.relations.map((number) => RELATIONS[number]).filter((relation) => places.has(relation.a) && places.has(relation.b));
  if (places.size < 2 || !relations.length) return null;
  const heights = finding.graph.map(([, , , , y]) => y);
  const middle = Math.max(44, Math.ceil((Math.max(...heights) + 44) / 2));
  const edges = relations.map((relation) => line(places.get(relation.a), places.get(relation.b), CONFLICTS.has(relation.kind) ? "conflict" : relation.kind === "updates" ? "update" : "agree"));
  const points = finding.graph.map(([claim, value, , x, y]) => {
    const outlet = s(CLAIMS[claim].outlet);
    const side = x < 250 ? ["end", x - 20] : x > 390 ? ["start", x + 20] : ["middle", x];
    const height = side[0] === "middle" ? (y <= middle ? y - 22 : y + 32) : y + 5;
    return [point([x, y], value, names.get(claim), `${names.get(claim)} ${outlet}`), svg("text", { x: side[1], y: height, "text-anchor": side[0], class: "beside" }, cut(outlet, 9))];
  });
  const left = finding.claims.length - finding.graph.length;
  return h("figure", null,
    h("figcaption", null, t("html.graph"), " ", h("span.key", null, t("html.graph_key")), left > 0 ? ` ${t("evidence.more", { n: left })}` : null),
    drawing(640, 2 * middle, t("html.graph"), list(relations.map((relation) => describeRelation(relation, names))), edges, points));
}

function namesOf(finding) {
  const names = new Map();
  finding.values.forEach((value, group) => value.claims.forEach((claim, place) => names.set(claim, letter(group) + (value.claims.length > 1 ? place + 1 : ""))));
  return names;
}

// Points in the order of time, one lane a value; updates as arrows, contradictions dashed.
function drawTimeline(points, relations, lanes, nameOfClaim, written = true) {
  if (!points.length) return null;
  const height = lanes.length * LANE + 44;
  const crowd = new Map();
  const places = new Map();
  for (const [claim, lane, x] of points) {
    const key = `${lane}/${x}`, before = crowd.get(key) || 0;
    crowd.set(key, before + 1);
    places.set(claim, [x, lane * LANE + 26 + before * 5]);
  }
  const days = [...new Map(points.map(([, , x, day]) => [day, x]))];
  let free = -Infinity;
  const ticks = days.map(([day, x]) => {
    const told = x - free >= 78;
    if (told) free = x;
    return [svg("line", { x1: x, y1: 6, x2: x, y2: height - 26, class: "tick" }), told ? svg("text", { x, y: height - 8, "text-anchor": "middle", class: "beside" }, day) : null];
  });
  const rows = lanes.map((name, lane) => svg("text", { x: 4, y: lane * LANE + 31, class: "beside" }, cut(name, 6)));
  const drawn = relations.filter((relation) => places.has(relation.a) && places.has(relation.b) && (CONFLICTS.has(relation.kind) || relation.kind === "updates"));
  const edges = drawn.map((relation) => line(places.get(relation.a), places.get(relation.b), CONFLICTS.has(relation.kind) ? "conflict" : "update"));
  const marks = points.map(([claim, lane, , day]) => point(places.get(claim), lanes.length > 1 ? lane : 0, nameOfClaim(claim), `${day} ${s(CLAIMS[claim].outlet)} ${quoteOf(CLAIMS[claim])}`));
  const told = points.map(([claim, , , day, own]) => h("li", null, h("time", { datetime: day }, day), ` ${own ? t("html.as_of") : t("html.published")} `,
    h("b", null, nameOfClaim(claim)), ` ${cut(quoteOf(CLAIMS[claim]), 60)} · ${cut(s(CLAIMS[claim].outlet), 40)}`));
  return h("figure", null, h("figcaption", null, t("html.timeline"), " ", h("span.key", null, t("html.timeline_key"))),
    drawing(640, height, t("html.timeline"), list(told.map((item) => item.textContent)), ticks, rows, edges, marks), written ? h("ol.moments", null, told) : null);
}

"use strict";
// Ties the two sides together. Every element that shows a number carries its key in data-q; a check
// or relation carries several in data-qs; a finding its places in data-places (UTF-16, of the page).
function tie() {
  const SVG = "http://www.w3.org/2000/svg";
  const HUES = 6;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const page = one("#page");
  const paper = one(".paper");
  const sheets = one("#sheets");
  const shows = Map.groupBy(all("[data-q]"), (element) => element.dataset.q);
  const stretches = all(".stretch");
  const review = all(".to-review[id]", page);
  const relations = new Map();
  for (const item of all(".relation")) {
    const [source, target] = item.dataset.qs.split(" ");
    const edge = { source, target, word: item.dataset.word };
    for (const key of [source, target]) relations.set(key, [...(relations.get(key) ?? []), edge]);
  }

  // --- light: what is pointed at, on both sides -------------------------------------------------

  let lit = [];
  let selected = null;
  const keysOf = (element) => (element.dataset.q ?? element.dataset.qs ?? "").split(" ").filter(Boolean);

  function light(element) {
    for (const each of lit) each.classList.remove("lit");
    const keys = element ? keysOf(element) : [];
    lit = keys.flatMap((key) => shows.get(key) ?? []);
    if (element?.dataset.qs) lit.push(element);
    for (const each of lit) each.classList.add("lit");
    draw(keys);
    mark(element?.dataset.places ?? "");
  }

  const pointed = (event) => event.target.closest?.("[data-q], [data-qs], [data-places]");
  const point = (event) => light(pointed(event) ?? selected);
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);

  // --- evidence: a stretch of the page that is no element, found by its UTF-16 offsets -----------

  function mark(places) {
    if (!globalThis.Highlight) return;
    const ranges = places.split(" ").filter(Boolean).flatMap((place) => rangesOf(...place.split("-").map(Number)));
    CSS.highlights.set("evidence", new Highlight(...ranges));
  }

  function rangesOf(start, end) {
    return stretches.filter((each) => each.dataset.s < end && each.dataset.e > start).map((each) => {
      const range = new Range();
      range.setStart(...at(each, Math.max(0, start - each.dataset.s)));
      range.setEnd(...at(each, Math.min(end, each.dataset.e) - each.dataset.s));
      return range;
    });
  }

  function at(stretch, offset) {
    const walker = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && offset > node.length) {
      offset -= node.length;
      node = walker.nextNode();
    }
    return node ? [node, offset] : [stretch, 0];
  }

  // --- edges and threads: drawn over the page ---------------------------------------------------

  function box(element) {
    const around = paper.getBoundingClientRect();
    const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return { x: rect.left - around.left, y: rect.top - around.top, width: rect.width, height: rect.height };
  }

  function shape(name, parent, attributes, words = "") {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = words;
    parent.append(element);
  }

  function draw(keys) {
    const svg = one("#edges");
    svg.replaceChildren();
    if (document.body.dataset.pane !== "page" && narrow.matches) return;
    const edges = keys.length > 1
      ? keys.slice(1).map((key) => ({ source: key, target: keys[0], word: "" }))
      : relations.get(keys[0]) ?? [];
    for (const edge of edges) drawEdge(svg, edge);
  }

  function drawEdge(svg, { source, target, word }) {
    const [from, to] = [source, target].map((key) => one(`[id="t-${key}"]`));
    if (!from || !to) return;
    const [a, b] = [box(from), box(to)];
    const [x1, y1, x2, y2] = [a.x + a.width / 2, a.y, b.x + b.width / 2, b.y];
    const rise = 18 + Math.min(40, Math.hypot(x2 - x1, y2 - y1) / 8);
    const top = Math.min(y1, y2) - rise;
    shape("path", svg, { d: `M ${x1} ${y1} C ${x1} ${top}, ${x2} ${top}, ${x2} ${y2}` });
    shape("circle", svg, { cx: x2, cy: y2, r: 3 });
    if (word) shape("text", svg, { x: (x1 + x2) / 2, y: (y1 + y2) / 8 + (3 * top) / 4 - 3 }, word);
  }

  // Only the threads with an end in sight are drawn: the rest of a long page is not even laid out.
  const ends = new Map();
  for (const before of all("[data-next]", page)) {
    const after = document.getElementById(before.dataset.next);
    const pair = [before, after];
    for (const end of pair) ends.set(end, [...(ends.get(end) ?? []), pair]);
  }
  const inSight = new Set();
  let asked = 0;

  function thread() {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      const lines = [...new Set([...inSight].flatMap((end) => ends.get(end)))].map(threadOf);
      const svg = one("#threads");
      svg.replaceChildren();
      for (const line of lines) shape("path", svg, line);
    });
  }

  function threadOf([before, after]) {
    const around = paper.getBoundingClientRect();
    const [a, b] = [before, after].map((each) => each.getBoundingClientRect());
    const [start, end] = a.top < b.top ? [a.bottom - 6, b.top + 8] : [a.top + 8, b.bottom - 6];
    const x = a.left - around.left - 8;
    const out = x - 9 - 5 * (before.dataset.s % 3);
    return {
      d: `M ${x} ${start - around.top} H ${out} V ${end - around.top} H ${x} m -5 -4 l 5 4 l -5 4`,
      class: `hue-${before.dataset.article % HUES}`,
    };
  }

  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) inSight[isIntersecting ? "add" : "delete"](target);
    thread();
  }, { root: page, rootMargin: "50%" });
  for (const end of ends.keys()) sight.observe(end);
  new ResizeObserver(thread).observe(paper);

  // --- going there ------------------------------------------------------------------------------

  const narrow = matchMedia("(max-width: 900px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function show(pane) {
    document.body.dataset.pane = pane;
    for (const button of all(".tabs button")) button.setAttribute("aria-pressed", button.dataset.pane === pane);
    if (pane === "page") thread();
  }

  function reveal(element) {
    if (element.closest("[hidden]")) clearFilters();
    element.scrollIntoView({ block: "center", behavior: still.matches ? "instant" : "smooth" });
  }

  function select(element, other) {
    selected?.classList.remove("selected");
    selected = element;
    element?.classList.add("selected");
    if (other && narrow.matches) show(page.contains(other) ? "page" : "sheets");
    if (other) reveal(other);
    light(element);
  }

  function counterpart(element) {
    const there = page.contains(element) ? sheets : page;
    const found = keysOf(element).flatMap((key) => shows.get(key) ?? []).filter((each) => there.contains(each));
    const printed = found.find((each) => each.closest(".facsimile[open]"));
    return printed ?? found.find((each) => each.matches("tr, [id]")) ?? found[0];
  }

  function placeOf(finding) {
    const start = Number(finding.dataset.places.split("-")[0]);
    return finding.dataset.places && stretches.find((each) => each.dataset.s <= start && start < each.dataset.e);
  }

  document.addEventListener("click", (event) => {
    const heading = event.target.closest("[data-article] a, a[data-article]");
    const join = event.target.closest(".join");
    const element = pointed(event);
    if (join) {
      event.preventDefault();
      reveal(one(join.getAttribute("href")));
    } else if (heading?.matches(".sheet a")) {
      event.preventDefault();
      const stretch = one(`.stretch[data-article="${heading.dataset.article}"]`);
      if (narrow.matches) show("page");
      reveal(stretch);
    } else if (element) {
      event.preventDefault();
      select(element, element.dataset.places === undefined ? counterpart(element) : placeOf(element));
    } else if (event.target.closest(".stretch.headline")) {
      if (narrow.matches) show("sheets");
      reveal(one(`#s-${event.target.closest(".stretch").dataset.article}`));
    }
  });

  // --- keys: n and p walk the figures that somebody should look at ------------------------------

  let walked = -1;
  function walk(step) {
    if (!review.length) return;
    walked = (walked + step + review.length) % review.length;
    const number = review[walked];
    const row = counterpart(number);
    if (row) reveal(row);
    select(number, number);
    number.tabIndex = number.hasAttribute("href") ? 0 : -1;
    number.focus({ preventScroll: true });
    one("#walked").textContent = `${walked + 1} / ${review.length}`;
    one("#said").textContent = `待核 ${walked + 1} / ${review.length} · ${number.textContent} · ${number.title}`;
  }
  one("#walked").textContent = review.length ? `待核 ${review.length}` : "无待核";
  one("#walked").classList.toggle("none", !review.length);
  one("#next").addEventListener("click", () => walk(1));
  one("#previous").addEventListener("click", () => walk(walked < 0 ? 0 : -1));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      select(null);
      document.activeElement.blur();
    } else if (event.target.matches("input, select")) {
      return;
    } else if (event.key === "n") {
      walk(1);
    } else if (event.key === "p") {
      walk(walked < 0 ? 0 : -1);
    } else if (event.key === "/") {
      event.preventDefault();
      if (narrow.matches) show("sheets");
      one("#words").focus();
    } else if (event.key === "Enter" && event.target.matches("[data-qs], [data-places]")) {
      event.target.click();
    }
  });

  // --- the tables: sort and filter --------------------------------------------------------------

  const grids = all("table", sheets);
  const rows = all("tbody tr", sheets);
  const printedOrder = new Map(rows.map((row, order) => [row, order]));
  const wording = new Intl.Collator("zh", { numeric: true });

  function sort(button) {
    const header = button.closest("th");
    const next = { none: "ascending", ascending: "descending", descending: "none" }[header.ariaSort];
    const body = one("tbody", button.closest("table"));
    const column = header.cellIndex;
    for (const each of header.parentElement.cells) each.ariaSort = "none";
    header.ariaSort = next;
    const key = (row) => row.cells[column];
    const compare = {
      text: (a, b) => wording.compare(key(a).textContent, key(b).textContent),
      number: (a, b) => key(a).dataset.value - key(b).dataset.value,
    }[button.dataset.sort];
    const ordered = [...body.rows].sort((a, b) => printedOrder.get(a) - printedOrder.get(b));
    if (next !== "none") ordered.sort(next === "ascending" ? compare : (a, b) => compare(b, a));
    body.append(...ordered);
  }

  function filter() {
    const words = one("#words").value.trim().toLowerCase();
    const status = one("#status").value;
    const only = one("#only-review").checked;
    const fits = (row) => (!words || row.textContent.toLowerCase().includes(words))
      && (!status || row.dataset.status === status)
      && (!only || row.dataset.review !== undefined);
    let left = 0;
    const narrowed = Boolean(words || status || only);
    for (const grid of grids) {
      let some = false;
      for (const row of grid.tBodies[0].rows) {
        row.hidden = !fits(row);
        some ||= !row.hidden;
        left += !row.hidden;
      }
      grid.parentElement.classList.toggle("empty", !some);
      grid.closest(".sheet").hidden = narrowed && !some;
    }
    for (const sheet of all(".sheet")) if (!one("table", sheet)) sheet.hidden = narrowed;
    for (const entry of all(".contents li")) entry.hidden = one(one("a", entry).getAttribute("href")).hidden;
    one("#shown").textContent = left === rows.length ? `${left} 行` : `${left} / ${rows.length} 行`;
  }

  function clearFilters() {
    one("#filters").reset();
    filter();
  }

  one("#filters").addEventListener("input", filter);
  one("#filters").addEventListener("submit", (event) => event.preventDefault());
  sheets.addEventListener("click", ({ target }) => target.matches("[data-sort]") && sort(target));
  one("#shown").textContent = `${rows.length} 行`;

  // --- taking the tables along: what is shown, as text, commas or a workbook ----------------------

  const TITLES = ["标题", "主体", "指标", "计量", "口径", "数值", "原文数字", "时期", "状态", "核验"];
  const NUMERIC = 5;
  const ACTIVE = /^[=+\-@\t\r\n＝＋－＠']/;

  function taken(within) {
    return all("tbody tr:not([hidden])", within).map((row) => {
      const [area, indicator, figure, period, status, verdict] = row.cells;
      const [measure, scope] = ["measure", "scope"].map((name) => indicator.dataset[name] ?? "");
      const headline = one("h3", row.closest(".sheet")).textContent;
      const name = indicator.firstChild.textContent;
      return [headline, area.textContent, name, measure, scope, figure.dataset.value, figure.textContent, period.textContent, status.textContent, verdict.textContent];
    });
  }

  const guarded = (cell, at) => (at !== NUMERIC && ACTIVE.test(cell) ? `'${cell}` : cell);
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const commas = (rows) => `\ufeff${[TITLES, ...rows].map((row) => row.map(guarded).map(quoted).join(",")).join("\r\n")}\r\n`;
  const tabs = (rows) => [TITLES, ...rows].map((row) => row.map(guarded).join("\t")).join("\n");

  function workbook(rows) {
    const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const exact = (text) => text.replace(/[-.]/g, "").length <= 15;
    const cell = (text, at) => (at === NUMERIC && text && exact(text)
      ? `<c><v>${text}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`);
    const line = (row, at) => `<row>${row.map((text, column) => cell(text, at ? column : -1)).join("")}</row>`;
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const packaged = "http://schemas.openxmlformats.org/package/2006";
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const relation = (kind, target) => `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
    return zipped({
      "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
      "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
      "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="指标" sheetId="1" r:id="r1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
      "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>${[TITLES, ...rows].map(line).join("")}</sheetData></worksheet>`,
    });
  }

  function zipped(files) {
    const bytes = new TextEncoder();
    const parts = [];
    const directory = [];
    let offset = 0;
    const numbers = (...pairs) => pairs.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255));
    for (const [name, content] of Object.entries(files)) {
      const [title, data] = [bytes.encode(name), bytes.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`)];
      const common = numbers([20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc(data), 4], [data.length, 4], [data.length, 4], [title.length, 2], [0, 2]);
      const local = new Uint8Array([...numbers([0x04034b50, 4]), ...common]);
      parts.push(local, title, data);
      directory.push(new Uint8Array([...numbers([0x02014b50, 4], [20, 2]), ...common, ...numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])]), title);
      offset += local.length + title.length + data.length;
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0);
    const count = directory.length / 2;
    return [...parts, ...directory, new Uint8Array(numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]))];
  }

  function crc(data) {
    let sum = ~0;
    for (const byte of data) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum >>> 0;
  }

  function download(parts, type, suffix, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(parts, { type }));
    link.download = `${name.replace(/[\\/:*?"<>|]/g, "_")}.${suffix}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  const TAKE = {
    复制: (rows) => navigator.clipboard.writeText(tabs(rows)).then(() => { one("#said").textContent = `已复制 ${rows.length} 行`; }),
    CSV: (rows, name) => download([commas(rows)], "text/csv", "csv", name),
    XLSX: (rows, name) => download(workbook(rows), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", name),
  };

  function offerTaking(place, within, name) {
    for (const [word, take] of Object.entries(TAKE)) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.addEventListener("click", () => take(taken(within), name));
      place.append(button);
    }
  }

  if (rows.length) offerTaking(one("#take"), sheets, document.title);
  for (const grid of all(".grid", sheets)) {
    const place = document.createElement("div");
    place.className = "take";
    place.role = "group";
    place.ariaLabel = grid.ariaLabel;
    offerTaking(place, grid, one("h3", grid.closest(".sheet")).textContent);
    grid.after(place);
  }

  one("#indicator")?.addEventListener("change", ({ target }) => {
    for (const bars of all(".bars")) bars.hidden = bars.dataset.group !== target.value;
  });

  // --- how it looks -----------------------------------------------------------------------------

  one("#theme").addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    document.documentElement.dataset.theme = dark === "dark" ? "light" : "dark";
  });
  one("#as-printed").addEventListener("click", ({ currentTarget }) => {
    const printed = paper.classList.toggle("as-printed");
    currentTarget.setAttribute("aria-pressed", printed);
    thread();
  });
  for (const button of all(".tabs button")) button.addEventListener("click", () => show(button.dataset.pane));
}

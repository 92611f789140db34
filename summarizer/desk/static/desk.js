"use strict";
// The desk: choose, change, and let the server show what was kept. Offsets are code points of the
// issue's text; an item carries what its row says in data-item, a number its place.
{
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const { root, key, token, language } = document.body.dataset;
  const words = JSON.parse(document.body.dataset.words);
  const sheet = one("#sheet");
  const narrow = matchMedia("(max-width: 900px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const FIELDS = ["ref_area", "indicator", "scope", "measure", "period", "status"];
  let chosen = null; // the item in the form, with the element it was chosen by
  let list = "doubts";
  let sought = "";
  let busy = false;

  // --- what is said -------------------------------------------------------------------------------

  let fading = 0;
  function say(message, bad = false) {
    const said = one("#said");
    said.textContent = message;
    said.className = bad ? "shown bad" : "shown";
    clearTimeout(fading);
    fading = setTimeout(() => said.classList.remove("shown"), bad ? 8000 : 2500);
  }

  // --- asking the server --------------------------------------------------------------------------

  async function post(what, body) {
    if (busy) return null;
    busy = true;
    document.body.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(`${root}/page/${key}/${what}?lang=${language}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Desk-Token": token },
        body: JSON.stringify(body),
      });
      if (response.ok) {
        renew(await response.text());
        return response;
      }
      const type = response.headers.get("content-type") ?? "";
      const reason = type.includes("json") ? (await response.json()).message : await response.text();
      say(`${words.failed}: ${reason}`, true);
    } catch {
      say(`${words.failed}: ${words.offline}`, true);
    } finally {
      busy = false;
      document.body.removeAttribute("aria-busy");
    }
    return null;
  }

  function renew(html) {
    const scrolled = ["#page", "#work"].map((pane) => one(pane).scrollTop);
    const unfolded = all(".facsimile").map((each) => each.open);
    sheet.innerHTML = html;
    all(".facsimile").forEach((each, at) => { each.open = unfolded[at] ?? false; });
    ["#page", "#work"].forEach((pane, at) => { one(pane).scrollTop = scrolled[at]; });
    chosen = null;
    show(list);
  }

  async function change(wishes, message = words.saved) {
    const at = places().findIndex((each) => each.dataset.id === chosen?.id);
    const id = chosen?.id;
    if (!(await post("change", wishes))) return;
    const now = places();
    const next = list === "doubts" ? now[Math.min(at, now.length - 1)] : now.find((each) => each.dataset.id === id);
    if (at >= 0 && next) choose(next);
    const left = all("#doubts .item").length;
    say(`${message} · ${left ? `${words.left} ${left}` : words.done}`);
  }

  async function undo() {
    const response = await post("undo", {});
    if (response) say(response.headers.get("x-undone") ? words.undone : words.nothing_to_undo);
  }

  // --- the list -----------------------------------------------------------------------------------

  const shownList = () => one(list === "doubts" ? "#doubts" : "#all");
  const places = () => all(".item:not([hidden])", shownList());

  function show(name) {
    list = name;
    one("#doubts").hidden = name !== "doubts";
    one("#all").hidden = name === "doubts";
    for (const button of all("[data-list]")) button.setAttribute("aria-pressed", button.dataset.list === name);
    one("#words").value = sought;
    filter();
  }

  function filter() {
    const fits = (item) => (list !== "settled" || item.classList.contains("by-person"))
      && (!sought || item.textContent.toLowerCase().includes(sought.toLowerCase()));
    for (const item of all(".item", shownList())) item.hidden = !fits(item);
    for (const chapter of all(".chapter")) chapter.hidden = !one(".item:not([hidden])", chapter);
    one("#nothing").hidden = places().length > 0 || (list === "doubts" && one("#doubts .none") !== null);
    count();
  }

  function count() {
    const items = all("#doubts .item:not([hidden])");
    const at = items.findIndex((each) => each.dataset.id === chosen?.id);
    const walked = one("#walked");
    walked.textContent = at < 0 ? `${words.doubts} ${items.length}` : `${at + 1} / ${items.length}`;
    walked.classList.toggle("none", items.length === 0);
  }

  function walk(step) {
    const items = places();
    if (!items.length) return say(words.empty);
    const at = items.findIndex((each) => each.dataset.id === chosen?.id);
    choose(items[at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length]);
  }

  // --- choosing -----------------------------------------------------------------------------------

  function choose(element) {
    const item = JSON.parse(element.dataset.item);
    fill({ ...item, id: element.dataset.id, mark: element.dataset.q }, one(".why", element));
    for (const each of all(`.item[data-id="${element.dataset.id}"]`)) each.classList.add("selected");
    reveal(element, "nearest");
    one(".pick", element).focus({ preventScroll: true });
  }

  function fill(item, reasons) {
    clear();
    chosen = item;
    const form = one("#editor");
    form.hidden = false;
    one("#hint").hidden = true;
    one("#locked").textContent = item.shown || item.text;
    one("#context").textContent = item.sentence ?? "";
    one("#reasons").replaceChildren(...(reasons ? [reasons.cloneNode(true)] : []));
    for (const name of FIELDS) {
      const field = form.elements[name];
      field.value = item.fields[name] ?? "";
      field.classList.remove("changed");
    }
    form.elements.note.value = "";
    const index = Math.max(item.article, 0);
    for (const [name, offers] of [["ref_area", "owners"], ["indicator", "indicators"], ["scope", "scopes"], ["period", "periods"]]) {
      form.elements[name].setAttribute("list", `${offers}-${index}`);
    }
    for (const each of all("#save, #reject [data-set]")) each.textContent = item.row ? each.dataset.set : each.dataset.add;
    one("#confirm").hidden = !item.row;
    const marks = all(`#page [data-q="${item.mark}"]`);
    for (const mark of marks) mark.classList.add("selected");
    const printed = marks.find((mark) => mark.closest(".facsimile[open]"));
    const shown = printed ?? marks.find((mark) => mark.matches(".n"));
    if (shown && !narrow.matches) reveal(shown, "center");
    count();
  }

  function clear() {
    for (const each of all(".selected")) each.classList.remove("selected");
    chosen = null;
    one("#editor").hidden = true;
    one("#hint").hidden = false;
    count();
  }

  function reveal(element, block) {
    element.scrollIntoView({ block, behavior: still.matches ? "instant" : "smooth" });
  }

  function chooseNumber(number) {
    const family = list === "doubts" && one(`#doubts .item[data-q="${number.dataset.q}"]:not([hidden])`) ? "#doubts" : "#all";
    let item = one(`${family} .item[data-q="${number.dataset.q}"]`);
    if (item && family === "#all" && list === "doubts") show("all");
    if (narrow.matches && (item || number.dataset.start)) pane("work");
    if (item) return choose(item);
    if (!number.dataset.start) return undefined;
    const { start, end, text, q } = number.dataset;
    const article = Number(number.closest(".stretch").dataset.article ?? 0);
    fill({ start: Number(start), end: Number(end), text, nth: 0, row: false, article, shown: "", mark: q, id: "", fields: { measure: "level", status: "actual" } }, null);
    return one("#editor").elements.ref_area.focus();
  }

  // --- changing -----------------------------------------------------------------------------------

  const place = ({ start, end, text, nth = 0 }) => ({ start, end, text, nth });

  function rowOf(form) {
    const row = {};
    for (const name of FIELDS) row[name] = form.elements[name].value.trim() || null;
    return row;
  }

  function save(event) {
    event?.preventDefault();
    const form = one("#editor");
    if (!chosen || !form.reportValidity()) return;
    const row = rowOf(form);
    const fields = FIELDS.filter((name) => (row[name] ?? "") !== (chosen.fields[name] ?? ""));
    const note = form.elements.note.value;
    change([chosen.row ? { op: "set", ...place(chosen), row, fields, note } : { op: "add", ...place(chosen), row, note }]);
  }

  function confirm() {
    if (!chosen?.row) return;
    const row = {};
    for (const name of FIELDS) row[name] = chosen.fields[name] || null;
    change([{ op: "set", ...place(chosen), row, fields: [], note: one("#editor").elements.note.value }]);
  }

  function reject() {
    if (chosen) change([{ op: "reject", ...place(chosen), note: one("#editor").elements.note.value }]);
  }

  // --- lines of the text --------------------------------------------------------------------------

  const length = (text) => [...text].length;
  let line = null;

  function linesOf(stretch) {
    const lines = [];
    let start = Number(stretch.dataset.s);
    for (const piece of stretch.textContent.split(/([\r\n\u240d])/)) {
      const text = piece.trim();
      if (text) lines.push({ start: start + length(piece.slice(0, piece.indexOf(text))), text, stretch });
      start += length(piece);
    }
    return lines.map((each) => ({ ...each, end: each.start + length(each.text) }));
  }

  const everyLine = () => all("#page .stretch").flatMap(linesOf);

  function lineAt(stretch, offset) {
    const lines = linesOf(stretch);
    return lines.find((each) => offset < each.end) ?? lines.at(-1);
  }

  function pointed(event, stretch) {
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const node = caret?.offsetNode;
    if (!node || !stretch.contains(node)) return Number(stretch.dataset.s);
    const range = new Range();
    range.setStart(stretch, 0);
    range.setEnd(node, caret.offset);
    return Number(stretch.dataset.s) + length(range.toString());
  }

  function openLine(found) {
    if (!found) return;
    line = found;
    for (const each of all(".stretch.selected")) each.classList.remove("selected");
    line.stretch.classList.add("selected");
    one("#line-text").textContent = line.text;
    one("#line-remark").value = "";
    if (!one("#line").open) one("#line").showModal();
  }

  function stepLine(step) {
    const lines = everyLine();
    const at = lines.findIndex((each) => each.start === line.start);
    openLine(lines[at + step]);
    if (lines[at + step]) reveal(line.stretch, "center");
  }

  function act(...ops) {
    one("#line").close();
    chosen = null;
    change(ops.map((op) => ({ ...place(line), ...op })));
  }

  function openLineOfChosen() {
    const mark = chosen && one(`#page .n[data-q="${chosen.mark}"]`);
    const stretch = mark?.closest(".stretch") ?? one("#page .stretch");
    openLine(lineAt(stretch, chosen?.start ?? 0));
  }

  // --- panes, keys and clicks ---------------------------------------------------------------------

  function pane(name) {
    document.body.dataset.pane = name;
    for (const button of all(".tabs button")) button.setAttribute("aria-pressed", button.dataset.pane === name);
    const mark = chosen && one(`#page .n[data-q="${chosen.mark}"]`);
    if (name === "page" && mark) reveal(mark, "center");
  }

  document.addEventListener("click", (event) => {
    const hit = (selector) => event.target.closest(selector);
    const spot = hit("#page rect[data-q]");
    const number = spot ? one(`#page .n[data-q="${spot.dataset.q}"]`) : hit("#page .n");
    if (number) {
      event.preventDefault();
      chooseNumber(number);
    } else if (hit(".pick")) {
      choose(hit(".item"));
    } else if (hit("[data-list]")) {
      show(hit("[data-list]").dataset.list);
    } else if (hit("#confirm")) {
      confirm();
    } else if (hit("#reject")) {
      reject();
    } else if (hit("#cancel")) {
      clear();
    } else if (hit(".tabs button")) {
      pane(hit(".tabs button").dataset.pane);
    } else if (hit("#page .stretch") && getSelection().isCollapsed) {
      openLine(lineAt(hit(".stretch"), pointed(event, hit(".stretch"))));
    }
  });

  one("#line").addEventListener("click", ({ target }) => {
    const { act: what, role } = target.dataset;
    if (what === "titled") act({ op: "split" }, { op: "role", role: "headline" });
    else if (what) act({ op: what });
    else if (role) act({ op: "role", role });
  });
  one("#line").addEventListener("close", () => line?.stretch.classList.remove("selected"));
  one("#line").addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && !event.target.matches("input")) {
      event.preventDefault();
      stepLine(step);
    }
  });
  one("#line-up").addEventListener("click", () => stepLine(-1));
  one("#line-down").addEventListener("click", () => stepLine(1));
  one("#line-note").addEventListener("submit", (event) => {
    event.preventDefault();
    if (one("#line-remark").value.trim()) act({ op: "note", note: one("#line-remark").value });
  });
  one("#previous").addEventListener("click", () => walk(-1));
  one("#next").addEventListener("click", () => walk(1));
  one("#undo").addEventListener("click", undo);
  one("#help").addEventListener("click", () => one("#keys").showModal());
  sheet.addEventListener("submit", save);
  sheet.addEventListener("input", ({ target }) => {
    if (target.id === "words") {
      sought = target.value.trim();
      filter();
    } else if (chosen && target.name in chosen.fields) {
      target.classList.toggle("changed", target.value !== (chosen.fields[target.name] ?? ""));
    }
  });

  const KEYS = {
    n: () => walk(1),
    p: () => walk(-1),
    c: confirm,
    x: reject,
    u: undo,
    b: openLineOfChosen,
    e: () => chosen && one("#editor").elements.ref_area.select(),
    "/": () => { if (narrow.matches) pane("work"); one("#words").focus(); },
    "?": () => one("#keys").showModal(),
    Escape: clear,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return;
    if (event.target.matches("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  show(one("#doubts .item") ? "doubts" : "all");
}

// A dense page comes packed: its sides are laid out first, and what may be told from the order of
// things is put in; then they are tied.
{
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const blocks = all("script[type='application/octet-stream']");
  if (blocks.length) layOut().then(tie);
  else tie();

  async function layOut() {
    const sides = await Promise.all(blocks.map((block) => unpacked(block.textContent)));
    for (const [at, block] of blocks.entries()) {
      block.previousElementSibling.remove();
      block.replaceWith(document.createRange().createContextualFragment(sides[at]));
    }
    all(".stretch").forEach(measure);
    number();
    link();
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "center" });
  }

  function unpacked(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(whole).text();
  }

  function measure(stretch, order) {
    stretch.id = `b-${order}`;
    stretch.dataset.e = Number(stretch.dataset.s) + stretch.textContent.length;
  }

  // A number of the page without a key is the one after the number before it.
  function number() {
    let key = "";
    for (const mark of all(".stretch .n")) {
      const [article, order] = key.split("-");
      key = mark.dataset.q ??= `${article}-${Number(order) + 1}`;
      if (!document.getElementById(`t-${key}`)) mark.id = `t-${key}`;
    }
  }

  function link() {
    for (const sheet of all(".sheet")) {
      for (const [order, row] of all("tbody tr", sheet).entries()) {
        row.id = `r-${sheet.id.slice(2)}-${order}`;
        const mark = one(".n", row);
        if (row.dataset.q) mark.dataset.q = row.dataset.q;
      }
    }
    const rows = new Map(all("tr[data-q]").reverse().map((row) => [row.dataset.q, row.id]));
    for (const mark of all("a.n[data-q]")) {
      const row = mark.closest(".stretch") && rows.get(mark.dataset.q);
      if (row) mark.href = `#${row}`;
      else if (!mark.closest(".stretch")) mark.href = `#t-${mark.dataset.q}`;
    }
  }
}

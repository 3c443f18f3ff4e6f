(() => {
  const data = JSON.parse(document.getElementById("data").textContent), PER_PAGE = 20;
  const [ID, VERDICT, UNIT, START, YEAR, END, LAST, RATE, LOW, HIGH, FROM, TO, GAP, REASON, REPAIRS] = Array(15).keys();
  const WORDS = {
    en: { all: "all", search: "Search", found: " of ", previous: "Previous", next: "Next", rate: "printed rate ", implied: "implied", printed: "printed",
      axis: "% a year", would: "As the sizes are printed, the rate would be ", apart: " percentage points apart", agrees: "It would agree if:", to: " to ", more: " or more", most: "at most ", list: "Claims" },
    zh: { all: "全部", search: "搜索", found: " / ", previous: "上一页", next: "下一页", rate: "印出的增长率 ", implied: "推得", printed: "印出",
      axis: "年均 %", would: "按印出的规模,增长率应为 ", apart: " 个百分点之差", agrees: "若其中一项成立,则一致:", to: "—", more: "以上", most: "不超过 ", list: "表述" } };
  const el = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (key === "onclick" || key === "oninput") node[key] = value; else if (value !== null) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const svgEl = (name, attributes, text) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const brief = x => String(Number(x.toPrecision(5)));
  const between = (low, high, w) => low === "" ? (high === "" ? "–" : w.most + brief(high) + "%") : high === "" ? brief(low) + "%" + w.more
    : low === high ? brief(low) + "%" : brief(low) + w.to + brief(high) + "%";
  const picture = (c, w) => {
    const finite = [c[LOW], c[HIGH], c[FROM], c[TO]].filter(x => x !== "");
    if (!finite.length) return "";
    let low = Math.min(...finite), high = Math.max(...finite);
    if (high === low) { low -= 1; high += 1; }
    const rough = (high - low) / 4, power = 10 ** Math.floor(Math.log10(rough)), part = rough / power;
    const step = (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
    low = Math.floor(low / step + 1e-9) * step; high = Math.ceil(high / step - 1e-9) * step;
    const x = value => 62 + (value - low) / (high - low) * 272;
    const name = w.implied + " " + between(c[LOW], c[HIGH], w) + "; " + w.printed + " " + between(c[FROM], c[TO], w);
    const svg = svgEl("svg", { viewBox: "0 0 350 90", role: "img", "aria-label": name });
    svg.append(svgEl("title", {}, name));
    for (let tick = low; tick <= high + step / 2; tick += step) {
      svg.append(svgEl("line", { x1: x(tick), x2: x(tick), y1: 4, y2: 54, class: "rule" }), svgEl("text", { x: x(tick), y: 68, "text-anchor": "middle", class: "faint" }, brief(tick)));
    }
    svg.append(svgEl("line", { x1: 62, x2: 334, y1: 54, y2: 54, class: "axis" }), svgEl("text", { x: 198, y: 85, "text-anchor": "middle", class: "faint" }, w.axis));
    const bar = (y, from, to, style, label) => {
      svg.append(svgEl("text", { x: 0, y: y + 4 }, label));
      if (from === "" && to === "") return;
      const a = from === "" ? 62 : x(from), b = to === "" ? 334 : x(to), width = Math.max(3, b - a);
      svg.append(svgEl("rect", { x: (a + b - width) / 2, y: y - 4.5, width, height: 9, rx: 1.5, class: style }));
      if (to === "") svg.append(svgEl("path", { d: `M${b} ${y - 8}l9 8l-9 8Z`, class: style }));
      if (from === "") svg.append(svgEl("path", { d: `M${a} ${y - 8}l-9 8l9 8Z`, class: style }));
    };
    bar(17, c[LOW], c[HIGH], "k1", w.implied);
    bar(39, c[FROM], c[TO], data.verdicts[c[VERDICT]][0] === "contradicts" ? "kbad" : "kgood", w.printed);
    return el("figure", {}, svg);
  };
  const card = (c, w, i) => {
    const [code, en, zh] = data.verdicts[c[VERDICT]], contradicts = code === "contradicts";
    const node = el("div", { class: "card " + code }, el("h3", {}, Array.isArray(c[ID]) ? c[ID][i] : c[ID]), el("p", {}, el("span", { class: "badge " + code }, i ? zh : en)));
    node.append(el("p", {}, `${c[START]} (${c[YEAR]}) → ${c[END]} (${c[LAST]}), ${Array.isArray(c[UNIT]) ? c[UNIT][i] : c[UNIT]}; ${w.rate}`, el("b", {}, c[RATE])));
    node.append(picture(c, w));
    if (contradicts && c[LOW] !== "" && c[RATE]) node.append(el("blockquote", {}, w.would, el("del", {}, c[RATE]), " ", el("ins", {}, between(c[LOW], c[HIGH], w))));
    if (c[GAP] > 0) node.append(el("p", { class: "note" }, brief(c[GAP]) + w.apart));
    if (c[REASON] >= 0) node.append(el("p", { class: "note" }, data.reasons[c[REASON]][i]));
    if (c[REPAIRS] && c[REPAIRS].length) node.append(el("p", {}, w.agrees), ...c[REPAIRS].map(r => el("blockquote", {}, r[i])));
    return node;
  };
  document.querySelectorAll(".page").forEach(page => {
    const place = page.querySelector(".claims"), lang = page.lang, w = WORDS[lang], i = lang === "zh" ? 1 : 0;
    let verdict = -1, query = "", first = 0, found = data.claims;
    const counts = data.verdicts.map(() => 0);
    data.claims.forEach(c => counts[c[VERDICT]]++);
    const filter = el("div", { class: "filter" }), list = el("div", { class: "grid" }), pager = el("div", { class: "filter" });
    const choose = value => { verdict = value; first = 0; select(); };
    const buttons = [-1, ...counts.keys()].filter(v => v < 0 || counts[v]).map(v => {
      const button = el("button", { type: "button", onclick: () => choose(v) }, v < 0 ? w.all : data.verdicts[v][i + 1]);
      button.value = v;
      return button;
    });
    const search = el("input", { type: "search", "aria-label": w.search, placeholder: w.search, oninput: () => { query = search.value.toLowerCase(); first = 0; select(); } });
    filter.append(...buttons, search);
    const status = el("span", { role: "status" });
    const previous = el("button", { type: "button", onclick: () => turn(-PER_PAGE) }, w.previous), next = el("button", { type: "button", onclick: () => turn(PER_PAGE) }, w.next);
    pager.append(previous, status, next);
    place.append(filter, list, pager);
    const turn = by => { first += by; draw(); place.scrollIntoView(); };
    const select = () => {
      found = data.claims.filter(c => (verdict < 0 || c[VERDICT] === verdict) && (!query || c.slice(0, GAP).join(" ").toLowerCase().includes(query)));
      draw();
    };
    const draw = () => {
      buttons.forEach(button => button.setAttribute("aria-pressed", String(Number(button.value) === verdict)));
      list.replaceChildren(...found.slice(first, first + PER_PAGE).map(c => card(c, w, i)));
      status.textContent = (found.length ? first + 1 : 0) + "–" + Math.min(first + PER_PAGE, found.length) + w.found + found.length.toLocaleString("en");
      previous.disabled = first === 0;
      next.disabled = first + PER_PAGE >= found.length;
    };
    draw();
  });
})();

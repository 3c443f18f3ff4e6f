"use strict";
document.querySelectorAll(".switch").forEach(button => button.addEventListener("click", () => {
  const lang = button.dataset.to;
  document.querySelectorAll(".page").forEach(page => { page.hidden = page.lang !== lang; });
  document.documentElement.lang = lang;
  const page = document.querySelector(".page:not([hidden])");
  document.title = page.dataset.title;
  page.querySelector(".switch").focus();
}));
document.querySelectorAll("th button").forEach(button => button.addEventListener("click", () => {
  const th = button.parentElement, body = th.closest("table").tBodies[0], column = th.cellIndex;
  const order = th.getAttribute("aria-sort") === "ascending" ? -1 : 1;
  th.parentElement.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"));
  th.setAttribute("aria-sort", order === 1 ? "ascending" : "descending");
  const key = row => { const cell = row.cells[column]; return cell.dataset.sort === undefined ? cell.textContent : Number(cell.dataset.sort); };
  const rank = value => typeof value !== "number" ? 1 : Number.isNaN(value) ? 2 : 0;
  const compare = (a, b) => rank(a) !== rank(b) ? rank(a) - rank(b) : typeof a === "number" ? order * (a - b) || 0 : order * a.localeCompare(b);
  [...body.rows].map((row, i) => [key(row), i, row]).sort((a, b) => compare(a[0], b[0]) || a[1] - b[1]).forEach(entry => body.append(entry[2]));
}));
const open = (target, block) => {
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  target.scrollIntoView({ block });
};
const openTarget = () => {
  const id = location.hash && decodeURIComponent(location.hash.slice(1));
  const target = id && (document.getElementById(id) || document.getElementById(document.documentElement.lang + "-" + id));
  if (target) open(target, "start");
};
document.querySelectorAll("a.f").forEach(figure => {
  figure.addEventListener("click", event => {
    const target = document.getElementById(figure.hash.slice(1));
    event.preventDefault();
    open(target, "nearest");
    target.querySelector("summary").focus();
  });
  figure.addEventListener("keydown", event => { if (event.key === " ") { event.preventDefault(); figure.click(); } });
});
addEventListener("hashchange", openTarget);
openTarget();

(() => {
  "use strict";
  const reader = document.getElementById("reader");
  let marks = [];
  let current = null;
  const clear = () => {
    for (const m of marks) m.replaceWith(...m.childNodes);
    for (const p of reader.querySelectorAll("p[data-start]")) p.normalize();
    marks = [];
    if (current) current.removeAttribute("aria-current");
  };
  const points = (text) => Array.from(text).length;
  const unit = (text, n) => Array.from(text).slice(0, n).join("").length;
  const show = (link) => {
    clear();
    const page = document.getElementById("p" + link.dataset.page);
    const start = Number(link.dataset.start), end = Number(link.dataset.end);
    for (const p of page.querySelectorAll("p[data-start]")) {
      const text = p.firstChild;
      if (!text || text.nodeType !== Node.TEXT_NODE) continue;
      const low = Number(p.dataset.start), high = low + points(text.data);
      if (end <= low || start >= high) continue;
      const range = document.createRange();
      range.setStart(text, unit(text.data, Math.max(0, start - low)));
      range.setEnd(text, unit(text.data, Math.min(high, end) - low));
      const mark = document.createElement("mark");
      range.surroundContents(mark);
      marks.push(mark);
    }
    current = link;
    link.setAttribute("aria-current", "true");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    (marks[0] || page).scrollIntoView({block: "center", behavior: calm ? "auto" : "smooth"});
    page.focus({preventScroll: true});
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (!link) return;
    event.preventDefault();
    show(link);
  });
  const filters = Array.from(document.querySelectorAll("form.filter"));
  const box = document.getElementById("filter");
  const count = document.getElementById("count");
  const told = document.getElementById("told");
  const facets = Array.from(document.querySelectorAll("select[data-facet]"));
  const events = Array.from(document.querySelectorAll("article.event"));
  const values = (event, facet) => JSON.parse(event.dataset[facet] || "[]");
  for (const select of facets) {
    if (select.dataset.facet === "origins") continue;
    const having = new Map();
    for (const event of events)
      for (const value of values(event, select.dataset.facet)) having.set(value, (having.get(value) || 0) + 1);
    for (const [value, n] of Array.from(having).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = value + " (" + n + ")";
      select.append(option);
    }
  }
  const fits = (event) => facets.every((select) => {
    if (!select.value) return true;
    if (select.dataset.facet === "origins") return Number(event.dataset.origins) >= Number(select.value);
    return values(event, select.dataset.facet).includes(select.value);
  });
  const apply = () => {
    const words = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const line of document.querySelectorAll("main .line")) {
      const head = line.closest(".speaker, .day, .event");
      const text = (line.textContent + " " + (head ? head.querySelector("h3").textContent : "")).toLowerCase();
      const hit = words.every((w) => text.includes(w));
      line.toggleAttribute("data-hidden", !hit);
      if (hit) shown += 1;
    }
    for (const group of document.querySelectorAll(".speaker, .day"))
      group.toggleAttribute("data-hidden", !group.querySelector(".line:not([data-hidden])"));
    let standing = 0;
    for (const event of events) {
      const hit = fits(event) && (!words.length || event.querySelector(".line:not([data-hidden])"));
      event.toggleAttribute("data-hidden", !hit);
      if (hit) standing += 1;
    }
    count.textContent = words.length ? shown + " lines" : "";
    if (told) told.textContent = standing < events.length ? standing + " of " + events.length + " events" : "";
    const state = new URLSearchParams();
    if (words.length) state.set("q", box.value.trim());
    for (const select of facets) if (select.value) state.set(select.dataset.facet, select.value);
    const hash = state.toString();
    if (hash || filtered()) history.replaceState(null, "", hash ? "#" + hash : "#report");
  };
  const filtered = () => /^#(q|parties|place|kind|status|origins)=/.test(location.hash);
  const restore = () => {
    const state = new URLSearchParams(filtered() ? location.hash.slice(1) : "");
    box.value = state.get("q") || "";
    for (const select of facets) {
      select.value = state.get(select.dataset.facet) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    apply();
  };
  for (const form of filters) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
  }
  window.addEventListener("hashchange", () => { if (filtered()) restore(); });
  if (filtered()) restore();
})();

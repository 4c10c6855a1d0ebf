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
  const form = document.querySelector(".filter");
  const box = document.getElementById("filter");
  const count = document.getElementById("count");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const apply = () => {
    const words = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const line of document.querySelectorAll("main .line")) {
      const head = line.closest(".speaker, .day");
      const text = (line.textContent + " " + (head ? head.querySelector("h3").textContent : "")).toLowerCase();
      const hit = words.every((w) => text.includes(w));
      line.toggleAttribute("data-hidden", !hit);
      if (hit) shown += 1;
    }
    for (const group of document.querySelectorAll(".speaker, .day"))
      group.toggleAttribute("data-hidden", !group.querySelector(".line:not([data-hidden])"));
    count.textContent = words.length ? shown + " lines" : "";
    const state = words.length ? "#q=" + encodeURIComponent(box.value.trim()) : "";
    if (state || location.hash.startsWith("#q=")) history.replaceState(null, "", state || "#report");
  };
  box.addEventListener("input", apply);
  if (location.hash.startsWith("#q=")) {
    try {
      box.value = decodeURIComponent(location.hash.slice(3));
    } catch (error) {
      box.value = "";
    }
    apply();
  }
})();

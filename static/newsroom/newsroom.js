// What stock admin leaves undone: names for fields that have none, and a proposal for the slug.
"use strict";

const FIELDS = "input:not([type=hidden]), select, textarea, [role=combobox], [role=searchbox], [contenteditable], .label-inputs";

// The label or legend of the field in which an element stands, with the “Date:” or “Time:” before it.
function nameOf(element) {
  const box = element.closest(".fieldBox, .form-row");
  const label = box?.querySelector("legend, label:not(.label-input label)")?.textContent ?? "";
  const before = element.closest(".datetime") ? element.previousSibling?.textContent ?? "" : "";
  return `${label} ${before}`.replaceAll(":", "").replace(/\s+/g, " ").trim();
}

function giveNames() {
  for (const element of document.querySelectorAll(`.form-row :is(${FIELDS})`)) {
    if (element.labels?.length || element.hasAttribute("aria-label")) continue;
    element.setAttribute("aria-label", nameOf(element));
    if (element.isContentEditable) element.setAttribute("role", "textbox");
  }
  for (const chosen of document.querySelectorAll(".select2-selection__rendered")) {
    if (chosen.tagName === "UL") {
      for (const part of [chosen, ...chosen.children]) part.setAttribute("role", "presentation");
    } else {
      chosen.setAttribute("aria-label", `${nameOf(chosen)} ${chosen.title}`.trim());
    }
  }
  const search = document.getElementById("searchbar");
  search?.setAttribute("aria-label", search.labels[0]?.querySelector("img")?.alt || "Search");
}

function proposeSlugs(part) {
  for (const slug of part.querySelectorAll("[data-slug-from]")) {
    if (slug.value || slug.name.includes("__prefix__")) continue;
    const source = slug.name.replace(/slug$/, "") + slug.dataset.slugFrom;
    let proposed = "";
    document.addEventListener("input", ({ target }) => {
      if (target.name !== source && !target.name?.startsWith(source + ":")) return;
      if (slug.value !== proposed) return;
      slug.value = proposed = window.URLify(target.value, slug.maxLength > 0 ? slug.maxLength : 80);
    });
  }
}

// A link may lead to a field that is folded away, or that an editor box has taken the place of.
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const row = target?.closest(".form-row");
  for (let part = row?.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  row?.scrollIntoView({ block: "center" });
  (row?.querySelector("[contenteditable=true]") ?? target)?.focus({ preventScroll: true });
}

document.addEventListener("DOMContentLoaded", () => {
  giveNames();
  proposeSlugs(document);
  let asked = 0; // the editor and the search fields are built a moment later, and again when something is chosen
  new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(giveNames);
  }).observe(document.body, { childList: true, subtree: true });
});
window.addEventListener("load", showTarget);
document.addEventListener("formset:added", (event) => proposeSlugs(event.target));

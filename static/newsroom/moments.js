// Says beside a day and a time at a venue what they are in UTC. Only a help: the server decides, and needs no script.
"use strict";

const DAY = 24 * 60 * 60 * 1000;

// How far the clocks of a zone are ahead of UTC at an instant, in milliseconds.
function offsetAt(instant, zone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(instant / 1000) * 1000;
}

// The instants that a local time can mean: one, two in autumn, none in spring.
function readings(local, zone) {
  const offsets = new Set([offsetAt(local - DAY, zone), offsetAt(local + DAY, zone)]);
  return [...offsets].map((offset) => local - offset).filter((instant) => instant + offsetAt(instant, zone) === local);
}

function inWords(box) {
  const day = box.querySelector("[name$=day]").value;
  const time = /^(\d{1,2})[:.](\d\d)/.exec(box.querySelector("[name$=time]").value.trim());
  const local = Date.parse(`${day}T${time?.[1].padStart(2, "0")}:${time?.[2]}Z`);
  if (Number.isNaN(local)) return "";
  const found = readings(local, box.dataset.zone);
  if (found.length !== 1) return found.length ? box.dataset.twice : box.dataset.skipped;
  const language = document.documentElement.lang.replace(/^en$/, "en-GB");
  const words = (instant, parts) => new Intl.DateTimeFormat(language, { timeZone: "UTC", hourCycle: "h23", ...parts }).format(instant);
  const sameDay = Math.floor(local / DAY) === Math.floor(found[0] / DAY);
  const whole = { dateStyle: "full", timeStyle: "short" };
  return `${words(local, whole)} = ${words(found[0], sameDay ? { timeStyle: "short" } : whole)} UTC`;
}

document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll(".moment[data-zone]")) {
    const output = box.querySelector(".in-utc");
    const say = () => (output.textContent = inWords(box));
    box.addEventListener("input", say);
    say();
  }
  // A day or a time that is written chooses itself, instead of being sent in vain beside “now”.
  for (const form of document.querySelectorAll("form:has(.when)")) {
    form.querySelector(".moment")?.addEventListener("input", () => {
      const now = form.querySelector("[name$=when][value=now]");
      if (now?.checked) form.querySelector("[name$=when][value=at]").checked = true;
    });
  }
});

// Hears that the record has gone on. A page that asks for the latest is read again where it stands; a page of a fixed moment only says so.
const told = document.getElementById("live");
const isFixed = new URLSearchParams(location.search).has("knownAt");
let shownAt = Number(told.dataset.sequence);
let reading = false;

async function readAgain() {
  if (reading) return;
  reading = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [fresh, stale] = [page.querySelector("main"), document.querySelector("main")];
    // Whoever is writing something keeps what he wrote.
    if (fresh && stale && !stale.querySelector("form[method=post], figure.plane") && !stale.contains(document.activeElement)) {
      const opened = [...stale.querySelectorAll("details")].map(part => part.open);
      const scrolled = [...stale.querySelectorAll(".scroll")].map(part => [part.scrollLeft, part.scrollTop]);
      stale.replaceWith(fresh);
      fresh.querySelectorAll("details").forEach((part, place) => { part.open = opened[place] ?? part.open; });
      fresh.querySelectorAll(".scroll").forEach((part, place) => { [part.scrollLeft, part.scrollTop] = scrolled[place] ?? [0, 0]; });
      told.textContent = "";
    }
  } finally {
    reading = false;
  }
}

// Only while somebody looks: a browser keeps six lines to a host, and tabs are many.
let events = null;

function listen() {
  if (document.visibilityState !== "visible") {
    events?.close();
    events = null;
    return;
  }
  if (events !== null) return;
  events = new EventSource("/api/head");
  events.addEventListener("head", event => {
    const head = Number(event.data);
    if (head <= shownAt) return;
    told.textContent = told.dataset.words.replace("{0}", head);
    if (!isFixed) readAgain().then(() => { shownAt = head; }).catch(() => {});
  });
}

listen();
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => events?.close());

// The plane of the two clocks in motion: every entry a dot on a canvas over the still picture, a cross-hair to drag, and what stood at
// that point below it. Without this script the form and the links do the same.
const figure = document.querySelector("figure.plane");
const words = figure.dataset.words.split("|");
const dayNumber = text => Math.round(Date.parse(text + "T00:00:00Z") / 86_400_000);
const dayText = number => new Date(number * 86_400_000).toISOString().slice(0, 10);
const shown = text => text.split("-").reverse().join("/");
// Vietnam has kept UTC+7 since 1975; the record's days are its days.
const recordedDay = instant => Math.floor((Date.parse(instant) + 7 * 3_600_000) / 86_400_000);

const svg = figure.querySelector("svg");
const byDay = figure.dataset.byDay === "true";
const [first, last] = [dayNumber(figure.dataset.first), dayNumber(figure.dataset.last)];
const [firstRecorded, lastRecorded] = [dayNumber(figure.dataset.firstRecorded), dayNumber(figure.dataset.lastRecorded)];
const note = figure.querySelector(".plane-note");
const form = document.querySelector(".plane-form");
const [onInput, knownInput] = [form.elements.on, form.elements.knownAt];
const parts = { on: svg.querySelector(".asked-line.on"), known: svg.querySelector(".asked-line.known"), point: svg.querySelector(".asked-point"), unknown: svg.querySelector(".unknown") };

const WIDTH = 1000, HEIGHT = 560, LEFT = 70, TOP = 14, VIEW_WIDTH = 1090, VIEW_HEIGHT = 616;
let dots = [];
// Where the cross-hair is: a day, and how many of the dots are known.
let at = { day: dayNumber(onInput.value), known: 0 };

const xOf = day => (day - first) * WIDTH / (last - first);
const yOf = place => byDay
  ? HEIGHT - (dots[place].recordedDay - firstRecorded) * HEIGHT / (lastRecorded - firstRecorded)
  : HEIGHT - (dots.length < 2 ? HEIGHT / 2 : place * HEIGHT / (dots.length - 1));

const field = figure.querySelector(".plane-field");
const canvas = document.createElement("canvas");
canvas.className = "plane-dots";
canvas.setAttribute("aria-hidden", "true");

function kindOf(type) {
  if (type.startsWith("criterion_"))
    return { criterion_attained: "A", criterion_not_attained: "X", criterion_lost: "L", criterion_basically_met: "B", criterion_not_applicable: "N" }[type];
  if (type.startsWith("target_")) return "target";
  if (type.startsWith("inspection_") || type === "remedy_done") return "inspection";
  if (type.startsWith("unit")) return "unit";
  if (type.startsWith("plan_") || type === "task_done") return "plan";
  return /^(title|recognition|verification|appraisal)_/.test(type) ? "title" : "other";
}

// Colours are the style sheet's: one place says them.
function paints() {
  const probe = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  svg.append(probe);
  const found = {};
  for (const kind of ["A", "X", "L", "B", "N", "target", "inspection", "title", "unit", "plan", "other"]) {
    probe.setAttribute("class", `dot ${kind}`);
    const style = getComputedStyle(probe);
    found[kind] = [style.fill, style.stroke];
  }
  probe.setAttribute("class", "strike");
  found.strike = getComputedStyle(probe).stroke;
  probe.remove();
  return found;
}

function draw() {
  const box = field.getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(box.width * ratio);
  canvas.height = Math.round(box.height * ratio);
  const scale = canvas.width / VIEW_WIDTH;
  const pen = canvas.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, LEFT * scale, TOP * scale);
  const colours = paints();
  const radius = dots.length > 5000 ? 2 : dots.length > 1500 ? 3 : 5;
  // Kind by kind: one path and one stroke for thousands.
  for (const kind of Object.keys(colours).filter(name => name !== "strike")) {
    pen.beginPath();
    dots.forEach((dot, place) => {
      if (dot.kind !== kind) return;
      const [x, y] = [xOf(dot.day), yOf(place)];
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, 2 * Math.PI);
    });
    [pen.fillStyle, pen.strokeStyle] = colours[kind];
    pen.lineWidth = dots.length > 300 ? 0.4 : 0.8;
    pen.fill();
    pen.stroke();
  }
  pen.beginPath();
  dots.forEach((dot, place) => {
    if (dot.retractedBy === null) return;
    const [x, y, arm] = [xOf(dot.day), yOf(place), radius + 1];
    pen.moveTo(x - arm, y - arm); pen.lineTo(x + arm, y + arm);
    pen.moveTo(x + arm, y - arm); pen.lineTo(x - arm, y + arm);
  });
  pen.strokeStyle = colours.strike;
  pen.lineWidth = 1.6;
  pen.stroke();
}

// writes: whether the form says where it is; what was asked for in words of its own stays.
function moveCross(writes = true) {
  const x = xOf(at.day);
  const y = at.known === 0 ? HEIGHT : yOf(at.known - 1);
  for (const end of ["x1", "x2"]) parts.on.setAttribute(end, x);
  for (const end of ["y1", "y2"]) parts.known.setAttribute(end, y);
  parts.point.setAttribute("cx", x);
  parts.point.setAttribute("cy", y);
  parts.unknown.setAttribute("height", Math.max(0, y - 4));
  const known = at.known === 0 ? 0 : dots[at.known - 1].sequence;
  if (writes) [onInput.value, knownInput.value] = [dayText(at.day), String(known)];
  [onRange.value, knownRange.value] = [at.day, at.known];
  onRange.setAttribute("aria-valuetext", shown(dayText(at.day)));
  knownRange.setAttribute("aria-valuetext", `${words[0]} ${known}`);
}

// --- what stood there: the same page, asked again, one question at a time ---------------------------------------------

let asking = false, askAgain = false;

async function follow() {
  if (asking) { askAgain = true; return; }
  asking = true;
  const held = document.activeElement?.closest?.("#follow") ? [document.activeElement.getAttribute("rel"), document.activeElement.dataset.clock] : null;
  try {
    const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("follow");
    if (fresh) {
      document.getElementById("follow").replaceWith(fresh);
      history.replaceState(null, "", fresh.querySelector("#permalink").getAttribute("href"));
      if (held) fresh.querySelector(`[rel="${held[0]}"][data-clock="${held[1]}"]`)?.focus();
      note.textContent = "";
    }
  } catch {
    note.textContent = words[6];
  }
  asking = false;
  if (askAgain) { askAgain = false; await follow(); }
}

let moving = false;

function moveTo(day, known) {
  at = { day: Math.min(last, Math.max(first, Math.round(day))), known: Math.min(dots.length, Math.max(0, Math.round(known))) };
  if (!moving) {
    moving = true;
    requestAnimationFrame(() => { moving = false; moveCross(); follow(); });
  }
}

// --- by hand ---------------------------------------------------------------------------------------------------------

function pointed(event) {
  const box = field.getBoundingClientRect();
  const x = (event.clientX - box.left) * VIEW_WIDTH / box.width - LEFT;
  const y = (event.clientY - box.top) * VIEW_HEIGHT / box.height - TOP;
  const day = first + x * (last - first) / WIDTH;
  const share = (HEIGHT - y) / HEIGHT;
  if (!byDay) return [day, share * (dots.length - 1) + 1];
  // All that was recorded by that day.
  const until = firstRecorded + share * (lastRecorded - firstRecorded);
  let [low, high] = [0, dots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dots[middle].recordedDay <= until) low = middle + 1; else high = middle;
  }
  return [day, low];
}

function hovered(event) {
  const box = field.getBoundingClientRect();
  const x = (event.clientX - box.left) * VIEW_WIDTH / box.width - LEFT;
  const y = (event.clientY - box.top) * VIEW_HEIGHT / box.height - TOP;
  let best = null, nearest = 81;
  dots.forEach((dot, place) => {
    const away = (xOf(dot.day) - x) ** 2 + (yOf(place) - y) ** 2;
    if (away < nearest) [best, nearest] = [dot, away];
  });
  return best;
}

function slider(label, lowest, highest) {
  const range = document.createElement("input");
  range.type = "range";
  [range.min, range.max, range.step] = [lowest, highest, 1];
  range.setAttribute("aria-label", label);
  return range;
}

const labels = [...form.querySelectorAll(".label")].map(label => label.textContent);
let onRange, knownRange;

async function begin() {
  const answer = await fetch(figure.dataset.plane);
  if (!answer.ok) throw new Error(answer.statusText);
  dots = (await answer.json()).dots.map(dot => ({
    sequence: dot.sequence, day: dayNumber(dot.effectiveOn), recordedDay: recordedDay(dot.recordedAt), kind: kindOf(dot.type),
    unit: dot.unit, criterion: dot.criterion, lag: dot.lagDays, effectiveOn: dot.effectiveOn, retractedBy: dot.retractedBy,
  }));
  const asked = Number(knownInput.value);
  at.known = dots.filter(dot => dot.sequence <= asked).length;
  onRange = slider(labels[0], first, last);
  knownRange = slider(labels[1], 0, dots.length);
  const sliders = document.createElement("div");
  sliders.className = "plane-sliders";
  sliders.append(onRange, knownRange);
  field.after(sliders);
  svg.querySelector(".dots").replaceChildren();
  field.append(canvas);
  field.classList.add("moves");
  draw();
  moveCross(false);

  onRange.addEventListener("input", () => moveTo(Number(onRange.value), at.known));
  knownRange.addEventListener("input", () => moveTo(at.day, Number(knownRange.value)));
  field.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    field.setPointerCapture(event.pointerId);
    moveTo(...pointed(event));
  });
  field.addEventListener("pointermove", event => {
    if (field.hasPointerCapture(event.pointerId)) moveTo(...pointed(event));
    else if (dots.length <= 30_000) {
      const dot = hovered(event);
      field.title = dot === null ? "" : `${words[0]} ${dot.sequence}: ${dot.unit}${dot.criterion === null ? "" : ` · ${dot.criterion}`} · ${words[1]} ${shown(dot.effectiveOn)}`
        + ` · ${words[2]} ${shown(dayText(dot.recordedDay))} · ${words[3]} ${dot.lag} ${words[4]}${dot.retractedBy === null ? "" : ` · ${words[5]}`}`;
    }
  });
  new ResizeObserver(draw).observe(field);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  form.addEventListener("submit", event => {
    // Another axis is another picture.
    if (form.elements.upwards.value !== (byDay ? "day" : "entry")) return;
    event.preventDefault();
    at = { day: Math.min(last, Math.max(first, dayNumber(onInput.value))), known: dots.filter(dot => dot.sequence <= Number(knownInput.value)).length };
    moveCross(false);
    follow();
  });
  document.addEventListener("click", event => {
    const step = event.target.closest?.("#follow a[data-clock]");
    if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = new URL(step.href).searchParams;
    at = { day: dayNumber(query.get("on")), known: dots.filter(dot => dot.sequence <= Number(query.get("knownAt"))).length };
    moveCross(false);
    // A retraction is no dot: the entry is the one asked for.
    [onInput.value, knownInput.value] = [query.get("on"), query.get("knownAt")];
    follow();
  });
}

begin().catch(() => { note.textContent = words[6]; });

// A sheet is filled in column by column as often as row by row: Enter goes down, Shift+Enter up. Without this the page works by Tab alone.
const grid = document.querySelector(".sheet-grid");

grid?.addEventListener("keydown", event => {
  const cell = event.target.closest("td");
  if (event.key !== "Enter" || !cell) return;
  // Else the form would be sent from wherever one is.
  event.preventDefault();
  const row = event.shiftKey ? cell.parentElement.previousElementSibling : cell.parentElement.nextElementSibling;
  row?.cells[cell.cellIndex].querySelector("select")?.focus();
});

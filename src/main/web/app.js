// What every page does: menu on phones, questions before formal acts, words when the server does not answer.
// All is found when it is needed: htmx may have put another page into this one.
import "./drop-file.js"
import "./settled-input.js"

const find = selector => document.querySelector(selector)

function showSide(open) {
  find(".side").classList.toggle("open", open)
  find(".frame > .veil").hidden = !open
  find(".menu").setAttribute("aria-expanded", open)
  if (open) find(".side nav a")?.focus()
  else find(".menu").focus()
}

function closeMenus(except) {
  document.querySelectorAll("details.pop[open]").forEach(pop => { if (pop !== except) pop.open = false })
}

function reveal(eye) {
  const secret = document.getElementById(eye.dataset.reveal)
  const shown = secret.type === "password"
  secret.type = shown ? "text" : "password"
  eye.setAttribute("aria-pressed", shown)
}

document.addEventListener("click", event => {
  const on = selector => event.target.closest(selector)
  closeMenus(on("details.pop"))
  if (on(".menu")) showSide(!find(".side").classList.contains("open"))
  if (on(".frame > .veil")) showSide(false)
  if (on("[data-close]")) on("[role=alert]").remove()
  if (on("[data-print]")) window.print()
  if (on("[data-reveal]")) reveal(on("[data-reveal]"))
})

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return
  if (find(".side.open")) showSide(false)
  closeMenus()
})

// On a phone a list stands as cards: each cell says which column it is of.
function labelCells(root) {
  for (const table of root.querySelectorAll("table.list")) {
    const labels = [...table.querySelectorAll("thead th")].map(th => th.textContent.trim())
    for (const row of table.tBodies[0].rows)
      if (row.cells.length === labels.length) [...row.cells].forEach((cell, i) => { cell.dataset.label = labels[i] })
  }
}
labelCells(document)
document.addEventListener("htmx:afterSettle", () => labelCells(document))

// A filter that is left empty does not stand in the address.
document.addEventListener("submit", event => {
  if (!event.target.matches("form.filters, form.find, form.choices") || event.defaultPrevented) return
  const empty = [...event.target.elements].filter(input => input.name && !input.value && !input.disabled)
  empty.forEach(input => { input.disabled = true })
  setTimeout(() => empty.forEach(input => { input.disabled = false }))
})
document.addEventListener("htmx:configRequest", event => {
  if (!event.detail.elt.closest("form.filters, form.choices")) return
  for (const [name, value] of [...event.detail.formData.entries()]) if (value === "") event.detail.formData.delete(name)
})

// Formal acts ask once, in words that say what will happen; not where something that must be given is missing, which the server says.
document.addEventListener("htmx:confirm", event => {
  const ask = find("dialog.ask")
  if (!event.detail.question || !ask?.showModal) return
  event.preventDefault()
  if ([...event.detail.elt.elements ?? []].some(input => input.validity?.valueMissing)) return event.detail.issueRequest(true)
  ask.querySelector("p").textContent = event.detail.question
  ask.returnValue = ""
  ask.addEventListener("close", () => { if (ask.returnValue === "yes") event.detail.issueRequest(true) }, { once: true })
  ask.showModal()
})

// No answer at all, or one that is no page of ours.
function say(words) {
  const line = document.getElementById("no-answer").content.cloneNode(true)
  line.querySelector("[data-words]").textContent = words
  find("#notice").replaceChildren(line)
}
document.addEventListener("htmx:sendError", () => say(find("#notice").dataset.offline))
document.addEventListener("htmx:responseError", () => say(find("#notice").dataset.failed))
document.addEventListener("htmx:beforeRequest", event => { if (!event.detail.elt.closest("[hx-trigger^=every]")) find("#notice")?.replaceChildren() })

// What every page does: menu on phones, questions before formal acts, words when the server does not answer.
import "./settled-input.js"

const side = document.querySelector(".side")
const menu = document.querySelector(".menu")

function showSide(open) {
  side.classList.toggle("open", open)
  menu.setAttribute("aria-expanded", open)
  document.querySelector(".veil").hidden = !open
  if (open) side.querySelector("nav a")?.focus()
  else menu.focus()
}

menu?.addEventListener("click", () => showSide(!side.classList.contains("open")))
document.querySelector(".frame .veil")?.addEventListener("click", () => showSide(false))

function closeMenus(except) {
  document.querySelectorAll("details.pop[open]").forEach(pop => { if (pop !== except) pop.open = false })
}

document.addEventListener("click", event => {
  closeMenus(event.target.closest("details.pop"))
  if (event.target.closest("[data-close]")) event.target.closest("[data-close]").closest("[role=alert]").remove()
  if (event.target.closest("[data-print]")) window.print()
  const eye = event.target.closest("[data-reveal]")
  if (eye) reveal(eye)
})

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return
  if (side?.classList.contains("open")) showSide(false)
  closeMenus()
})

function reveal(eye) {
  const secret = document.getElementById(eye.dataset.reveal)
  const shown = secret.type === "password"
  secret.type = shown ? "text" : "password"
  eye.setAttribute("aria-pressed", shown)
}

// A filter that is left empty does not stand in the address.
function withoutEmpty(form, yes) {
  for (const input of form.elements) if (input.name && !input.value) input.disabled = yes
}
document.addEventListener("submit", event => {
  if (!event.target.matches("form.filters, form.find") || event.defaultPrevented) return
  withoutEmpty(event.target, true)
  setTimeout(() => withoutEmpty(event.target, false))
})
document.addEventListener("htmx:configRequest", event => {
  if (!event.detail.elt.closest("form.filters")) return
  for (const [name, value] of [...event.detail.formData.entries()]) if (value === "") event.detail.formData.delete(name)
})

// Formal acts ask once, in words that say what will happen.
const ask = document.querySelector("dialog.ask")
let goOn
document.addEventListener("htmx:confirm", event => {
  if (!event.detail.question || !ask?.showModal) return
  event.preventDefault()
  ask.querySelector("p").textContent = event.detail.question
  goOn = () => event.detail.issueRequest(true)
  ask.returnValue = ""
  ask.showModal()
})
ask?.addEventListener("close", () => { if (ask.returnValue === "yes") goOn() })

// No answer at all, or one that is no page of ours.
const notice = document.getElementById("notice")
function say(words) {
  const line = document.getElementById("no-answer").content.cloneNode(true)
  line.querySelector("[data-words]").textContent = words
  notice.replaceChildren(line)
}
document.addEventListener("htmx:sendError", () => say(notice.dataset.offline))
document.addEventListener("htmx:responseError", event => {
  if (event.detail.xhr.status === 401) location.reload()
  else say(notice.dataset.failed)
})
document.addEventListener("htmx:beforeRequest", () => notice?.replaceChildren())

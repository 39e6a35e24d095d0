// A visit in the field: one group at a time, a draft at every tap, sent once.
import "./visit/signature-glass.js"
import { Checklist } from "./visit/checklist.js"
import { drop, find, keep, uuid } from "./visit/drafts.js"
import { drawn, post, Refused, send, taken } from "./visit/photos.js"
import { reading } from "./visit/places.js"
import { ProblemSheet } from "./visit/problem-sheet.js"
import { report } from "./visit/report.js"
import { VisitView } from "./visit/view.js"

const MOST_PHOTOS = 9

class VisitForm extends HTMLElement {
  #draft
  #checklist
  #view
  #sheet
  #since = Date.now()
  #sending = false

  async connectedCallback() {
    this.#draft = await find(this.dataset.task).catch(() => null) ?? this.#begun()
    this.#checklist = new Checklist(this, this.#draft)
    this.#view = new VisitView(this.#checklist)
    this.#sheet = new ProblemSheet(this.querySelector("[data-sheet]"), {
      draw: (box, answer) => this.#view.photos(box, answer.photos, answer.fixed), take: (input, answer) => this.#shoot(input, answer.photos) })
    this.addEventListener("change", event => this.#changed(event))
    this.addEventListener("input", event => this.#typed(event))
    this.addEventListener("click", event => this.#clicked(event))
    this.addEventListener("signed", event => this.#signed(event.detail))
    document.querySelector(".dock").addEventListener("click", event => this.#moved(event))
    addEventListener("hashchange", () => this.#show())
    for (const signal of ["online", "offline"]) addEventListener(signal, () => this.#view.signal())
    this.#view.restore()
    this.#view.signal()
    this.#show()
    if (this.#draft.start === undefined) this.#locate("start")
  }

  #begun() {
    const mode = this.querySelector("[name=mode]:checked, [name=mode][type=hidden]").value
    return { task: this.dataset.task, name: this.dataset.name, id: uuid(), version: this.dataset.version, mode, startedAt: new Date().toISOString(), answers: {}, photos: {},
      scene: [], signature: null, who: this.querySelector("[name=who]:checked").value, companion: { name: "", post: "", declined: "" }, advice: [], adviceText: "" }
  }

  #blank(result) {
    const seconds = Math.min(3600, Math.round((Date.now() - this.#since) / 1000))
    this.#since = Date.now()
    return { result, findings: [], text: "", severity: null, value: null, fixed: false, photos: [], seconds }
  }

  #keep() {
    this.#draft.items = this.#checklist.items().length
    keep(this.#draft).catch(() => this.#view.trouble(this.dataset.sayFull))
    this.#view.render(this.#sending)
  }

  #show() {
    for (const step of this.#checklist.steps) step.hidden = step !== this.#checklist.step
    scrollTo(0, 0)
    if (this.#checklist.isFinish && this.#draft.end === undefined) this.#locate("end")
    this.#since = Date.now()
    this.#view.render(this.#sending)
  }

  // Opening the form alone keeps nothing.
  async #locate(when) {
    this.#draft[when] = null
    this.#draft[when] = await reading()
    if (this.#checklist.answers().length) this.#keep()
    else this.#view.render(this.#sending)
  }

  /* what was tapped */

  async #changed({ target }) {
    if (target.closest("[data-sheet]")) return
    const item = target.closest("[data-item]")
    if (item && target.matches("[type=radio]")) return this.#answered(item, target.value)
    if (item && target.matches("[data-value]")) return this.#measured(item, target)
    if (target.matches("[data-shoot]")) await this.#shoot(target, item ? (this.#draft.answers[item.dataset.item] ??= this.#blank("OK")).photos : this.#draft.scene)
    if (target.name === "mode") this.#chooseMode(target.value)
    if (target.name === "who") this.#draft.who = target.value
    if (target.name === "declined") this.#draft.companion.declined = target.value
    if (target.name === "advice") this.#draft.advice = [...this.querySelectorAll("[name=advice]:checked")].map(chosen => chosen.value)
    this.#keep()
  }

  #typed({ target }) {
    if (target.id === "companion-name") this.#draft.companion.name = target.value
    if (target.id === "companion-post") this.#draft.companion.post = target.value
    if (target.id === "advice-text") this.#draft.adviceText = target.value
    if (/^(companion|advice)-/.test(target.id)) this.#keep()
  }

  #clicked({ target }) {
    const on = selector => target.closest(selector)
    if (on("[data-sheet]")) return
    if (on("[data-fine]")) this.#allFine(on("[data-step]"))
    if (on("[data-edit]")) this.#openSheet(on("[data-item]"))
    if (on("[data-drop]")) this.#drop(on("[data-drop]").dataset.drop)
  }

  #answered(item, result) {
    item.querySelector(":scope > [data-flaw]").hidden = true
    if (result === "PROBLEM") return this.#openSheet(item)
    const before = this.#checklist.answer(item)
    const photos = before && (before.result !== "PROBLEM" || item.dataset.photo === "ALWAYS") ? before.photos : []
    this.#draft.answers[item.dataset.item] = { ...this.#blank(result), value: before?.value ?? null, photos }
    this.#keep()
  }

  #openSheet(item) {
    const before = this.#checklist.answer(item)
    const answer = before?.result === "PROBLEM" ? before : { ...this.#blank("PROBLEM"), value: before?.value ?? null, photos: before?.photos ?? [] }
    this.#sheet.open(item, answer, kept => {
      item.querySelector(":scope > [data-flaw]").hidden = true
      this.#draft.answers[item.dataset.item] = kept
      this.#keep()
    })
    this.#view.render(this.#sending)
  }

  // A value outside its limits is a problem, whatever was tapped.
  #measured(item, input) {
    const value = input.value === "" ? null : Number(input.value)
    const answer = this.#draft.answers[item.dataset.item] ??= this.#blank("OK")
    answer.value = value
    const fits = value === null || input.dataset.bands.split(" ").some(band => {
      const [min, max] = band.split("~")
      return (min === "" || value >= Number(min)) && (max === "" || value <= Number(max))
    })
    this.#keep()
    if (!fits && answer.result !== "PROBLEM") this.#openSheet(item)
  }

  #allFine(step) {
    for (const item of this.#checklist.items(step)) this.#draft.answers[item.dataset.item] ??= this.#blank("OK")
    this.#keep()
    this.#checklist.open(step)[0]?.scrollIntoView({ block: "center" })
  }

  #chooseMode(mode) {
    this.#draft.mode = mode
    for (const item of this.querySelectorAll("[data-on-site]")) {
      item.hidden = mode === "REMOTE"
      if (item.hidden) delete this.#draft.answers[item.dataset.item]
    }
    if (mode !== "REMOTE") return
    const reason = this.querySelector("[data-why=REMOTE]")
    reason.checked = this.querySelector("[name=who][value=none]").checked = true
    this.#draft.who = "none"
    this.#draft.companion.declined = reason.value
  }

  #signed(blob) {
    if (this.#draft.signature) delete this.#draft.photos[this.#draft.signature]
    const picture = blob && drawn(blob)
    if (picture) this.#draft.photos[picture.id] = picture
    this.#draft.signature = picture?.id ?? null
    this.#keep()
  }

  async #shoot(input, photos) {
    const file = input.files[0]
    if (!file) return
    if (photos.length >= MOST_PHOTOS) return this.#view.trouble(this.dataset.sayTooMany)
    const shutter = input.closest("label")
    shutter.ariaBusy = "true"
    const photo = await taken(file, this.#draft.start ?? null)
    shutter.ariaBusy = "false"
    input.value = ""
    this.#draft.photos[photo.id] = photo
    photos.push(photo.id)
    this.#keep()
    if (navigator.onLine) send(photo).then(() => keep(this.#draft)).catch(() => {})   // else when the visit is sent
  }

  #drop(id) {
    delete this.#draft.photos[id]
    this.#draft.scene = this.#draft.scene.filter(photo => photo !== id)
    for (const answer of Object.values(this.#draft.answers)) answer.photos = answer.photos.filter(photo => photo !== id)
    this.#keep()
  }

  /* where to, and away */

  #moved({ target }) {
    const { steps, step } = this.#checklist
    const at = steps.indexOf(step)
    const go = target.closest("[data-go]")?.dataset.go
    if (go === "back") location.hash = steps[at - 1].dataset.step
    if (go === "next") location.hash = steps[at + 1].dataset.step
    if (go === "send") this.#send()
  }

  async #send() {
    this.#sending = true
    this.#draft.endedAt ??= new Date().toISOString()
    this.#view.trouble("")
    this.#keep()
    const asked = this.#checklist.items().map(item => item.dataset.item)
    try {
      for (const id of this.#checklist.pictures) await send(this.#draft.photos[id])
      const receipt = await post(`/api/v1/tasks/${this.#draft.task}/visit`, JSON.stringify(report(this.#checklist)), "application/json")
      await drop(this.#draft.task)
      location.replace(`/visits/${receipt.visit}?receipt`)
    } catch (error) {
      this.#sending = false
      this.#keep()
      this.#explain(error, asked)
    }
  }

  #explain(error, asked) {
    if (!(error instanceof Refused)) return this.#view.trouble(this.dataset.sayUnsent)
    if (error.status === 401) return this.#view.trouble(this.dataset.saySignedOut)
    if (error.status !== 422) return this.#view.trouble(error.message || this.dataset.sayFailed)
    delete this.#draft.endedAt
    const elsewhere = []
    for (const { field, message } of error.problem.errors ?? []) {
      const place = this.#placeOf(field, asked)
      if (place) Object.assign(place, { textContent: message, hidden: false })
      else elsewhere.push(message)
    }
    this.#view.trouble([error.message, ...elsewhere].join(" "))
    const first = this.querySelector("[data-step] [data-flaw]:not([hidden])")
    if (!first) return
    location.hash = first.closest("[data-step]").dataset.step
    setTimeout(() => first.scrollIntoView({ block: "center" }))
  }

  // Where on the page a field of what was sent stands.
  #placeOf(field, asked) {
    const answer = /^answers\[(\d+)]/.exec(field)
    if (answer) return this.querySelector(`[data-item=${asked[answer[1]]}] > [data-flaw]`)
    return field.startsWith("companion") ? this.querySelector("#companion > [data-flaw]") : null
  }
}

customElements.define("visit-form", VisitForm)

// Shows a draft: answers, progress, what is missing, what sending will do.
import { FINISH, fill } from "./checklist.js"
import { metres } from "./places.js"
import { graver } from "./problem-sheet.js"

export class VisitView {
  #checklist
  #form
  #say
  #urls = new Map()

  constructor(checklist) {
    this.#checklist = checklist
    this.#form = checklist.form
    this.#say = checklist.form.dataset
  }

  get #draft() { return this.#checklist.draft }

  // The choices of a draft that is taken up again; the rest is rendered.
  restore() {
    const draft = this.#draft
    const check = (name, chosen) => this.#form.querySelectorAll(`[name=${name}]:not([type=hidden])`).forEach(input => { input.checked = chosen.includes(input.value) })
    check("mode", [draft.mode])
    check("who", [draft.who])
    check("declined", [draft.companion.declined])
    check("advice", draft.advice)
    this.#form.querySelector("#companion-name").value = draft.companion.name
    this.#form.querySelector("#companion-post").value = draft.companion.post
    this.#form.querySelector("#advice-text").value = draft.adviceText
    for (const item of this.#form.querySelectorAll("[data-item]")) {
      const value = item.querySelector("[data-value]")
      if (value) value.value = this.#checklist.answer(item)?.value ?? ""
      item.hidden = draft.mode === "REMOTE" && item.dataset.onSite === "true"
    }
    if (draft.signature) this.#form.querySelector("signature-glass").show(draft.photos[draft.signature].blob)
  }

  render(sending) {
    for (const item of this.#form.querySelectorAll("[data-item]")) this.#item(item)
    for (const group of this.#checklist.groups) this.#group(group)
    this.#finish()
    this.#dock(sending)
  }

  signal() {
    for (const line of document.querySelectorAll("[data-net]")) line.hidden = (line.dataset.net === "on") !== navigator.onLine
  }

  trouble(words) {
    const line = this.#form.querySelector("[data-trouble]")
    line.querySelector("span").textContent = words
    line.hidden = !words
    if (words) line.scrollIntoView({ block: "center" })
  }

  photos(box, ids, fixed = false) {
    box.querySelectorAll("figure").forEach(figure => figure.remove())
    ids.forEach((id, i) => {
      const figure = this.#form.querySelector("template[data-photo]").content.cloneNode(true)
      const side = !fixed ? "" : i === 0 ? this.#say.sayBefore : i === ids.length - 1 ? this.#say.sayAfter : ""
      figure.querySelector("img").src = this.#url(id)
      figure.querySelector("button").dataset.drop = id
      figure.querySelector("figcaption").textContent = `${new Date(this.#draft.photos[id].takenAt).toTimeString().slice(0, 5)} ${side}`.trim()
      box.lastElementChild.before(figure)
    })
  }

  #url(id) {
    if (!this.#urls.has(id)) this.#urls.set(id, URL.createObjectURL(this.#draft.photos[id].blob))
    return this.#urls.get(id)
  }

  #item(item) {
    const answer = this.#checklist.answer(item)
    const wrong = answer?.result === "PROBLEM"
    for (const input of item.querySelectorAll(".choice input")) input.checked = input.value === answer?.result
    item.classList.toggle("bad", wrong)
    item.classList.toggle("lacks", Boolean(answer) && !this.#checklist.isDone(item))
    const photos = item.querySelector("[data-photos]")
    if (photos) {
      photos.hidden = wrong || answer?.result === "NA"
      this.photos(photos, answer?.photos ?? [])
    }
    const found = item.querySelector("[data-found]")
    found.hidden = !wrong
    if (wrong) this.#found(item, found, answer)
  }

  #found(item, found, answer) {
    const picture = found.querySelector("img")
    picture.hidden = answer.photos.length === 0
    if (answer.photos.length) picture.src = this.#url(answer.photos[0])
    const severity = this.#severity(answer.severity)
    found.querySelector("b").textContent = [this.#checklist.words(item, answer), severity.name].filter(Boolean).join(" · ")
    found.querySelector("span").textContent = [fill(this.#say.sayPhotos, answer.photos.length), answer.fixed ? this.#say.sayFixed : fill(this.#say.sayUntil, severity.due)].join(" · ")
  }

  #severity(severity) {
    return this.#form.querySelector(`[name=severity][value=${severity}]`).dataset
  }

  #group(step) {
    const items = this.#checklist.items(step)
    const done = items.length - this.#checklist.open(step).length
    const tab = document.querySelector(`[data-group=${step.dataset.step}]`)
    tab.querySelector("[data-count]").textContent = `${done}/${items.length}`
    Object.assign(tab.querySelector("progress"), { max: Math.max(1, items.length), value: done })
    tab.querySelector(".tick-off").hidden = done < items.length
    tab.classList.toggle("done", done === items.length)
    if (step === this.#checklist.step) tab.setAttribute("aria-current", "step")
    else tab.removeAttribute("aria-current")
    const unanswered = items.filter(item => !this.#checklist.answer(item)).length
    const fine = step.querySelector("[data-fine]")
    fine.hidden = unanswered === 0
    fine.querySelector("[data-rest]").textContent = unanswered === items.length ? "" : fill(this.#say.sayRest, unanswered)
  }

  #finish() {
    const answers = this.#checklist.answers()
    for (const sum of this.#form.querySelectorAll("[data-sum]")) {
      sum.textContent = answers.filter(answer => answer.result === sum.dataset.sum).length
      sum.parentElement.classList.toggle("x", sum.dataset.sum === "PROBLEM" && sum.textContent !== "0")
    }
    const missing = this.#form.querySelector("[data-missing]")
    missing.replaceChildren(...this.#checklist.groups.filter(group => this.#checklist.open(group).length).map(group => this.#missing(group)))
    missing.hidden = !missing.childElementCount
    for (const part of this.#form.querySelectorAll("[data-who]")) part.hidden = part.dataset.who === "sign" ? this.#draft.who === "none" : part.dataset.who !== this.#draft.who
    this.#form.querySelector("signature-glass span").textContent = fill(this.#say.saySigner, this.#checklist.companion)
    this.photos(this.#form.querySelector("[data-scene]"), this.#draft.scene)
    this.#form.querySelector("[data-place]").textContent = this.#place()
  }

  #missing(group) {
    const line = this.#form.querySelector("[data-missing-line]").content.cloneNode(true)
    line.querySelector("a").href = "#" + group.dataset.step
    line.querySelector("b").textContent = fill(this.#say.sayGroupMissing, group.dataset.label, this.#checklist.open(group).length)
    return line
  }

  #place() {
    const at = this.#draft.end ?? this.#draft.start
    if (!at) return this.#say.sayNowhere
    const { latitude, longitude } = this.#say
    return latitude && longitude ? fill(this.#say.sayMetres, metres(at, { latitude: Number(latitude), longitude: Number(longitude) })) : this.#say.sayLocated
  }

  #dock(sending) {
    const { steps, step, isFinish, isSigned } = this.#checklist
    const button = name => document.querySelector(`.dock [data-go=${name}]`)
    const next = steps[steps.indexOf(step) + 1]
    button("back").hidden = step === steps[0]
    button("next").hidden = isFinish
    button("send").hidden = !isFinish
    if (next) button("next").querySelector("span").textContent = next.dataset.step === FINISH ? this.#say.sayFinish : fill(this.#say.sayNext, next.dataset.label)
    const open = this.#checklist.open().length
    button("send").disabled = open > 0 || !isSigned || sending
    button("send").textContent = sending ? this.#say.saySending : open ? fill(this.#say.sayMissing, open) : this.#say.saySend
    const will = document.querySelector("[data-will]")
    will.textContent = open ? "" : isSigned ? this.#will() : this.#say.saySign
    will.hidden = !isFinish || !will.textContent
  }

  #will() {
    const wrong = this.#checklist.answers().filter(answer => answer.result === "PROBLEM")
    if (!wrong.length) return this.#say.sayWillNone
    const worst = this.#severity(wrong.map(answer => answer.severity).reduce(graver))
    return fill(this.#say.sayWill, wrong.length, worst.name, worst.due)
  }
}

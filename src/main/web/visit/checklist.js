// The questions on the page together with the draft's answers.
export const FINISH = "finish"
export const fill = (words, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words)

export class Checklist {
  constructor(form, draft) {
    this.form = form
    this.draft = draft
  }

  get steps() { return [...this.form.querySelectorAll("[data-step]")] }
  get groups() { return this.steps.filter(step => step.dataset.step !== FINISH) }
  get step() { return this.steps.find(step => "#" + step.dataset.step === location.hash) ?? this.steps[0] }
  get isFinish() { return this.step.dataset.step === FINISH }

  // Those that this visit asks.
  items(root = this.form) { return [...root.querySelectorAll("[data-item]")].filter(item => !item.hidden) }
  answer(item) { return this.draft.answers[item.dataset.item] }
  answers() { return this.items().map(item => this.answer(item)).filter(Boolean) }
  open(root = this.form) { return this.items(root).filter(item => !this.isDone(item)) }

  // Answered with all that the answer needs.
  isDone(item) {
    const answer = this.answer(item)
    if (!answer) return false
    if (answer.result === "PROBLEM") return item.dataset.photo === "NEVER" || answer.photos.length > (answer.fixed ? 1 : 0)
    return item.dataset.photo !== "ALWAYS" || answer.result === "NA" || answer.photos.length > 0
  }

  // What was seen: findings tapped, then words typed.
  words(item, { findings, text }) {
    const names = [...item.querySelector("[data-findings]").content.querySelectorAll("input")].filter(input => findings.includes(input.value))
      .map(input => input.closest("label").textContent.trim())
    return [...names, text.trim()].filter(Boolean).join("；")
  }

  get companion() { return this.draft.who === "principal" ? this.form.dataset.principal : this.draft.companion.name.trim() }
  get isSigned() { return this.draft.who === "none" ? Boolean(this.draft.companion.declined) : Boolean(this.draft.signature && this.companion) }

  // Photos that the visit names; others were dropped on the way.
  get pictures() {
    const { scene, signature, who } = this.draft
    return new Set([...this.answers().flatMap(answer => answer.photos), ...scene, ...(signature && who !== "none" ? [signature] : [])])
  }
}

// The sheet in which a problem is put down by taps. It changes a copy; "kept" gives it back, closing throws it away.
const RANK = { GENERAL: 0, SERIOUS: 1, CRITICAL: 2 }
export const graver = (a, b) => RANK[a] >= RANK[b] ? a : b

export class ProblemSheet {
  #dialog
  #item
  #answer
  #photos
  #kept

  // photos: draws and takes the photos of an answer
  constructor(dialog, photos) {
    this.#dialog = dialog
    this.#photos = photos
    dialog.addEventListener("change", event => this.#changed(event))
    dialog.addEventListener("click", event => this.#clicked(event))
    this.#find("#sheet-text").addEventListener("input", event => { this.#answer.text = event.target.value; this.#complain("") })
  }

  // What the item itself weighs together with what was tapped.
  static least(item, answer) {
    return [...item.querySelector("[data-findings]").content.querySelectorAll("input")]
      .filter(input => answer.findings.includes(input.value))
      .reduce((least, input) => graver(least, input.dataset.severity), item.dataset.severity)
  }

  open(item, answer, kept) {
    this.#item = item
    this.#answer = structuredClone(answer)
    this.#kept = kept
    this.#find("h2").textContent = item.querySelector("p").textContent
    this.#find("[data-picks]").replaceChildren(item.querySelector("[data-findings]").content.cloneNode(true))
    this.#find("[data-seen]").hidden = !this.#find("[data-picks]").childElementCount
    this.#dialog.querySelectorAll("[name=finding]").forEach(input => { input.checked = answer.findings.includes(input.value) })
    this.#find("#sheet-text").value = answer.text
    this.#find("[data-fixed]").checked = answer.fixed
    this.#complain("")
    this.#render()
    this.#dialog.showModal()
    this.#dialog.scrollTop = 0
  }

  #find(selector) {
    return this.#dialog.querySelector(selector)
  }

  #render() {
    const least = ProblemSheet.least(this.#item, this.#answer)
    this.#answer.severity = graver(this.#answer.severity ?? least, least)
    for (const input of this.#dialog.querySelectorAll("[name=severity]")) {
      input.closest("label").hidden = RANK[input.value] < RANK[least]
      input.checked = input.value === this.#answer.severity
    }
    const button = this.#find("[data-keep]")
    button.textContent = button.dataset.until.replace("{0}", this.#find("[name=severity]:checked").dataset.due)
    this.#photos.draw(this.#find("[data-photos]"), this.#answer)
    const words = this.#find(".shoot span")
    words.textContent = [words.dataset.first, this.#answer.fixed ? words.dataset.after : words.dataset.more][this.#answer.photos.length] ?? words.dataset.more
  }

  async #changed(event) {
    const input = event.target
    if (input.name === "finding")
      this.#answer.findings = [...this.#dialog.querySelectorAll("[name=finding]:checked")].map(tapped => tapped.value)
    else if (input.name === "severity") this.#answer.severity = input.value
    else if (input.matches("[data-fixed]")) this.#answer.fixed = input.checked
    else if (input.matches("[data-shoot]")) await this.#photos.take(input, this.#answer)
    this.#complain("")
    this.#render()
  }

  #clicked(event) {
    if (event.target.closest("[data-cancel]") || event.target === this.#dialog) this.#dialog.close()
    if (event.target.closest("[data-keep]")) this.#keep()
    const dropped = event.target.closest("[data-drop]")
    if (dropped) {
      this.#answer.photos = this.#answer.photos.filter(id => id !== dropped.dataset.drop)
      this.#render()
    }
  }

  #keep() {
    const flaw = this.#find("[data-flaw]").dataset
    if (!this.#answer.findings.length && !this.#answer.text.trim() && this.#answer.value === null) return this.#complain(flaw.words)
    if (this.#item.dataset.photo !== "NEVER" && !this.#answer.photos.length) return this.#complain(flaw.photo)
    if (this.#answer.fixed && this.#answer.photos.length < 2) return this.#complain(flaw.two)
    this.#dialog.close()
    this.#kept(this.#answer)
  }

  #complain(words) {
    const flaw = this.#find("[data-flaw]")
    flaw.textContent = words
    flaw.hidden = !words
    if (words) flaw.scrollIntoView({ block: "nearest" })
  }
}

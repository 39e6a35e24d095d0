// Tells its form once when typing has come to rest. Unfinished pinyin fires "input" too, so composition is waited out; the
// browser's own "change", on the way out of the field, would tell it again, and so would Enter, by which the form goes itself.
class SettledInput extends HTMLElement {
  #timer

  connectedCallback() {
    this.addEventListener("input", event => event.isComposing || this.#restart())
    this.addEventListener("compositionend", () => this.#restart())
    this.addEventListener("change", event => event.stopPropagation())
    this.addEventListener("keydown", event => event.key === "Enter" && !event.isComposing && clearTimeout(this.#timer))
  }

  #restart() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.dispatchEvent(new CustomEvent("settled", { bubbles: true })), 300)
  }
}

customElements.define("settled-input", SettledInput)

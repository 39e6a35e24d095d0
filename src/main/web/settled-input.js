// Tells its form when typing has come to rest. Unfinished pinyin fires "input" too, so composition is waited out.
class SettledInput extends HTMLElement {
  #timer

  connectedCallback() {
    this.addEventListener("input", event => event.isComposing || this.#restart())
    this.addEventListener("compositionend", () => this.#restart())
  }

  #restart() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.dispatchEvent(new CustomEvent("settled", { bubbles: true })), 300)
  }
}

customElements.define("settled-input", SettledInput)

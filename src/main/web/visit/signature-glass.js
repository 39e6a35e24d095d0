// Signing on the glass. Says "signed" with the picture, or with nothing when it is wiped.
import SignaturePad from "/webjars/signature_pad/5.0.4/dist/signature_pad.min.js"

class SignatureGlass extends HTMLElement {
  #pad
  #canvas

  connectedCallback() {
    this.#canvas = this.querySelector("canvas")
    this.#pad = new SignaturePad(this.#canvas, { penColor: "#17222e", backgroundColor: "rgb(255,255,255)" })
    this.#pad.addEventListener("endStroke", () => this.#say())
    this.querySelector("[data-wipe]").addEventListener("click", () => this.wipe())
    new ResizeObserver(() => this.#fit()).observe(this)
  }

  wipe() {
    this.#pad.clear()
    this.#tell(null)
  }

  async show(blob) {
    this.#fit()
    const url = URL.createObjectURL(blob)
    await this.#pad.fromDataURL(url, { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight, ratio: 1 })
    URL.revokeObjectURL(url)
  }

  // The glass has as many points as it shows; a turned phone keeps what was drawn.
  #fit() {
    const { clientWidth: width, clientHeight: height } = this
    if (!width || this.#canvas.width === width && this.#canvas.height === height) return
    const strokes = this.#pad.toData()
    this.#canvas.width = width
    this.#canvas.height = height
    this.#pad.clear()
    if (strokes.length) this.#pad.fromData(strokes)
  }

  #say() {
    this.#canvas.toBlob(blob => this.#tell(blob), "image/png")
  }

  #tell(blob) {
    this.dispatchEvent(new CustomEvent("signed", { detail: blob, bubbles: true }))
  }
}

customElements.define("signature-glass", SignatureGlass)

// The whole screen for one page (大屏): the frame around it goes, and everything grows with the screen.
class BigScreen extends HTMLElement {
  #toggle = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  connectedCallback() { this.addEventListener("click", this.#toggle) }
  disconnectedCallback() { this.removeEventListener("click", this.#toggle) }
}
customElements.define("big-screen", BigScreen)

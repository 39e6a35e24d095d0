// A place to drop a file on: hands it to the file input within and writes its name. Without script the input does.
class DropFile extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input[type=file]")
    const name = this.querySelector("[data-name]")
    const stop = event => event.preventDefault()
    this.addEventListener("dragover", event => { stop(event); this.classList.add("over") })
    this.addEventListener("dragleave", () => this.classList.remove("over"))
    this.addEventListener("drop", event => {
      stop(event)
      this.classList.remove("over")
      if (event.dataTransfer.files.length === 0) return
      input.files = event.dataTransfer.files
      input.dispatchEvent(new Event("change", { bubbles: true }))
    })
    input.addEventListener("change", () => {
      if (input.files.length === 0) return
      name.textContent = input.files[0].name
      input.closest(".drop").classList.add("chosen")
    })
  }
}

customElements.define("drop-file", DropFile)

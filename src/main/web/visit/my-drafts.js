// What was begun on this phone and not sent yet, on the official's home.
import { all } from "./drafts.js"

class MyDrafts extends HTMLElement {
  async connectedCallback() {
    const drafts = await all().catch(() => [])
    const list = this.querySelector("section")
    for (const draft of drafts) {
      const line = this.querySelector("template").content.cloneNode(true)
      const words = line.querySelector("small")
      line.querySelector("a").href = `/tasks/${draft.task}/visit`
      line.querySelector("b").textContent = draft.name
      words.textContent = words.dataset.words.replace("{0}", Object.keys(draft.answers).length).replace("{1}", draft.items)
      list.append(line)
    }
    this.hidden = drafts.length === 0
  }
}

customElements.define("my-drafts", MyDrafts)
